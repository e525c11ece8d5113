import CairoOutput
import Devices
import DisplayList
import Foundation
import Measures
import Support
import Testing

/// Same input, same bytes: whatever was drawn before, in this process or another.
struct DeterminismTests {
  let fonts = TestFonts()

  private func document(_ number: Int, _ template: PageTemplate) throws -> Document {
    let samples = SamplePages(fonts: fonts)
    var page = samples.certificate(template, number: number)
    page.items.append(.image(try Pictures.seal(at: 140, 180)), to: .seal)
    return samples.document([page, page], title: "原产地证书 \(number)")
  }

  private func files(_ order: [Int]) throws -> [Int: [Data]] {
    let template = SamplePages(fonts: fonts).template()
    let pdf = PDFRenderer(open: fonts.opener)
    let png = PNGRenderer(open: fonts.opener)
    let pwg = PWGRenderer(open: fonts.opener)
    var files: [Int: [Data]] = [:]
    for number in order {
      let document = try document(number, template)
      let pages = document.pages.map { $0.calibrated(for: .none, content: .full) }
      files[number] = [
        try pdf.pdf(document, content: .full),
        try png.png(document.pages[0], content: .full, resolution: 72),
        try pwg.data(pages, options: PWGOptions(resolution: 150, mode: .gray)),
        try pwg.data(pages, options: PWGOptions(resolution: 150, mode: .black)),
      ]
    }
    return files
  }

  @Test func `the order of rendering does not show in the bytes`() throws {
    #expect(try files([1, 2, 3]) == files([3, 1, 2]))
  }

  @Test func `rendering the same document twice gives the same bytes`() throws {
    let template = SamplePages(fonts: fonts).template()
    let renderer = PDFRenderer(open: fonts.opener)
    let document = try document(5, template)
    let first = try renderer.pdf(document, content: .full)
    _ = try renderer.pdf(try self.document(6, template), content: .blank)
    #expect(try renderer.pdf(document, content: .full) == first)
  }

  @Test func `a spool has the pages of all documents`() throws {
    let template = SamplePages(fonts: fonts).template()
    let documents = try (0..<4).map { try document($0, template) }
    let scratch = try Scratch()
    let path = try scratch.write(
      try PDFRenderer(open: fonts.opener).pdf(documents, content: .full), "spool.pdf")
    #expect(try Program.run("qpdf", ["--check", path]).status == 0)
    #expect(try Program.run("qpdf", ["--show-npages", path]).text == "8\n")
  }
}

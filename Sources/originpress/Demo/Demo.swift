import Certificates
import Diagnostics
import DisplayList
import Foundation
import Notation
import Printers
import Typesetting

/// Makes one of everything and tells about it.
struct Demo {
  let press: Press
  let folder: String

  /// One rendered certificate of the report.
  struct Entry {
    let form: String
    let title: String
    let items: Int
    let sheets: Int
    /// Files by content, and the pictures of the full pages.
    let files: [(name: String, path: String)]
    let pictures: [String]
  }

  /// Renders, prints, reports.
  func run() async throws {
    try OutputFile.makeFolder(folder)
    var entries: [Entry] = []
    for form in try press.home.forms() {
      for items in [3, 20] {
        entries.append(try entry(form: form, items: items))
        print("rendered \(form) with \(items) items")
      }
    }
    for document in DocumentKind.allCases where document != .certificate {
      guard let example = document.example(try press.policies()) else { continue }
      entries.append(try entry(document, of: example.form, to: example.destination))
      print("rendered the \(document) beside \(example.form)")
    }
    let gallery = "gallery"
    _ = try Gallery(press: press, folder: "\(folder)/\(gallery)").write()
    print("made the gallery")
    let printed = try await printOne(entries)
    print(printed)
    let released = try await DemoRelease(press: press, folder: folder).run()
    let report = DemoReport(
      entries: entries, released: released, printed: printed, gallery: "\(gallery)/index.html")
    try OutputFile.write(Data(report.html.utf8), to: "\(folder)/index.html")
    print("look at \(folder)/index.html")
  }

  /// The same certificate in every content, and pictures of the full one.
  private func entry(form code: String, items: Int) throws -> Entry {
    let name = "\(code)-\(items)"
    let draft = try Sample.certificate(
      form: code, items: items, seed: items, policies: try press.policies())
    let json = Data(JSONWriter.bytes(draft.json))
    try OutputFile.write(json, to: "\(folder)/\(name).json")
    let desk = FormDesk(press: press, device: nil)
    let form = try desk.certificate(from: json, named: "-").form
    var files = [(name: "JSON", path: "\(name).json")]
    for content in Content.allCases {
      let path = "\(name)-\(content.rawValue).pdf"
      let document = try desk.document(
        of: form, as: content == .blank ? .specimen : .draft)
      try rendering(content).write([document], as: .pdf, to: "\(folder)/\(path)")
      files.append((content.rawValue, path))
    }
    let document = try desk.document(of: form, as: .draft)
    return Entry(
      form: code, title: document.title, items: items, sheets: document.sheetCount, files: files,
      pictures: try pictures(of: document, rendering(.full), name))
  }

  /// A document beside a certificate, with its pictures.
  private func entry(
    _ kind: DocumentKind, of code: String, to destination: String?
  ) throws -> Entry {
    let items = 3
    let name = "\(code)-\(kind.rawValue)"
    let draft = try Sample.certificate(
      form: code, items: items, destination: destination, seed: items,
      policies: try press.policies())
    let desk = FormDesk(press: press, device: nil, kind: kind)
    let form = try desk.certificate(from: Data(JSONWriter.bytes(draft.json)), named: "-").form
    let document = try desk.document(of: form, as: .draft)
    try rendering(.full).write([document], as: .pdf, to: "\(folder)/\(name).pdf")
    return Entry(
      form: code, title: document.title, items: items, sheets: document.sheetCount,
      files: [("PDF", "\(name).pdf")], pictures: try pictures(of: document, rendering(.full), name))
  }

  private func rendering(_ content: Content) -> Rendering {
    Rendering(press: press, content: content, side: .both, resolution: 100, isMono: false)
  }

  private func pictures(
    of document: Document, _ rendering: Rendering, _ name: String
  ) throws -> [String] {
    try document.pages.enumerated().map { index, page in
      let path = "\(name)-page-\(index + 1).png"
      try OutputFile.write(rendering.picture(page), to: "\(folder)/\(path)")
      return path
    }
  }

  /// Prints the first certificate on `ippeveprinter` and says what arrived.
  private func printOne(_ entries: [Entry]) async throws -> String {
    guard let file = entries.first?.files.first(where: { $0.name == Content.full.rawValue })?.path
    else { throw OutsideFailure(message: Wording.nothingInBatch(folder)) }
    let bytes = try InputFile.read("\(folder)/\(file)")
    let spool = URL(fileURLWithPath: "\(folder)/printer")
    let printer = try await DemoPrinter(
      spool: spool, log: URL(fileURLWithPath: "\(folder)/printer.log"))
    do {
      let text = try await send(bytes, named: file, to: printer)
      await printer.stop()
      return text
    } catch {
      await printer.stop()
      throw error
    }
  }

  private func send(
    _ bytes: Data, named name: String, to printer: DemoPrinter
  ) async throws -> String {
    let address = try PrinterAddress(parsing: printer.uri)
    let end = try await PlainPrint(transport: address.transport(), isJSON: false)
      .print(PrintDocument(pdf: { bytes }), JobTicket(name: name))
    let reasons = end.reasons.joined(separator: ", ")
    guard end.state == .completed else {
      throw OutsideFailure(message: Wording.jobEnded(end.state.rawValue, reasons))
    }
    return "printed \(name) on \(printer.uri): \(end.state.rawValue) (\(reasons))"
  }
}

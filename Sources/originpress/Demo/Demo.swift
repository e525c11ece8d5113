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
    var files: [(name: String, path: String)]
    var pictures: [String]
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
    let printed = try await printOne(entries)
    print(printed)
    let report = DemoReport(entries: entries, printed: printed)
    try OutputFile.write(Data(report.html.utf8), to: "\(folder)/index.html")
    print("look at \(folder)/index.html")
  }

  private func entry(form: String, items: Int) throws -> Entry {
    let draft = try Sample.certificate(
      form: form, items: items, seed: items, policies: try press.policies())
    let name = "\(form)-\(items)"
    let json = JSONWriter.bytes(draft.json)
    try OutputFile.write(Data(json), to: "\(folder)/\(name).json")
    let desk = Desk(press: press, device: nil)
    let certificate = try desk.certificate(from: Data(json), named: "-").certificate
    var entry = Entry(
      form: form, title: "", items: items, sheets: 0, files: [("JSON", "\(name).json")],
      pictures: [])
    for content in Content.allCases {
      let document = try desk.document(
        of: certificate, marking: content == .blank ? .specimen : .draft)
      let rendering = Rendering(
        press: press, content: content, side: .both, resolution: 100, isMono: false)
      let path = "\(name)-\(content.rawValue).pdf"
      try rendering.write([document], as: .pdf, to: "\(folder)/\(path)")
      entry.files.append((content.rawValue, path))
      guard content == .full else { continue }
      entry = Entry(
        form: form, title: document.title, items: items, sheets: document.sheetCount,
        files: entry.files, pictures: try pictures(of: document, rendering, name))
    }
    return entry
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
    let end = try await PrintRun(printer: Printer(address), isJSON: false)
      .print(PrintDocument(pdf: { bytes }), JobTicket(name: name))
    let reasons = end.reasons.joined(separator: ", ")
    guard end.state == .completed else {
      throw OutsideFailure(message: Wording.jobEnded(end.state.rawValue, reasons))
    }
    return "printed \(name) on \(printer.uri): \(end.state.rawValue) (\(reasons))"
  }
}

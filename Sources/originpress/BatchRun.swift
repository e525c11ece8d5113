import CairoOutput
import Certificates
import Diagnostics
import DisplayList
import Forms
import Foundation
import Notation

/// Renders many certificates; a faulty one is reported with its line and the others go on.
struct BatchRun {
  let desk: FormDesk
  let rendering: Rendering
  /// The stated format; else that of the output's ending, PDF for a folder.
  let format: OutputFormat?
  /// What is rendered of a certificate.
  let rendition: (BoundForm) throws(Refusal) -> Rendition

  /// Renders every line of a file into a folder, or all into one PDF or PWG raster.
  ///
  /// - Throws: ``Refusal`` with the faults of all lines, after everything else was rendered; one file
  ///   is written only when no line is faulty.
  func run(file: String, output: String) throws {
    let bytes = file == "-" ? try InputFile.read(file) : nil
    let count = try Self.count(Self.reader(file, bytes))
    guard count > 0 else {
      throw Refusal(
        Diagnostic(at: Place(), Wording.nothingInBatch(InputFile.shownName(file))))
    }
    let ending = OutputFormat(path: output)
    let format = format ?? ending ?? .pdf
    let isOneFile = output == "-" || ending != nil
    if !isOneFile { try OutputFile.makeFolder(output) }
    var progress = ProgressLine(count: count)
    var faults: [Diagnostic] = []
    var documents: [Document] = []
    let lines = try Self.reader(file, bytes)
    while let line = try lines.next() {
      do {
        let document = try document(of: line, file: file)
        if isOneFile {
          documents.append(document)
        } else {
          let name = "\(Self.name(progress.done + 1, of: count)).\(format.ending)"
          try rendering.write([document], as: format, to: "\(output)/\(name)")
        }
      } catch let refusal as Refusal {
        faults += refusal.diagnostics.map { $0.inLine(lines.number, of: file) }
      }
      progress.advance()
    }
    progress.end()
    if !faults.isEmpty { throw Refusal(faults) }
    if isOneFile { try rendering.write(documents, as: format, to: output) }
  }

  private static func reader(_ file: String, _ bytes: Data?) throws(Refusal) -> LineReader {
    if let bytes { return LineReader(bytes: bytes) }
    return try LineReader(path: file)
  }

  private static func count(_ lines: LineReader) throws -> Int {
    var count = 0
    while try lines.next() != nil { count += 1 }
    return count
  }

  private func document(of line: Data, file: String) throws -> Document {
    let checked = try desk.certificate(from: line, named: file)
    return try desk.document(of: checked.form, as: rendition(checked.form))
  }

  /// The number with leading zeros, so that files sort as the lines do.
  private static func name(_ number: Int, of count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: String(count).count - digits.count) + digits
  }
}

extension Diagnostic {
  /// The same finding with the line of the batch it belongs to.
  func inLine(_ line: Int, of file: String) -> Diagnostic {
    var place = place
    place.file = InputFile.shownName(file)
    place.line = line
    place.column = nil
    return Diagnostic(severity, at: place, message, hint: hint)
  }
}

/// A bar of progress on a terminal; silent elsewhere.
struct ProgressLine {
  private let count: Int
  private(set) var done = 0
  private var shown = -1
  private let isShown = Outside.hasTerminal

  init(count: Int) { self.count = count }

  /// One more is done.
  mutating func advance() {
    done += 1
    let percent = done * 100 / count
    guard isShown, percent != shown else { return }
    shown = percent
    let filled = percent * 30 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    write("\r\(bar) \(done)/\(count)")
  }

  /// Takes the bar off the terminal.
  func end() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

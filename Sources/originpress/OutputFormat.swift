import ArgumentParser
import Diagnostics
import Foundation
import Office

/// The words of `--format`.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case pdf, png, pwg, escp

  /// The usual ending of its files.
  var ending: String { self == .escp ? "prn" : rawValue }

  /// The format of a path's ending.
  init?(path: String) {
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    guard let format = Self.allCases.first(where: { $0.ending == ending }) else { return nil }
    self = format
  }

  /// The stated format, else the one of the path's ending.
  static func chosen(stated: OutputFormat?, for path: String) throws(Refusal) -> OutputFormat {
    if let stated { return stated }
    if let format = OutputFormat(path: path) { return format }
    throw Refusal(
      Diagnostic(at: Place(), Wording.unknownEnding(path, allCases.map(\.rawValue))))
  }

  /// What a sheet about a printer is written as at a path; standard output takes a PDF.
  ///
  /// - Throws: ``Refusal`` for an ending that sheets have not.
  static func ofSheet(at path: String) throws(Refusal) -> SheetFile {
    if path == "-" { return .pdf }
    let format = OutputFormat(path: path)
    switch format {
    case .pdf: return .pdf
    case .png: return .png
    case .escp: return .escp
    case .pwg, nil:
      throw Refusal(Diagnostic(at: Place(), Wording.sheetEnding(path)))
    }
  }
}

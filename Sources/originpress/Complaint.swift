import ArgumentParser
import CairoOutput
import Credentials
import Diagnostics
import EscpOutput
import Foundation
import Notation
import Office
import Printers
import Seals
import Signing
import Store
import Typography

/// What went wrong, as the person or the script gets to see it.
struct Complaint {
  private let error: any Error

  init(about error: any Error) { self.error = error }

  /// Writes the complaint to where it belongs and gives the exit code.
  func tell(asJSON: Bool) -> Int32 {
    switch error {
    case let refusal as Refusal:
      Self.write(refusal.diagnostics, asJSON: asJSON)
      return ExitStatus.refused.rawValue
    case let failure as OutsideFailure:
      return tellOutside(failure.message, asJSON, hint: failure.hint)
    case let failure as PrinterError:
      return tellOutside(
        failure.message, asJSON, hint: failure.isOutcomeUnknown ? Wording.lookAtPaper : nil)
    case let failure as CredentialError: return tellOutside(failure.message, asJSON)
    case let failure as OfficeError: return tellOutside(failure.message, asJSON)
    case let failure as SealKeepingError: return tellOutside(failure.message, asJSON)
    case let failure as StoreError:
      return tellOutside(failure.message, asJSON, cause: failure.cause)
    case let failure as SigningError:
      return tellOutside(failure.message, asJSON, cause: failure.cause)
    case let failure as FontFailure: return tellOutside(failure.message, asJSON)
    case let failure as RenderingError where failure.code == .picture:
      Self.write([Diagnostic(at: Place(), failure.message)], asJSON: asJSON)
      return ExitStatus.refused.rawValue
    case let failure as PrintJobError: return tellOutside(failure.message, asJSON)
    case let failure as RenderingError: return tellOutside(failure.message, asJSON)
    default: return tellUsage()
    }
  }

  /// Diagnostics on standard error, one a line or as one JSON object.
  static func write(_ diagnostics: [Diagnostic], asJSON: Bool) {
    let language = Outside.language
    let text =
      asJSON
      ? JSONWriter.text(["diagnostics": .list(diagnostics.map(\.json))])
      : diagnostics.map { $0.text(in: language) }.joined(separator: "\n")
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  private func tellOutside(
    _ message: Message, _ asJSON: Bool, hint: Message? = nil, cause: String? = nil
  ) -> Int32 {
    let hint = hint ?? cause.map { Message("command.cause", en: $0, zh: $0) }
    Self.write([Diagnostic(at: Place(), message, hint: hint)], asJSON: asJSON)
    return ExitStatus.outside.rawValue
  }

  private func tellUsage() -> Int32 {
    let text = OriginPress.fullMessage(for: error)
    let isClean = OriginPress.exitCode(for: error).isSuccess
    let handle = isClean ? FileHandle.standardOutput : FileHandle.standardError
    handle.write(Data((text + "\n").utf8))
    return isClean ? ExitStatus.done.rawValue : ExitStatus.usage.rawValue
  }
}

extension Diagnostic {
  /// The diagnostic for scripts.
  var json: JSONValue {
    .object([
      "severity": .text(severity.rawValue),
      "key": .text(message.key),
      "file": place.file.map(JSONValue.text),
      "line": place.line.map(JSONValue.integer),
      "column": place.column.map(JSONValue.integer),
      "path": .text(place.path),
      "message": .text(message.english),
      "messageChinese": .text(message.chinese),
      "hint": hint.map { .text($0.english) },
      "hintChinese": hint.map { .text($0.chinese) },
    ])
  }
}

/// Something outside the program failed: a file that cannot be written, a folder that is missing.
struct OutsideFailure: Error {
  let message: Message
  /// What to do, where the message does not say it.
  var hint: Message?
}

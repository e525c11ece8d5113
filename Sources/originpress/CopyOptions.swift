import ArgumentParser
import Certificates
import Diagnostics

/// Which output a preview shows: `--copy`, `--ordinal`, `--on`.
struct CopyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "draft, specimen (样张), duplicate (失证副本), copy (加打副本) or void (作废).",
      valueName: "copy"))
  var copy: CopyChoice?

  @Option(help: "Ordinal of a duplicate or copy, from 1 (1).")
  var ordinal: Int?

  @Option(help: ArgumentHelp("A duplicate's day of issue (today).", valueName: "yyyy-mm-dd"))
  var on: CalendarDate?

  func validate() throws {
    if ordinal != nil, copy != .duplicate, copy != .copy {
      throw ValidationError("--ordinal goes with --copy duplicate or copy.")
    }
    if let ordinal, !Self.ordinals.contains(ordinal) {
      let range = Self.ordinals
      throw ValidationError("--ordinal takes \(range.lowerBound) to \(range.upperBound).")
    }
    if on != nil, copy != .duplicate {
      throw ValidationError("--on goes with --copy duplicate.")
    }
  }

  private static let ordinals = 1...99

  /// The preview of a certificate's output that the options name; the default where they name none.
  ///
  /// - Throws: ``Refusal`` for a duplicate older than its certificate.
  func rendition(
    of certificate: Certificate, otherwise standard: CopyChoice
  ) throws(Refusal) -> Rendition {
    switch copy ?? standard {
    case .draft: .draft
    case .specimen: .specimen
    case .duplicate:
      .preview(of: .duplicate(ordinal: ordinal ?? 1, issued: try day(for: certificate)))
    case .copy: .preview(of: .copy(ordinal: ordinal ?? 1))
    case .void: .preview(of: .void)
    }
  }

  /// The stated day, else today; a certificate dated ahead has its duplicate on its own day.
  private func day(for certificate: Certificate) throws(Refusal) -> CalendarDate {
    let issue = certificate.issue?.date
    guard let on else { return max(Outside.today, issue ?? Outside.today) }
    if let issue, on < issue {
      throw Refusal(Diagnostic(at: .field("issue.date"), Wording.duplicateTooEarly(on, issue)))
    }
    return on
  }
}

/// The words of `--copy`.
enum CopyChoice: String, CaseIterable, ExpressibleByArgument {
  case draft, specimen, duplicate, copy, void
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) { self.init(argument) }
}

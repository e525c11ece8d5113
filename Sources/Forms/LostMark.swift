import Certificates
import Diagnostics

/// The mark of a duplicate: the words of the policy with the numbers and dates put in.
enum LostMark {
  /// The fields that the words may use.
  static let fields = ["number", "date", "today"]

  /// The words of a duplicate; `nil` for any other output and for a kind without words.
  ///
  /// What the certificate does not have yet is left as a blank to be seen.
  static func text(for certificate: Certificate, _ context: FieldContext) -> String? {
    guard case .duplicate(_, let today) = context.rendition.kind, let mark = context.lostMark,
      mark.manner == .print, let words = mark.words,
      let pattern = Pattern(words, at: Place(), Findings())
    else { return nil }
    func date(_ date: CalendarDate?) -> String? {
      date.map { DateText.text($0, language: context.kind.language) }
    }
    let values = [
      "number": certificate.number, "date": date(certificate.issue?.date), "today": date(today),
    ]
    return pattern.text(in: FieldScope { path, _ in (values[path, default: nil] ?? blank, path) })
      .string
  }

  private static let blank = "________"
}

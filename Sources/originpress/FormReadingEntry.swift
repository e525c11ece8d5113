import Devices
import Diagnostics
import Foundation
import Measures

/// What was read of a run of forms, as typed behind `--reading`.
struct FormReadingEntry {
  /// The readings of some texts such as `10=39.4`.
  ///
  /// - Throws: ``Refusal`` for a text of another shape.
  static func readings(_ texts: [String]) throws(Refusal) -> [FormReading] {
    try texts.map { text throws(Refusal) in
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let form = Int(parts[0]),
        let place = Double(parts[1].trimmingCharacters(in: .whitespaces)),
        (0...most).contains(place)
      else { throw Refusal(Diagnostic(at: .field("reading"), Wording.noFormReading(text))) }
      return FormReading(form: form, read: .mm(place))
    }
  }

  /// No form is longer, in millimetres.
  private static let most = 600.0
}

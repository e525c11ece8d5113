/// Something that a person did and that needs their attention, with its place and what to do.
///
/// Diagnostics are collected, all at once, never thrown one by one.
package struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  package enum Severity: String, CaseIterable, Sendable, Comparable {
    /// Worth knowing; nothing need be done.
    case information
    /// Worth a look; the work goes on.
    case warning
    /// The input is refused.
    case error

    /// Whether the first matters less: information less than a warning, a warning less than an error.
    package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The word that a line begins with.
    func label(in language: Message.Language) -> String {
      guard language == .chinese else { return rawValue }
      return switch self {
      case .information: "提示"
      case .warning: "警告"
      case .error: "错误"
      }
    }
  }

  /// Whether the input is refused for it.
  package let severity: Severity
  /// Where in the input it was found.
  package let place: Place
  /// What is wrong, for a person.
  package let message: Message
  /// What to do about it; `nil` when the message already says so.
  package let hint: Message?

  /// A diagnostic from its severity, place and words.
  package init(
    _ severity: Severity = .error, at place: Place, _ message: Message, hint: Message? = nil
  ) {
    self.severity = severity
    self.place = place
    self.message = message
    self.hint = hint
  }

  /// One line such as `error: goods[0].hs: … (hint)`.
  package func text(in language: Message.Language) -> String {
    let place = place.description
    let label = severity.label(in: language)
    let start = place.isEmpty ? label : "\(label): \(place)"
    let hint = hint.map { language == .chinese ? "（\($0.chinese)）" : " (\($0.english))" } ?? ""
    return "\(start): \(message.text(in: language))\(hint)"
  }
}

package import Diagnostics
package import Foundation
package import Notation

/// How the issuing body's seal and signature come onto the paper.
package enum SealMode: String, NodeChoice, Sendable {
  /// Printed with electronic seal and signature; valid at once.
  case electronic
  /// Printed by the enterprise, sealed by hand at the chamber.
  case localThenChamberSeal = "local-then-chamber-seal"
  /// Printed and sealed by hand at the chamber (S2-128).
  case chamberWet = "chamber-wet"
  /// Preprinted stock on a dot-matrix printer at the chamber (S2-131).
  case specialForm = "special-form"
}

/// The one measure of the goods that a kind shows to a destination.
package enum ShownMeasure: String, NodeChoice, Sendable {
  /// Only the quantity: electronic data exchange carries nothing else (S2-96).
  case quantity
}

/// Words the form shows on an event, with the box they stand in.
package struct MarkWords: Hashable, Sendable, NodeReadable {
  /// How the mark appears.
  package enum Manner: String, NodeChoice, Sendable {
    /// The words are printed.
    case print
    /// A box with these words is ticked.
    case tick
    /// The kind does not know the event.
    case impossible
  }

  /// How the mark appears on the form.
  package let manner: Manner
  /// The prescribed words; in those of a duplicate `{number}` and `{date}` stand for the certificate's
  /// and `{today}` for the day of the duplicate.
  package let words: String?
  /// The number of the box, or a word such as `remarks`.
  package let box: String?

  /// Reads the words of a mark, or reports what is wrong with them.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let manner: Manner? = reader.required("manner")
    words = reader.optional("words")
    box = reader.optional("box")
    reader.finish()
    guard let manner else { return nil }
    self.manner = manner
  }
}

/// One origin criterion that a form knows.
package struct CriterionRule: Hashable, Sendable, NodeReadable {
  /// Whether a percentage stands with the code.
  package enum Percentage: String, NodeChoice, Sendable {
    case none, optional, required
  }

  /// Whether the FOB value of the item is printed.
  package enum FOB: String, NodeChoice, Sendable {
    case hidden, shown
    /// As the applicant ticks it (S2-92).
    case choice
  }

  /// The form's code, such as `WO` or `PSR`.
  package let code: String
  /// Whether a percentage stands with the code; none unless stated.
  package let percentage: Percentage
  /// Whether the item's FOB value is printed; hidden unless stated.
  package let fob: FOB
  /// The smallest and the largest percentage; `nil` without a bound.
  package let atLeast: Decimal?
  /// The largest percentage; `nil` without a bound.
  package let atMost: Decimal?
  /// Whether the four digits of the HS heading stand with the code: `W 96.18` (S3-04).
  package let showsHeading: Bool
  /// Whether the code only stands beside a main one, such as `ACU`.
  package let isAddition: Bool

  /// Reads a criterion, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let code: String? = reader.required("code")
    percentage = reader.optional("percentage") ?? .none
    fob = reader.optional("fob") ?? .hidden
    atLeast = reader.optional("at-least")
    atMost = reader.optional("at-most")
    showsHeading = reader.optional("heading") ?? false
    isAddition = reader.optional("isAddition") ?? false
    reader.finish()
    guard let code else { return nil }
    if percentage == .none ? (atLeast ?? atMost) != nil : (atLeast ?? 0) > (atMost ?? 100) {
      findings.error(at: reader.place, Wording.percentBounds(code))
    }
    self.code = code
  }
}

/// What the producer box says when no producer is printed.
package struct ProducerWords: Hashable, Sendable, NodeReadable {
  /// For an exporter who is the producer; `nil` where the kind has no such words.
  package let same: String?
  /// For a producer that is not to be printed; `nil` where the kind has no such words.
  package let confidential: String?
  /// For a producer the exporter does not know; `nil` where the kind has no such words.
  package let unknown: String?
  /// For producers named in the goods description; `nil` where the kind has no such words.
  package let perItem: String?

  /// Reads the words of a kind, or reports what is wrong with them.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    same = reader.optional("same")
    confidential = reader.optional("confidential")
    unknown = reader.optional("unknown")
    perItem = reader.optional("per-item")
    reader.finish()
  }

  /// The words for a disclosure; `nil` where the kind has none, and where parties are printed.
  package subscript(disclosure: Producer.Disclosure) -> String? {
    switch disclosure {
    case .shown: nil
    case .same: same
    case .confidential: confidential
    case .unknown: unknown
    case .perItem: perItem
    }
  }
}

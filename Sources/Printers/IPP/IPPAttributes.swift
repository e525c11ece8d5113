/// One group of attributes of an answer, such as a job or a printer.
///
/// Readers are lenient: a value of another kind than expected counts as absent.
package struct IPPAttributes: Hashable, Sendable {
  /// The attributes in the order of the answer.
  package let list: [IPPAttribute]

  /// A group from its attributes in order.
  package init(_ list: [IPPAttribute]) { self.list = list }

  /// All values of an attribute; empty when it is absent.
  package func values(_ name: String) -> [IPPValue] {
    list.first { $0.name == name }?.values ?? []
  }

  /// All values that are strings.
  package func strings(_ name: String) -> [String] { values(name).compactMap(\.string) }

  /// The first value as a string; `nil` when it is absent or no string.
  package func string(_ name: String) -> String? { values(name).first?.string }

  /// All values that are whole numbers.
  package func numbers(_ name: String) -> [Int] { values(name).compactMap(\.number) }

  /// The first value as a whole number; `nil` when it is absent or no number.
  package func number(_ name: String) -> Int? { values(name).first?.number }

  /// The first value as a flag; `nil` when it is absent or no flag.
  package func flag(_ name: String) -> Bool? {
    guard case .boolean(let flag)? = values(name).first else { return nil }
    return flag
  }

  /// The first value as a range; a single number counts as a range of one.
  package func range(_ name: String) -> ClosedRange<Int>? {
    switch values(name).first {
    case .range(let from, let to) where from <= to: from...to
    case .integer(let number): number...number
    default: nil
    }
  }

  /// Resolutions in dots per inch that are the same both ways, in the order of the answer.
  package func resolutions(_ name: String) -> [Int] {
    values(name).compactMap { value in
      guard case .resolution(let across, let down, true) = value, across == down else { return nil }
      return across
    }
  }
}

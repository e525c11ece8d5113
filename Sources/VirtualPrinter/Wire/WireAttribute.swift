/// A named attribute with one value or more.
package struct WireAttribute: Hashable, Sendable {
  /// The attribute's keyword, such as `job-state`.
  package let name: String
  /// Its values in their order; never empty.
  package let values: [WireValue]

  /// An attribute from its name and its values, at least one.
  package init(_ name: String, _ values: [WireValue]) {
    precondition(!values.isEmpty, "an attribute has a value")
    self.name = name
    self.values = values
  }

  /// An attribute with one value.
  package init(_ name: String, _ value: WireValue) { self.init(name, [value]) }
}

extension [WireAttribute] {
  /// The attribute of that name.
  package subscript(name: String) -> WireAttribute? { first { $0.name == name } }

  /// The first value of that attribute as a number.
  package func number(_ name: String) -> Int? { self[name]?.values.first?.number }

  /// The first value of that attribute as text.
  package func string(_ name: String) -> String? { self[name]?.values.first?.string }

  /// All texts of that attribute.
  package func strings(_ name: String) -> [String] {
    self[name]?.values.compactMap(\.string) ?? []
  }

  /// The first value of that attribute as a truth.
  package func flag(_ name: String) -> Bool? { self[name]?.values.first?.flag }
}

/// The attributes a client asks for by name or by group (RFC 8011 sections 4.2.5.1 and 4.3.4.1).
struct AttributeWish {
  /// Attributes with the names of the groups they belong to.
  struct Shelf {
    let groups: Set<String>
    let attributes: [WireAttribute]
  }

  private let names: Set<String>

  /// - Parameters:
  ///   - names: `requested-attributes`.
  ///   - otherwise: what is meant when none are named.
  init(_ names: [String], otherwise: [String]) {
    self.names = Set(names.isEmpty ? otherwise : names)
  }

  /// What was asked for, in the order of the shelves.
  func chosen(from shelves: [Shelf]) -> [WireAttribute] {
    shelves.flatMap { shelf in
      names.isDisjoint(with: shelf.groups)
        ? shelf.attributes.filter { names.contains($0.name) } : shelf.attributes
    }
  }
}

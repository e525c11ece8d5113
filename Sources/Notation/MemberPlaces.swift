package import Diagnostics

/// Where an object and each of its members stand, for faults that show only after reading.
///
/// Any two are equal, so that values which keep them compare by what they say.
package struct MemberPlaces: Hashable, Sendable {
  /// Where the object stands.
  package let whole: Place
  private let members: [String: Node.Member]

  /// The places of an object's members.
  init(whole: Place, members: [String: Node.Member]) {
    self.whole = whole
    self.members = members
  }

  /// For a value that was not read from a text.
  package static let none = MemberPlaces(whole: Place(), members: [:])

  /// Where a member stands, or where the object stands when the member is absent.
  package subscript(key: String) -> Place { members[key]?.node.place ?? whole }

  /// Always true.
  package static func == (a: MemberPlaces, b: MemberPlaces) -> Bool { true }

  /// Hashes nothing, as all are equal.
  package func hash(into hasher: inout Hasher) {}
}

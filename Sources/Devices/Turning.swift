/// How sheets printed on one side go back into a printer that a person turns them for (S2-130).
///
/// Found once for a printer and feed path with the test sheets of `printer turning-test`.
package struct Turning: Hashable, Codable, Sendable {
  /// How the printed pile is laid back into the paper tray.
  package enum Pile: String, CaseIterable, Codable, Sendable {
    /// As it came out, neither turned over nor around.
    case asIs = "as-is"
    /// Turned over like the page of a book: left and right change places.
    case turnedOver = "turned-over"
  }

  /// In which order the sheets are drawn in again.
  package enum Order: String, CaseIterable, Codable, Sendable {
    /// The sheet that was printed first comes first.
    case same
    /// The sheet that was printed last comes first.
    case reversed
  }

  /// How a back page has to be turned to stand upright behind its front.
  package enum Rotation: String, CaseIterable, Codable, Sendable {
    case none
    /// By 180°.
    case half
  }

  /// How the printed pile is laid back into the paper tray.
  package let pile: Pile
  /// In which order the sheets are drawn in again.
  package let order: Order
  /// How a back page has to be turned.
  package let rotation: Rotation

  /// A turning from its three facts.
  package init(pile: Pile, order: Order, rotation: Rotation) {
    self.pile = pile
    self.order = order
    self.rotation = rotation
  }
}

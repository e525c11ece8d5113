package import Diagnostics
package import DisplayList
package import Measures
package import Notation

/// How a text of the form looks, by name in the layout's `styles`.
package struct Style: Hashable, Sendable, NodeReadable {
  /// Where lines stand in their frame.
  package enum Alignment: String, CaseIterable, NodeChoice {
    case left, center, right
  }

  /// The font role of `Fonts/fonts.yaml`.
  package let font: String
  /// Whether the bold face of the font is used.
  package let isBold: Bool
  /// The size that texts have where they fit.
  package let size: Length
  /// The smallest size the text may shrink to; equal to `size` when it may not.
  package let minimum: Length
  /// The distance of baselines as a multiple of the size.
  package let leading: Double
  /// Where lines stand between left and right of the frame.
  package let alignment: Alignment
  /// The colour of the text.
  package let ink: Ink
  /// Where the members stand.
  package let places: MemberPlaces

  /// A style from all of its values.
  package init(
    font: String, isBold: Bool, size: Length, minimum: Length, leading: Double,
    alignment: Alignment, ink: Ink, places: MemberPlaces = .none
  ) {
    self.font = font
    self.isBold = isBold
    self.size = size
    self.minimum = minimum
    self.leading = leading
    self.alignment = alignment
    self.ink = ink
    self.places = places
  }

  /// Reads a style with sizes in points, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    places = reader.places
    let font: String? = reader.required("font")
    let size: Double? = reader.required("size")
    let minimum: Double? = reader.optional("minimum")
    isBold = reader.optional("bold") ?? false
    leading = reader.optional("leading") ?? 1.2
    alignment = reader.optional("align") ?? .left
    ink = reader.optional("ink") ?? .black
    reader.finish()
    guard let font, let size else { return nil }
    guard (1...200).contains(size), (1...size).contains(minimum ?? size) else {
      findings.error(
        at: reader.place(of: minimum == nil ? "size" : "minimum"), Wording.minimumAboveSize)
      return nil
    }
    guard (0.8...4).contains(leading) else {
      findings.error(at: reader.place(of: "leading"), Wording.leadingRange)
      return nil
    }
    self.font = font
    self.size = .pt(size)
    self.minimum = .pt(minimum ?? size)
  }
}

extension Ink: NodeReadable {
  /// Reads `#rrggbb`, or reports that the text is no colour.
  package init?(_ node: Node, _ findings: Findings) {
    guard let text = String(node, findings) else { return nil }
    guard let ink = Ink(hex: text) else {
      findings.error(at: node.place, Wording.notAnInk(text))
      return nil
    }
    self = ink
  }
}

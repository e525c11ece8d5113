package import Diagnostics
package import Measures
package import Notation

/// A numbered box of a form: frame, caption and what it shows.
package struct FormBox: Hashable, Sendable, NodeReadable {
  /// The box's name, such as `1`, `header`, `official-use`.
  package let id: String
  /// The frame, relative to the paper.
  package let frame: Rect
  /// Whether the frame is drawn; true unless stated.
  package let hasBorder: Bool
  /// The printed caption; `nil` for a box without one.
  package let caption: Pattern?
  /// The style of the caption, a name of `styles`.
  package let captionStyle: String
  /// The main content below the caption; frame relative to the box.
  package let content: TextElement?
  /// Further texts; frames relative to the box.
  package let parts: [TextElement]
  /// Squares to tick, relative to the box.
  package let ticks: [TickBox]
  /// Straight rules, relative to the box.
  package let rules: [Rule]
  /// Where the members stand.
  package let places: MemberPlaces

  /// Every text of the box: its content, then its parts.
  package var texts: [TextElement] { (content.map { [$0] } ?? []) + parts }

  /// Reads a box, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    places = reader.places
    let id: String? = reader.required("id")
    let frame: Rect? = reader.required("frame")
    hasBorder = reader.optional("border") ?? true
    caption = reader.optional("caption")
    captionStyle = reader.optional("caption-style") ?? "caption"
    let show: Pattern? = reader.optional("show")
    let lead: Pattern? = reader.optional("lead")
    let style: String = reader.optional("style") ?? "value"
    let overflow: TextElement.Overflow = reader.optional("overflow") ?? .refuse
    let vertical: TextElement.VerticalAlignment = reader.optional("vertical") ?? .top
    let top: Length? = reader.optional("content-top")
    parts = reader.optional("parts") ?? []
    ticks = reader.optional("ticks") ?? []
    rules = reader.optional("rules") ?? []
    reader.finish()
    if show == nil, lead != nil {
      findings.error(at: reader.place(of: "lead"), Wording.leadWithoutShow)
    }
    guard let id, let frame else { return nil }
    self.id = id
    self.frame = frame
    let contentTop = top ?? (caption == nil ? .mm(1) : .mm(4.6))
    content = show.map { pattern in
      TextElement(
        words: .shown(pattern), lead: lead,
        frame: Rect(
          x: Self.inset, y: contentTop, width: frame.width - Self.inset * 2,
          height: frame.height - contentTop - .mm(0.6)),
        style: style, overflow: overflow, vertical: vertical, places: reader.places)
    }
  }

  /// The distance of texts from the box's left and right border.
  package static let inset = Length.mm(1.5)
}

/// A small square that is crossed when a field has a value.
package struct TickBox: Hashable, Sendable, NodeReadable {
  /// The upper left corner, relative to the box.
  package let at: Point
  /// The square's side.
  package let side: Length
  /// Crossed when it holds; a square without a condition stays empty for others to fill in.
  package let condition: Condition?
  /// Where the members stand.
  package let places: MemberPlaces

  /// The square, relative to the box.
  package var frame: Rect { Rect(origin: at, size: Size(width: side, height: side)) }

  /// Reads a square, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    places = reader.places
    let at: Point? = reader.required("at")
    side = reader.optional("side") ?? .mm(3)
    condition = reader.optional("when")
    reader.finish()
    guard let at else { return nil }
    self.at = at
  }
}

/// A straight rule from one point to another.
package struct Rule: Hashable, Sendable, NodeReadable {
  /// Where the rule begins, relative to the box.
  package let from: Point
  /// Where the rule ends, relative to the box.
  package let to: Point
  /// The width of the line; 0.15 mm unless stated.
  package let width: Length
  /// Where the members stand.
  package let places: MemberPlaces

  /// What the rule spans, relative to the box.
  package var frame: Rect {
    Rect(
      x: min(from.x, to.x), y: min(from.y, to.y), width: max(from.x, to.x) - min(from.x, to.x),
      height: max(from.y, to.y) - min(from.y, to.y))
  }

  /// Reads a rule, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    places = reader.places
    let from: Point? = reader.required("from")
    let to: Point? = reader.required("to")
    width = reader.optional("width") ?? .mm(0.15)
    reader.finish()
    guard let from, let to else { return nil }
    self.from = from
    self.to = to
  }
}

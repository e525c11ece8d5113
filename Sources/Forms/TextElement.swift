package import Diagnostics
package import Measures
package import Notation

/// A text at a place of a face: fixed words of the form or a pattern of fields.
package struct TextElement: Hashable, Sendable, NodeReadable {
  /// What to do with text that does not fit at the smallest size.
  package enum Overflow: String, CaseIterable, NodeChoice {
    /// Refuse the certificate and name the box.
    case refuse
    /// Print `SEE ATTACHMENT` and put the whole text on an attachment sheet.
    case attachment
  }

  /// Where lines stand between top and bottom of the frame.
  package enum VerticalAlignment: String, CaseIterable, NodeChoice {
    case top, middle, bottom
  }

  /// The two kinds of content.
  package enum Words: Hashable, Sendable {
    /// Words of the form itself: the form layer.
    case fixed(Pattern)
    /// Contents of fields: the data layer.
    case shown(Pattern)

    /// The pattern of either kind.
    package var pattern: Pattern {
      switch self {
      case .fixed(let pattern), .shown(let pattern): pattern
      }
    }
  }

  /// A name by which a file that includes this one may change the element; `nil` without one.
  package let id: String?
  /// What the element says, and in which layer.
  package let words: Words
  /// What stands above the words in the same frame and never moves to an attachment: marks such as
  /// that of a duplicate; `nil` for none.
  package let lead: Pattern?
  /// The frame, relative to the box that holds the element or to the paper.
  package let frame: Rect
  /// A name of `styles`.
  package let style: String
  /// Whether lines longer than the frame are broken.
  package let wraps: Bool
  /// What to do with text that does not fit at the smallest size.
  package let overflow: Overflow
  /// Where lines stand between top and bottom of the frame.
  package let vertical: VerticalAlignment
  /// What must hold for the element to appear.
  package let condition: Condition?
  /// Where the members stand.
  package let places: MemberPlaces
  /// Where the frame is stated; for the content of a box, the frame of the box.
  package var place: Place { places["frame"] }

  /// What leads the element, then its words.
  package var patterns: [Pattern] { (lead.map { [$0] } ?? []) + [words.pattern] }

  /// A text that wraps from the top of its frame, unless stated otherwise.
  package init(
    id: String? = nil, words: Words, lead: Pattern? = nil, frame: Rect, style: String,
    wraps: Bool = true,
    overflow: Overflow = .refuse,
    vertical: VerticalAlignment = .top, condition: Condition? = nil, places: MemberPlaces = .none
  ) {
    self.id = id
    self.words = words
    self.lead = lead
    self.frame = frame
    self.style = style
    self.wraps = wraps
    self.overflow = overflow
    self.vertical = vertical
    self.condition = condition
    self.places = places
  }

  /// Reads a text with either `text` or `show`, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    places = reader.places
    id = reader.optional("id")
    let fixed: Pattern? = reader.optional("text")
    let shown: Pattern? = reader.optional("show")
    lead = reader.optional("lead")
    let frame: Rect? = reader.required("frame")
    let style: String? = reader.required("style")
    wraps = reader.optional("wrap") ?? true
    overflow = reader.optional("overflow") ?? .refuse
    vertical = reader.optional("vertical") ?? .top
    condition = reader.optional("when")
    reader.finish()
    switch (fixed, shown) {
    case (let fixed?, nil): words = .fixed(fixed)
    case (nil, let shown?): words = .shown(shown)
    default:
      if !findings.hasErrors || (fixed != nil && shown != nil)
        || (reader.node("text") == nil && reader.node("show") == nil)
      {
        findings.error(at: reader.place, Wording.textOrShow)
      }
      return nil
    }
    if fixed != nil, lead != nil {
      findings.error(at: reader.place(of: "lead"), Wording.leadWithoutShow)
    }
    guard let frame, let style else { return nil }
    self.frame = frame
    self.style = style
  }

  /// The name in `styles` of what leads an element.
  package static let leadStyle = "lead"
}

package import Certificates
package import Diagnostics
package import Measures
package import Notation

/// One edition of a form, as its `layout.yaml` states it.
package struct Layout: Sendable {
  /// The form code of design §6, such as `C`.
  package let form: String
  /// The edition's name, such as `2012`.
  package let edition: String
  /// The first issue date the edition serves.
  package let from: CalendarDate
  /// The last issue date the edition serves; `nil` while it is in use.
  package let until: CalendarDate?
  /// The form's title in English.
  package let titleEnglish: String
  /// The form's title in Chinese.
  package let titleChinese: String
  /// The natural language of the form, `en` or `zh`.
  package let language: Language
  /// Width and height of the sheets.
  package let paper: Size
  /// The part of the front and further sheets that may be printed on; the overleaf may use all paper.
  package let imageArea: Rect
  /// What the parts of the edition rest on.
  package let facts: Facts
  /// The styles by name.
  package let styles: [String: Style]
  /// The waves under the sides that have a background; `nil` for a form without them.
  package let guilloche: Guilloche?
  /// Where status words stand on every page.
  package let status: StatusPlaces
  /// Where the label of a duplicate or copy stands on every page.
  package let label: LabelPlace
  /// The first sheet's front.
  package let front: Face
  /// Sheets after the first.
  package let continuation: Face
  /// The printed back; `nil` for a form without one.
  package let overleaf: Face?
  /// The sheet for what found no room on the form.
  package let attachment: AttachmentFace
  /// The overleaf's notes, empty without an overleaf.
  package let notes: [NoteBlock]
  /// The file the layout was read from.
  package let file: String
  /// Where the members stand.
  package let places: MemberPlaces

  /// Languages that forms are written in.
  package enum Language: String, CaseIterable, NodeChoice {
    case english = "en"
    case chinese = "zh"

    /// What stands in a box that must be filled and has nothing to say.
    var wordForNone: String { self == .chinese ? "无" : "NONE" }
  }

  /// The layout's name in messages, such as `C 2012`.
  package var name: String { "\(form) \(edition)" }

  /// Whether the edition serves certificates of a day.
  package func serves(_ day: CalendarDate) -> Bool {
    from <= day && until.map { day <= $0 } ?? true
  }

  /// The style of a name; the checker has made sure that it exists.
  package func style(_ name: String) -> Style {
    guard let style = styles[name] else { preconditionFailure("style \(name) was not checked") }
    return style
  }
}

/// What the parts of an edition rest on, and whether each was held against the official form.
package struct Facts: Hashable, Sendable, NodeReadable {
  /// One part's source.
  package struct Fact: Hashable, Sendable, NodeReadable {
    /// Where the facts stand, or what the part follows for want of a source.
    package let source: String
    /// Whether the part was held against the official form.
    package let isVerified: Bool

    /// Reads a fact, or reports what is wrong with it.
    package init?(_ node: Node, _ findings: Findings) {
      guard let reader = ObjectReader(node, findings) else { return nil }
      let source: String? = reader.required("source")
      let verified: Bool? = reader.required("verified")
      reader.finish()
      guard let source, let verified else { return nil }
      self.source = source
      isVerified = verified
    }
  }

  /// For sizes and places of paper, boxes and columns.
  package let geometry: Fact
  /// For the words of captions and titles.
  package let captions: Fact
  /// For the words of declaration and certification.
  package let declaration: Fact
  /// For the words of the notes; `nil` without an overleaf.
  package let overleaf: Fact?
  /// Where the members stand.
  package let places: MemberPlaces

  /// Reads the facts, or reports what is wrong with them.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    places = reader.places
    let geometry: Fact? = reader.required("geometry")
    let captions: Fact? = reader.required("captions")
    let declaration: Fact? = reader.required("declaration")
    overleaf = reader.optional("overleaf")
    reader.finish()
    guard let geometry, let captions, let declaration else { return nil }
    self.geometry = geometry
    self.captions = captions
    self.declaration = declaration
  }

  /// Every part by name.
  package var parts: [(name: String, fact: Fact)] {
    [("geometry", geometry), ("captions", captions), ("declaration", declaration)]
      + (overleaf.map { [("overleaf", $0)] } ?? [])
  }

  /// Whether every part was held against the official form.
  package var areVerified: Bool { parts.allSatisfy(\.fact.isVerified) }
}

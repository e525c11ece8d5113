package import Diagnostics
package import DisplayList
package import Measures
package import Notation

/// The guilloche of a form: families of waves over a frame, from parameters, always as vectors.
package struct Guilloche: Hashable, Sendable, NodeReadable {
  /// The area the waves fill, relative to the paper.
  package let frame: Rect
  /// The colour of the lines.
  package let ink: Ink
  /// The width of each line; 0.1 mm unless stated.
  package let lineWidth: Length
  /// The number of wave lines.
  package let lines: Int
  /// The number of periods over the width of the frame.
  package let periods: Int
  /// The height of a wave above and below its middle.
  package let amplitude: Length
  /// Where the members stand.
  package let places: MemberPlaces

  /// Reads a guilloche, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    places = reader.places
    let frame: Rect? = reader.required("frame")
    let ink: Ink? = reader.required("ink")
    let lines: Int? = reader.required("lines")
    let periods: Int? = reader.required("periods")
    let amplitude: Length? = reader.required("amplitude")
    lineWidth = reader.optional("line-width") ?? .mm(0.1)
    reader.finish()
    guard let frame, let ink, let lines, let periods, let amplitude else { return nil }
    guard (1...400).contains(lines), (1...60).contains(periods) else {
      findings.error(at: reader.place, Wording.guillocheRange)
      return nil
    }
    self.frame = frame
    self.ink = ink
    self.lines = lines
    self.periods = periods
    self.amplitude = amplitude
  }
}

/// Where the verification code stands.
package struct CodePlace: Hashable, Sendable, NodeReadable {
  /// The square of the code with its quiet zone; nothing else is printed inside.
  package let frame: Rect
  /// The box it stands in.
  package let box: String
  /// Whether it is printed only where the site says so, on stock that was not made for it.
  package let isOptional: Bool
  /// Where the members stand.
  package let places: MemberPlaces

  /// Reads the place of the code, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    places = reader.places
    let frame: Rect? = reader.required("frame")
    let box: String? = reader.required("box")
    isOptional = reader.optional("optional") ?? false
    reader.finish()
    guard let frame, let box else { return nil }
    self.frame = frame
    self.box = box
  }
}

/// Where status words such as 非有效证书 stand: large, pale and aslant.
package struct StatusPlaces: Hashable, Sendable, NodeReadable {
  /// The middle of each word.
  package let centres: [Point]
  /// A name of `styles`.
  package let style: String
  /// Counterclockwise turn in degrees.
  package let turn: Double
  /// Where the members stand.
  package let places: MemberPlaces

  /// Reads the places, or reports what is wrong with them; there must be three at least.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    places = reader.places
    let centres: [Point]? = reader.required("centres")
    let style: String? = reader.required("style")
    turn = reader.optional("turn") ?? 0
    reader.finish()
    guard let centres, let style else { return nil }
    guard centres.count >= 3 else {
      findings.error(at: reader.place(of: "centres"), Wording.tooFewStatusPlaces)
      return nil
    }
    self.centres = centres
    self.style = style
  }
}

/// Where the label of a duplicate or copy stands, such as 失证副本 1; nothing else is near it.
package struct LabelPlace: Hashable, Sendable, NodeReadable {
  /// The frame of its one line, relative to the paper.
  package let frame: Rect
  /// A name of `styles`.
  package let style: String

  /// Reads the place, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let frame: Rect? = reader.required("frame")
    let style: String? = reader.required("style")
    reader.finish()
    guard let frame, let style else { return nil }
    self.frame = frame
    self.style = style
  }
}

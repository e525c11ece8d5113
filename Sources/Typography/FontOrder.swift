package import Diagnostics
package import Notation

/// The faces of one role in the order in which a character is looked up.
package struct FontOrder: Sendable {
  /// The faces for regular text, first choice first.
  package let regular: [FaceReference]
  /// The faces for bold text, first choice first.
  package let bold: [FaceReference]
  /// The line box above the baseline as a share of the size, whatever face steps in.
  package let ascent: Double
  /// The line box below the baseline as a share of the size.
  package let descent: Double
}

extension FontOrder: NodeReadable {
  /// Reads the faces and the line box of a role; `nil` when a member is missing or wrong.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let regular: [FaceReference]? = reader.required("regular")
    let bold: [FaceReference]? = reader.required("bold")
    let ascent = Self.share("ascent", reader)
    let descent = Self.share("descent", reader)
    reader.finish()
    guard let regular, let bold, let ascent, let descent else { return nil }
    self.init(regular: regular, bold: bold, ascent: ascent, descent: descent)
  }

  private static func share(_ key: String, _ reader: ObjectReader) -> Double? {
    guard let value: Double = reader.required(key) else { return nil }
    guard value > 0, value <= 2 else {
      reader.findings.error(at: reader.place(of: key), Wording.badShare(key))
      return nil
    }
    return value
  }
}

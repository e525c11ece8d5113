/// What a mark on a page is for; each mark belongs to exactly one layer.
package enum Layer: String, CaseIterable, Codable, Sendable {
  /// The guilloche and other safety prints.
  case background
  /// Status words such as 非有效证书, COPY, 作废; drawn under the lines so that the text stays legible.
  case note
  /// Lines, captions and every other part of the blank form.
  case form
  /// The contents of the fields.
  case data
  /// Seals and signatures.
  case seal

  /// The layers in the order in which they are drawn.
  package static let drawingOrder: [Layer] = [.background, .note, .form, .data, .seal]
}

/// Which layers of a page come out.
package enum Content: String, CaseIterable, Codable, Sendable {
  /// Everything.
  case full
  /// Only what a preprinted form lacks (套打).
  case overlay
  /// Only the form itself, as proof and preview; always marked as a specimen.
  case blank

  /// The layers that come out.
  package var layers: Set<Layer> {
    switch self {
    case .full: Set(Layer.allCases)
    case .overlay: [.data, .seal, .note]
    case .blank: [.form, .background, .note]
    }
  }
}

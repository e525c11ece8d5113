/// How an output comes onto the page: as itself, or as a preview that says so.
///
/// Only ``released(_:)`` leaves an original or a duplicate unmarked, and only the release of an approved
/// certificate asks for it (design §5); commands show previews.
package struct Rendition: Hashable, Sendable {
  /// What is shown.
  package let kind: OutputKind
  /// Whether every page says 非有效证书 (S3-34).
  package let isPreview: Bool

  private init(kind: OutputKind, isPreview: Bool) {
    self.kind = kind
    self.isPreview = isPreview
  }

  /// A preview of an output: every page says that it is no valid certificate.
  package static func preview(of kind: OutputKind) -> Rendition {
    Rendition(kind: kind, isPreview: true)
  }

  /// The output itself.
  package static func released(_ kind: OutputKind) -> Rendition {
    Rendition(kind: kind, isPreview: false)
  }

  /// The preview of a certificate that is not issued yet.
  package static let draft = preview(of: .original)
  /// A sample of the form.
  package static let specimen = preview(of: .specimen)
}

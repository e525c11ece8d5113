package import Certificates
package import Diagnostics
package import DisplayList
package import Forms

/// A document set as the output itself, not as a preview: only such a one takes seals.
///
/// Only ``Typesetter/released(_:as:)`` makes one, and only the release of an approved certificate asks
/// for it (design §5).
package struct ReleasedDocument: Sendable {
  /// The pages in printing order, unsealed.
  package let document: Document
  /// Which output it is.
  package let kind: OutputKind

  fileprivate init(document: Document, kind: OutputKind) {
    self.document = document
    self.kind = kind
  }

  /// Whether it bears seals and signatures: originals and duplicates do, extra copies have no force.
  package var bearsSeals: Bool {
    switch kind {
    case .original, .duplicate: true
    case .copy, .void, .specimen: false
    }
  }
}

extension Typesetter {
  /// Sets a certificate as the output itself.
  ///
  /// - Parameters:
  ///   - form: the certificate bound to its layout.
  ///   - kind: which output it is.
  ///   - credential: its signed record with serial and check code.
  /// - Returns: the document, fit to be sealed.
  /// - Throws: ``Refusal`` as for previews.
  package func released(
    _ form: BoundForm, as kind: OutputKind, credential: PrintedCredential
  ) throws(Refusal) -> ReleasedDocument {
    ReleasedDocument(
      document: try document(of: form, as: .released(kind), credential: credential), kind: kind)
  }
}

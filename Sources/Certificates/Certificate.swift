/// A draft that passed every rule of its form kind on its day; only ``CertificateRules`` makes one.
///
/// The draft's fields are read through it: `certificate.exporter`.
@dynamicMemberLookup
package struct Certificate: Hashable, Sendable {
  /// The fields as they were checked.
  package let draft: CertificateDraft
  /// The day whose policy rows and form edition apply: the issue date, else the application date.
  package let day: CalendarDate
  /// SHA-256 of the canonical form of the draft, in hexadecimal.
  package let contentHash: String

  /// A field of the draft.
  package subscript<Value>(dynamicMember keyPath: KeyPath<CertificateDraft, Value>) -> Value {
    draft[keyPath: keyPath]
  }
}

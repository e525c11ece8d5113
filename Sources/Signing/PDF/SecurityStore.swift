/// What a verifier needs after the certificates' services are gone (ETSI EN 319 142-1, 5.4).
package struct SecurityStore: Hashable, Sendable {
  /// Certificates as DER.
  package let certificates: [[UInt8]]
  /// Revocation lists as DER.
  package let revocationLists: [[UInt8]]
  /// OCSP responses as DER.
  package let responses: [[UInt8]]

  /// A store from its parts, each as DER.
  package init(
    certificates: [[UInt8]], revocationLists: [[UInt8]], responses: [[UInt8]] = []
  ) {
    self.certificates = certificates
    self.revocationLists = revocationLists
    self.responses = responses
  }

  private static let kinds = ["Certs", "CRLs", "OCSPs"]
  private var parts: [[[UInt8]]] { [certificates, revocationLists, responses] }

  /// The file with this store as one more revision; the same bytes every time.
  func appended(to bytes: [UInt8]) throws(PDFFault) -> [UInt8] {
    let file = try PDFFile(bytes)
    var update = PDFUpdate(file)
    var dictionary = PDFDictionary(["Type": .name("DSS")])
    for (kind, values) in zip(Self.kinds, parts) where !values.isEmpty {
      dictionary[kind] = .array(values.map { .reference(update.addStream($0)) })
    }
    let store = update.reserve()
    update.set(store, .dictionary(dictionary))
    var catalog = try file.catalog
    catalog["DSS"] = .reference(store)
    update.set(try file.root, .dictionary(catalog))
    return try update.file().bytes
  }

  /// The store of a file; `nil` when it has none.
  init?(of file: PDFFile) throws(PDFFault) {
    guard let dictionary = try file.resolved(try file.catalog["DSS"])?.dictionary
    else { return nil }
    var parts: [[[UInt8]]] = []
    for kind in Self.kinds {
      var values: [[UInt8]] = []
      for value in dictionary[kind]?.array ?? [] {
        guard let reference = value.reference else { throw PDFFault.noTable }
        values.append(try file.stream(reference))
      }
      parts.append(values)
    }
    self.init(certificates: parts[0], revocationLists: parts[1], responses: parts[2])
  }
}

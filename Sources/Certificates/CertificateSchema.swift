package import Notation

/// The published schema of the certificate's JSON.
package enum CertificateSchema {
  /// JSON Schema 2020-12, made from the description that the reader works by.
  package static var json: JSONValue {
    var definitions: [JSONMember] = []
    for member in DraftShapes.certificate.definitions
    where !definitions.contains(where: { $0.key == member.key }) {
      definitions.append(member)
    }
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Certificate of origin",
      "$ref": "#/$defs/Certificate",
      "$defs": .object(definitions),
    ]
  }
}

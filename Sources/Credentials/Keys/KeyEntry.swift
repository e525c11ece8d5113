package import Certificates
package import Diagnostics
import Foundation
package import Notation

/// One public key of the list with the days it signs on.
package struct KeyEntry: Hashable, Sendable {
  /// The key.
  package let key: PublicKey
  /// The first day it may have signed a record of.
  package let from: CalendarDate
  /// The last day; keys overlap while one takes over from the other.
  package let until: CalendarDate
  /// From this day on nothing it signs counts, because it was lost; `nil` for a good key.
  package let revoked: CalendarDate?

  /// A key with its days.
  package init(
    key: PublicKey, from: CalendarDate, until: CalendarDate, revoked: CalendarDate? = nil
  ) {
    self.key = key
    self.from = from
    self.until = until
    self.revoked = revoked
  }

  /// Whether a record issued that day may bear the key's signature.
  package func serves(_ day: CalendarDate) -> Bool {
    from <= day && day <= until && (revoked.map { day < $0 } ?? true)
  }

  /// The entry as the list holds it.
  package var json: JSONValue {
    .object([
      "algorithm": .text(key.algorithm.rawValue), "fingerprint": .text(Hex.encode(key.fingerprint)),
      "spki": .text(key.spki.base64EncodedString()), "from": .text(from.description),
      "until": .text(until.description), "revoked": revoked.map { .text($0.description) },
    ])
  }
}

extension KeyEntry: NodeReadable {
  /// Reads an entry strictly: key, algorithm and fingerprint have to agree.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let algorithm: String? = reader.required("algorithm")
    let fingerprint: String? = reader.required("fingerprint")
    let spki: String? = reader.required("spki")
    let from: CalendarDate? = reader.required("from")
    let until: CalendarDate? = reader.required("until")
    let revoked: CalendarDate? = reader.optional("revoked")
    reader.finish()
    guard let algorithm, let fingerprint, let spki, let from, let until else { return nil }
    guard let key = Data(base64Encoded: spki).flatMap(PublicKey.init(spki:)),
      key.spki.base64EncodedString() == spki, key.algorithm.rawValue == algorithm,
      Hex.encode(key.fingerprint) == fingerprint, from <= until
    else {
      findings.error(at: reader.place, Wording.wrongKeyEntry)
      return nil
    }
    self.init(key: key, from: from, until: until, revoked: revoked)
  }
}

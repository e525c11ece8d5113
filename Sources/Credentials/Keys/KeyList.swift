package import Certificates
package import Diagnostics
package import Foundation
package import Notation

/// The published keys of an issuing body, signed by its root key.
///
/// Fetched once, it lets anyone check records without network. Old keys stay in it as long as
/// certificates that they signed may be shown.
package struct KeyList: Hashable, Sendable {
  /// The host that records of these keys name.
  package let domain: String
  /// Counts up with each change, so that an older list is told from a newer.
  package let version: Int
  /// The day of the list.
  package let day: CalendarDate
  /// The keys, oldest first.
  package let keys: [KeyEntry]
  /// The key that signed the list; its fingerprint stands in the issuing body's printed notice.
  package let root: PublicKey
  private let signature: [UInt8]

  private static let context = "originpress/key-list/v1\n"

  /// Signs a list.
  ///
  /// - Throws: what the signer throws.
  package init(
    domain: String, version: Int, day: CalendarDate, keys: [KeyEntry], by signer: RecordSigner
  ) async throws {
    self.domain = domain.lowercased()
    self.version = version
    self.day = day
    self.keys = keys
    root = signer.publicKey
    signature = try await signer.sign(
      Self.message(Self.body(domain.lowercased(), version, day, keys)))
  }

  /// Reads a list strictly.
  ///
  /// - Parameters:
  ///   - bytes: the file's JSON.
  ///   - file: the file's name for messages.
  /// - Throws: ``Refusal`` with everything that is wrong, a wrong signature included.
  package init(_ bytes: Data, file: String?) throws(Refusal) {
    let findings = Findings()
    let list = Self.read(try JSONText.parse(bytes, file: file), findings)
    try findings.throwErrors()
    guard let list else { preconditionFailure("a refused list must have been reported") }
    self = list
  }

  private init(
    _ domain: String, _ version: Int, _ day: CalendarDate, _ keys: [KeyEntry], _ root: PublicKey,
    _ signature: [UInt8]
  ) {
    self.domain = domain
    self.version = version
    self.day = day
    self.keys = keys
    self.root = root
    self.signature = signature
  }

  private static func read(_ node: Node, _ findings: Findings) -> KeyList? {
    guard let outer = ObjectReader(node, findings), let listNode = outer.node("list"),
      let reader = ObjectReader(listNode, findings)
    else {
      if !findings.hasErrors { findings.error(at: node.place, Wording.noKeyList) }
      return nil
    }
    let root: String? = outer.required("root")
    let signature: String? = outer.required("signature")
    outer.finish()
    let domain: String? = reader.required("domain")
    let version: Int? = reader.required("version")
    let day: CalendarDate? = reader.required("day")
    let keys: [KeyEntry]? = reader.required("keys")
    reader.finish()
    guard let root, let signature, let domain, let version, let day, let keys else { return nil }
    guard let rootKey = Data(base64Encoded: root).flatMap(PublicKey.init(spki:)),
      let mark = Data(base64Encoded: signature).map(Array.init),
      rootKey.isValid(mark, for: message(body(domain, version, day, keys)))
    else {
      findings.error(at: node.place, Wording.keyListNotSigned)
      return nil
    }
    return KeyList(domain, version, day, keys, rootKey, mark)
  }

  /// The file: the list with the root's key and signature beside it.
  package var json: JSONValue {
    [
      "list": Self.body(domain, version, day, keys),
      "root": .text(root.spki.base64EncodedString()),
      "signature": .text(Data(signature).base64EncodedString()),
    ]
  }

  private static func body(
    _ domain: String, _ version: Int, _ day: CalendarDate, _ keys: [KeyEntry]
  ) -> JSONValue {
    [
      "domain": .text(domain), "version": .integer(version), "day": .text(day.description),
      "keys": .list(keys.map(\.json)),
    ]
  }

  /// What the root signs: the list's canonical JSON after a line that no other signature begins with.
  private static func message(_ body: JSONValue) -> [UInt8] {
    Array(context.utf8) + JSONWriter.bytes(body.sorted, pretty: false)
  }

  /// The keys that an id may mean.
  package func entries(for keyID: [UInt8]) -> [KeyEntry] {
    keys.filter { $0.key.fingerprint.starts(with: keyID) }
  }

  /// Whether this list may take the place of an older one: same root and domain, a later version.
  package func follows(_ older: KeyList) -> Bool {
    root == older.root && domain == older.domain && version > older.version
  }
}

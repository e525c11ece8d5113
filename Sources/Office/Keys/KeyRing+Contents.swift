import Credentials
import Crypto
import Diagnostics
import Foundation
import Notation

extension KeyRing {
  /// The secrets as canonical JSON: sorted members, no blanks.
  var contents: [UInt8] {
    let value: JSONValue = [
      "checkCode": Self.text(checkCodeKey), "domain": .text(domain),
      "image": Self.text(imageKey.withUnsafeBytes { Data($0) }),
      "log": Self.text(log.rawRepresentation), "origin": .text(origin),
      "records": .list(records.map { Self.text($0.rawRepresentation) }),
      "root": Self.text(root.rawRepresentation),
    ]
    return JSONWriter.bytes(value.sorted, pretty: false)
  }

  /// Reads what ``contents`` writes; `nil` for anything else.
  init?(contents: [UInt8]) {
    let findings = Findings()
    guard let node = try? JSONText.parse(Data(contents), file: nil),
      let reader = ObjectReader(node, findings)
    else { return nil }
    let origin: String? = reader.required("origin")
    let domain: String? = reader.required("domain")
    let records: [String]? = reader.required("records")
    let secrets = ["root", "log", "checkCode", "image"].map { Self.secret(reader, $0) }
    reader.finish()
    guard !findings.hasErrors, let origin, let domain, let records, SignedNote.isName(origin),
      let root = secrets[0].flatMap({ try? Curve25519.Signing.PrivateKey(rawRepresentation: $0) }),
      let log = secrets[1].flatMap({ try? Curve25519.Signing.PrivateKey(rawRepresentation: $0) }),
      let checkCode = secrets[2], let image = secrets[3]
    else { return nil }
    let keys = records.compactMap { text in
      Data(base64Encoded: text).flatMap { try? P256.Signing.PrivateKey(rawRepresentation: $0) }
    }
    guard keys.count == records.count else { return nil }
    self.init(
      origin: origin, domain: domain, root: root, log: log, checkCodeKey: checkCode,
      imageKey: SymmetricKey(data: image), records: keys)
  }

  private static func text(_ secret: Data) -> JSONValue { .text(secret.base64EncodedString()) }

  private static func secret(_ reader: ObjectReader, _ key: String) -> Data? {
    let text: String? = reader.required(key)
    return text.flatMap { Data(base64Encoded: $0) }.flatMap { $0.count == secretLength ? $0 : nil }
  }
}

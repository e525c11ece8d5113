import Crypto
package import Diagnostics
package import Foundation
package import Notation

extension CertificateDraft {
  /// Reads a draft strictly, or reports everything that is wrong with it and returns `nil`.
  ///
  /// - Parameters:
  ///   - node: the JSON as read.
  ///   - findings: takes what is wrong.
  ///   - loadMark: reads a picture of marks by its path inside the folder given with the
  ///     certificate; whatever it throws is reported at the picture's place.
  package init?(
    _ node: Node, _ findings: Findings, loadMark: @escaping (String) throws -> Data
  ) {
    let own = Findings()
    let reading = DraftReading(findings: own, loadMark: loadMark)
    let draft = DraftShapes.certificate.read(node, reading)
    for diagnostic in own.diagnostics { findings.report(diagnostic) }
    guard let draft, !own.hasErrors else { return nil }
    self = draft
  }

  /// The draft as JSON in the order of the schema; pictures travel as base64.
  package var json: JSONValue { DraftShapes.certificate.write(self) }

  /// The canonical form: members sorted, no blanks, text in Unicode NFC, decimals without
  /// needless digits.
  package var canonicalBytes: [UInt8] {
    JSONWriter.bytes(json.sorted.normalised, pretty: false)
  }

  /// SHA-256 of the canonical form, in lower-case hexadecimal.
  package var contentHash: String {
    let digits = Array("0123456789abcdef".utf8)
    let hash = SHA256.hash(data: canonicalBytes)
    return String(
      decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension JSONValue {
  fileprivate var normalised: JSONValue {
    switch self {
    case .text(let text): .text(Text.normalised(text))
    case .list(let values): .list(values.map(\.normalised))
    case .object(let members):
      .object(members.map { JSONMember($0.key, $0.value.normalised) })
    default: self
    }
  }
}

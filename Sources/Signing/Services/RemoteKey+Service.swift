import Foundation
import Notation

extension RemoteKey {
  /// A key at a signing service that is reached over HTTP.
  ///
  /// Each signature is one POST of
  /// `{"key": NAME, "algorithm": "ecdsaP256" | "rsa", "digest": BASE64}`, the digest being the SHA-256
  /// of what is to be signed. The answer has status 200 and is `{"signature": BASE64}`.
  ///
  /// - Parameters:
  ///   - url: the service's address: https, or http on this machine.
  ///   - name: the key's name at the service.
  ///   - algorithm: how the key signs.
  ///   - token: the bearer token (RFC 6750) that our requests carry; `nil` for none.
  ///   - client: how the service is asked.
  package init(
    url: String, name: String, algorithm: SignatureAlgorithm, token: String?,
    client: ServiceClient = ServiceClient()
  ) {
    let headers = [
      "Content-Type: application/json", "Accept: application/json",
      token.map { "Authorization: Bearer \($0)" },
    ].compactMap(\.self)
    self.init(name: name, algorithm: algorithm) { request in
      let answer = try await client.post(Self.body(request), to: url, headers: headers)
      guard answer.status == 200 else { throw ServiceClient.Failure(status: answer.status) }
      guard let signature = Self.signature(in: answer.body) else {
        throw ServiceClient.Failure(description: "no signature in the answer")
      }
      return signature
    }
  }

  private static func body(_ request: Request) -> [UInt8] {
    JSONWriter.bytes(
      [
        "key": .text(request.key), "algorithm": .text(request.algorithm.rawValue),
        "digest": .text(Data(request.digest).base64EncodedString()),
      ], pretty: false)
  }

  private static func signature(in answer: [UInt8]) -> [UInt8]? {
    guard let node = try? JSONText.parse(Data(answer), file: nil),
      let text = node.member("signature")?.textValue, let bytes = Data(base64Encoded: text)
    else { return nil }
    return Array(bytes)
  }
}

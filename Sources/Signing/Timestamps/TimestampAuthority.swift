/// An authority that states when it saw a digest (RFC 3161).
///
/// The way to it is a closure, most often an HTTP POST of type `application/timestamp-query`.
package struct TimestampAuthority: Sendable {
  private let send: @Sendable ([UInt8]) async throws -> [UInt8]
  private let nonce: @Sendable () -> UInt64

  /// - Parameters:
  ///   - nonce: A number that is new for each request.
  ///   - send: Hands the request over as DER and gives the response; throws when none comes, or
  ///     a ``SigningError`` when what comes is none.
  package init(
    nonce: @escaping @Sendable () -> UInt64 = { .random(in: 1...(.max >> 1)) },
    send: @escaping @Sendable ([UInt8]) async throws -> [UInt8]
  ) {
    self.send = send
    self.nonce = nonce
  }

  /// A token over the bytes' SHA-256, as DER.
  ///
  /// Throws ``SigningError`` of code `timestamp-down` or `timestamp-refused`.
  func token(over bytes: [UInt8]) async throws(SigningError) -> [UInt8] {
    let digest = DigestAlgorithm.sha256.of(bytes)
    let nonce = nonce()
    let answer: [UInt8]
    do { answer = try await send(Self.request(digest, nonce)) } catch let error as SigningError {
      throw error
    } catch {
      throw SigningError(.timestampDown, Wording.timestampDown, cause: "\(error)")
    }
    do throws(DERFault) {
      let token = try TimestampToken(response: answer)
      guard token.imprint == digest, token.nonce == nonce
      else { throw DERFault(part: "digest or nonce") }
      return token.bytes
    } catch {
      throw SigningError(.timestampRefused, Wording.timestampRefused, cause: error.part)
    }
  }

  /// A TimeStampReq that asks for the authority's certificate (RFC 3161, 2.4.1).
  private static func request(_ digest: [UInt8], _ nonce: UInt64) -> [UInt8] {
    DERItem.sequence([
      .integer(1),
      .sequence([DigestAlgorithm.sha256.algorithm, .octets(digest)]),
      .number(nonce), .boolean(true),
    ]).encoded
  }
}

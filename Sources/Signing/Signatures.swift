/// The readers of what is inside a signature; only tests ask.
package enum Signatures {
  /// Hands bytes to each of them, which refuses or accepts them; only tests ask.
  package static func tryReading(_ bytes: [UInt8]) {
    _ = try? ReadMessage(bytes)
    _ = try? TimestampToken(bytes)
    _ = try? TimestampToken(response: bytes)
    _ = try? X509Certificate(bytes)
    _ = try? RevocationList(bytes)
    _ = try? PasswordBox(bytes)
    _ = try? ElectronicSeal(reading: bytes)
    _ = SealSignature.fault(of: bytes, over: [], maker: [])
  }
}

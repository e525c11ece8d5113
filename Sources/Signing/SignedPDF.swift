/// A signed file that passed our own check; only ``Signer`` makes one.
package struct SignedPDF: Sendable {
  /// The whole file.
  package let bytes: [UInt8]
  /// What its signature proves.
  package let level: SignatureLevel.Name
}

package import Foundation

/// Finished files bear seals, so they are kept as seals are: who has the register alone has none of them.
extension SealVault {
  /// Encrypts the finished file of an output, bound to the output's id.
  package func kept(file: Data, of output: String) -> Data {
    cipher.sealed(file, context: Self.context(output)).bytes
  }

  /// The finished file of an output; `nil` when the key is another one, or what is kept was altered or
  /// belongs to another output.
  package func file(_ kept: Data, of output: String) -> Data? {
    EncryptedPart(bytes: kept).flatMap { cipher.opened($0, context: Self.context(output)) }
  }

  private static func context(_ output: String) -> Data {
    Data("originpress file 1\n\(output)".utf8)
  }
}

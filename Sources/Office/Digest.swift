import Credentials
import Crypto
package import Foundation

/// SHA-256 as the register and manifests write it.
package enum Digest {
  /// The digest of some bytes in lower-case hexadecimal.
  package static func hex(_ bytes: Data) -> String { Hex.encode(SHA256.hash(data: bytes)) }
}

/// Where the private half of a key is.
package enum KeyReference: Hashable, Sendable {
  /// In the key ring that `originpress keys` keeps; for the record key only.
  case ring
  /// An encrypted PKCS #8 key as PEM, by its name in the keys' folder.
  case file(String)
  /// In a security module, reached by PKCS #11.
  case module(Module)
  /// At a remote signing service.
  case service(Service)

  /// A key in a security module.
  package struct Module: Hashable, Sendable {
    /// The path of the module's PKCS #11 library.
    package let library: String
    /// The label of the token.
    package let token: String
    /// The label of the private key on it.
    package let key: String
  }

  /// A key at a remote signing service.
  package struct Service: Hashable, Sendable {
    /// The address that requests are sent to.
    package let url: String
    /// The key's name at the service.
    package let key: String
    /// How the key signs.
    package let algorithm: Algorithm
    /// The file with the bearer token of our requests, by its name in the keys' folder.
    package let tokenFile: String?
  }

  /// How a key at a service signs, by the names of the service's interface.
  package enum Algorithm: String, CaseIterable, Sendable {
    case ecdsaP256
    case rsa
  }
}

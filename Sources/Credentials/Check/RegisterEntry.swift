/// What the register and the log know of one serial; the store answers with it.
package struct RegisterEntry: Hashable, Sendable {
  /// Where an output stands in its life.
  package enum State: Hashable, Sendable {
    /// Released, printing or uncertain: nobody has it in hand for sure.
    case open
    /// Issued, or a delivered file.
    case issued
    /// Void, for whatever reason.
    case void
    /// Void, because the print of another serial of the same certificate took its place.
    case reprinted
    /// The certificate was replaced by another number.
    case superseded(by: String)
  }

  /// Where the output stands.
  package let state: State
  /// Whether the log holds its release, which a check must have proven.
  package let isLogged: Bool
  /// The start of the certificate's hash as records carry it, 16 bytes.
  package let contentHash: [UInt8]

  /// An entry from what is known.
  package init(state: State, isLogged: Bool, contentHash: [UInt8]) {
    self.state = state
    self.isLogged = isLogged
    self.contentHash = contentHash
  }
}

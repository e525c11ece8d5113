import Diagnostics

/// How much a signature proves later (ETSI EN 319 142-1, 6).
package enum SignatureLevel: Sendable {
  /// B-B: who signed what.
  case basic
  /// B-T: also that it was there at a time; what we release.
  case timestamped(TimestampAuthority)
  /// B-LT: also what is needed to check it when the services are gone.
  case longTerm(TimestampAuthority, SecurityStore)

  var authority: TimestampAuthority? {
    switch self {
    case .basic: nil
    case .timestamped(let authority), .longTerm(let authority, _): authority
    }
  }

  /// Has the authority, if there is one, stamp a text that is no signature.
  ///
  /// Throws ``SigningError`` of code `timestamp-down` or `timestamp-refused`.
  package func check(_ trust: Trust) async throws(SigningError) {
    guard let authority else { return }
    let probe = Array("originpress/probe/v1\n".utf8)
    let bytes = try await authority.token(over: probe)
    guard let token = try? TimestampToken(bytes) else {
      preconditionFailure("a token that was read is read again")
    }
    if let fault = token.fault(over: probe, trust: trust) {
      throw SigningError(
        .timestampRefused, Wording.timestampRefused, cause: fault.message.english)
    }
  }

  /// The name of the level.
  package var name: Name {
    switch self {
    case .basic: .basic
    case .timestamped: .timestamped
    case .longTerm: .longTerm
    }
  }

  /// The level alone, as a check asks for it.
  package enum Name: String, CaseIterable, Sendable {
    case basic = "B-B"
    case timestamped = "B-T"
    case longTerm = "B-LT"
  }
}

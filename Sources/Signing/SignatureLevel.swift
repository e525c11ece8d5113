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

import DisplayList
import Seals
import Support
import Testing

/// Which seal stands on a certificate.
@Suite struct SealChoiceTests {
  private let owner = SealOwner.enterprise("1100B0001")

  private func approved(
    _ owner: SealOwner, _ kind: SealKind, version: Int = 1
  ) throws -> KeptSeal {
    var seal = SampleSeals.seal(owner, kind, version: version, at: 100)
    if owner.needsTwoApprovals { seal = try seal.approved(by: "chen", at: 150) }
    return try seal.approved(by: "li", at: 200)
  }

  @Test("The 中英文章 comes before the 公章, which every enterprise must have (S2-44)")
  func bilingual() throws {
    let official = try approved(owner, .company)
    let bilingual = try approved(owner, .bilingual)
    let pending = SampleSeals.seal(owner, .bilingual, version: 2)
    let withdrawn = try bilingual.withdrawn(by: "li", at: 300, reason: "worn")
    func shown(_ seals: [KeptSeal]) -> KeptSeal? {
      SealChoice.seal(for: .companySeal, of: owner, among: seals)
    }
    #expect(shown([official]) == official)
    #expect(shown([official, bilingual]) == bilingual)
    #expect(shown([bilingual, official]) == bilingual)
    #expect(shown([official, pending]) == official)
    #expect(shown([official, withdrawn]) == official)
    #expect(shown([bilingual]) == nil)
    #expect(shown([]) == nil)
    #expect(shown([SampleSeals.seal(owner, .company), bilingual]) == nil)
  }

  @Test("Every place gets the newest approved seal of its owner and no other's (S2-48)")
  func everyRole() throws {
    var seals = try SampleSeals.owners.flatMap { owner in
      try owner.kinds.map { try approved(owner, $0) }
    }
    seals.append(try approved(.officer("chen"), .signature))
    seals.append(SampleSeals.seal(.officer("li"), .signature, version: 2))
    let wanted: [(MarkRole, SealOwner, String)] = [
      (.companySeal, owner, "enterprise/1100B0001:bilingual:1"),
      (.signatorySignature, SampleSeals.owners[3], "signatory/1100B0001/zhang:signature:1"),
      (.issuerSeal, .issuer, "issuer:issuer:1"),
      (.retroactiveSeal, .issuer, "issuer:retroactive:1"),
      (.officerSignature, .officer("li"), "officer/li:signature:1"),
    ]
    for (role, owner, id) in wanted {
      #expect(SealChoice.seal(for: role, of: owner, among: seals)?.id == id)
      for other in SampleSeals.owners where other != owner {
        let kinds = other.kinds.filter { other.role(of: $0) == role }
        let found = SealChoice.seal(for: role, of: other, among: seals)
        #expect((found == nil) == kinds.isEmpty, "\(role) of \(other.text)")
      }
    }
    let newer = try approved(.officer("li"), .signature, version: 3)
    #expect(
      SealChoice.seal(for: .officerSignature, of: .officer("li"), among: [newer] + seals) == newer)
  }
}

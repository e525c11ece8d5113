import DisplayList
import Seals
import Support
import Testing

/// Whose seals are kept, and where they stand.
@Suite struct SealOwnerTests {
  @Test("An owner's text is read back", arguments: SampleSeals.owners)
  func text(_ owner: SealOwner) {
    #expect(SealOwner(owner.text) == owner)
    #expect(owner.isWellFormed)
  }

  @Test("The texts are those of records and commands")
  func texts() {
    #expect(
      SampleSeals.owners.map(\.text) == [
        "enterprise/1100B0001", "issuer", "officer/li", "signatory/1100B0001/zhang",
      ])
    #expect(
      SampleSeals.seal(.enterprise("1100B0001"), .company, version: 3).id
        == "enterprise/1100B0001:company:3")
  }

  @Test(
    "No other text is an owner",
    arguments: [
      "", "/", "issuer/", "issuer/x", "Issuer", "enterprise", "enterprise/", "enterprise/1100b0001",
      "enterprise/11 00", "enterprise/1100B0001/", "enterprise/企业", "enterprise/A:company:1",
      "signatory/1100B0001", "signatory/1100B0001/", "signatory//zhang",
      "signatory/1100B0001/Zhang",
      "signatory/1100B0001/zhang/x", "officer/Li", "officer/l:i", "officer/李", "officer/li\n",
      "officer/é", "enterprise/123456789012345678901234567890123",
    ])
  func refused(_ text: String) {
    #expect(SealOwner(text) == nil)
  }

  @Test("A code or id may have 32 characters, all of its kind")
  func longest() {
    let code = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
    #expect(SealOwner("enterprise/\(code)") == .enterprise(code))
    let id = "abcdefghijklmnopqrstuvwxyz-67890"
    #expect(SealOwner("officer/\(id)") == .officer(id))
    #expect(!SealOwner.enterprise("A/B").isWellFormed)
    #expect(!SealOwner.signatory(enterprise: "A", id: "").isWellFormed)
  }

  @Test("Each owner's kinds fill their role's places, and no other kind does")
  func roles() {
    let table: [(String, SealKind, MarkRole)] = [
      ("enterprise/1100B0001", .company, .companySeal),
      ("enterprise/1100B0001", .bilingual, .companySeal),
      ("signatory/1100B0001/zhang", .signature, .signatorySignature),
      ("issuer", .issuer, .issuerSeal), ("issuer", .retroactive, .retroactiveSeal),
      ("officer/li", .signature, .officerSignature),
    ]
    for owner in SampleSeals.owners {
      for kind in SealKind.allCases {
        let role = table.first { $0.0 == owner.text && $0.1 == kind }?.2
        #expect(owner.role(of: kind) == role, "\(owner.text) \(kind)")
        #expect(owner.kinds.contains(kind) == (role != nil), "\(owner.text) \(kind)")
      }
    }
  }
}

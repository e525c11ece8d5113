import DisplayList
package import Seals

/// What every repository of kept seals does; run over each of them.
package struct SealRepositoryContract {
  /// What was found wrong.
  package private(set) var failures: [String] = []

  /// Runs all of it, each part on an empty repository.
  ///
  /// - Parameter make: an empty repository, which may keep until the next call only.
  /// - Throws: what a repository throws where it must not.
  package init(_ make: () throws -> some SealRepository) throws {
    let empty = try make()
    try isEmpty(empty)
    let full = try make()
    try keepsAll(full)
    let numbered = try make()
    try numbersVersions(numbered)
    let decided = try make()
    try keepsEveryStatus(decided)
    let updated = try make()
    try changesTheStatusOnly(updated)
    let single = try make()
    try allowsOneApproved(single)
    let suspended = try make()
    try suspends(suspended)
    let replaced = try make()
    try replaces(replaced)
  }

  private mutating func expect(_ isSo: Bool, _ rule: String) {
    if !isSo { failures.append(rule) }
  }

  private mutating func expectRefusal(_ rule: String, _ body: () throws -> Void) {
    do {
      try body()
      failures.append(rule)
    } catch {}
  }

  private mutating func isEmpty(_ seals: some SealRepository) throws {
    expect(try seals.all().isEmpty, "a new repository has no seals")
    expect(try seals.seal("issuer:issuer:1") == nil, "an unknown id has no seal")
    for owner in SampleSeals.owners {
      expect(try seals.seals(of: owner).isEmpty, "an unknown owner has no seals")
      expect(try !seals.isSuspended(owner), "no owner is suspended at first")
      expect(try seals.owner(ofApproved: "no such seal") == nil, "no seal, no owner")
    }
  }

  private mutating func keepsAll(_ seals: some SealRepository) throws {
    var wanted: [KeptSeal] = []
    for owner in SampleSeals.owners {
      let kinds = owner.kinds.sorted { $0.rawValue < $1.rawValue }
      let own = kinds.flatMap { kind in (1...11).map { SampleSeals.seal(owner, kind, version: $0) }
      }
      // Recorded in turn, so that the order of recording is not that of reading.
      for seal in own.sorted(by: { $0.version < $1.version }) { try seals.insert(seal) }
      wanted += own
      expect(try seals.seals(of: owner) == own, "an owner's seals come by kind and version")
    }
    wanted.sort { ($0.owner.text, $0.kind.rawValue) < ($1.owner.text, $1.kind.rawValue) }
    expect(try seals.all() == wanted, "all seals come by owner, kind and version")
    for seal in wanted {
      expect(try seals.seal(seal.id) == seal, "\(seal.id) comes back as it was")
    }
  }

  private mutating func numbersVersions(_ seals: some SealRepository) throws {
    let owner = SealOwner.enterprise("1100B0001")
    expect(try seals.nextVersion(of: .company, for: owner) == 1, "versions begin with 1")
    try seals.insert(SampleSeals.seal(owner, .company))
    expect(try seals.nextVersion(of: .company, for: owner) == 2, "versions go on")
    expect(try seals.nextVersion(of: .bilingual, for: owner) == 1, "each kind has its versions")
    let other = SealOwner.enterprise("1100B0002")
    expect(try seals.nextVersion(of: .company, for: other) == 1, "each owner has their versions")
    for version in [1, 3] {
      expectRefusal("version \(version) is not the next one") {
        try seals.insert(SampleSeals.seal(owner, .company, version: version, at: 7))
      }
    }
    expect(
      try seals.all() == [SampleSeals.seal(owner, .company)], "what is refused is not recorded")
  }

  private mutating func keepsEveryStatus(_ seals: some SealRepository) throws {
    let fresh = SampleSeals.seal(.issuer, .issuer, at: 100)
    try seals.insert(fresh)
    let noted = try fresh.approved(by: "li", at: 200)
    let approved = try noted.approved(by: "chen", at: 300)
    let newer = try SampleSeals.seal(.issuer, .issuer, version: 2, at: 100)
      .approved(by: "li", at: 301).approved(by: "chen", at: 302)
    let statuses = [
      try fresh.returned(by: "li", at: 150, reason: "图样不清，请重新扫描"), noted,
      try noted.returned(by: "chen", at: 250, reason: "not 'the' seal; \"see\" letter"), approved,
      try approved.superseded(by: newer),
      try approved.withdrawn(by: "li", at: 4_102_444_800, reason: "lost"),
    ]
    for seal in statuses {
      try seals.update(seal)
      expect(try seals.seal(fresh.id) == seal, "the status '\(seal.status.stage)' is kept")
    }
  }

  private mutating func changesTheStatusOnly(_ seals: some SealRepository) throws {
    let owner = SealOwner.officer("li")
    let seal = SampleSeals.seal(owner, .signature)
    try seals.insert(seal)
    let other = SampleSeals.seal(owner, .signature, at: 900)
    let forged = KeptSeal(
      owner: owner, kind: .signature, version: 1, shape: .round, size: other.frame,
      frame: other.size, ink: .black, adjustment: .none, slider: Slider(99), digest: "other",
      enrolled: other.enrolled, mask: other.upload, upload: other.mask)
    let approved = try forged.approved(by: "chen", at: 1_800_000_001)
    expect(try seals.owner(ofApproved: approved.id) == nil, "not before it is approved")
    try seals.update(approved)
    expect(try seals.owner(ofApproved: approved.id) == approved.owner, "an approved seal's owner")
    expect(
      try seals.seal(seal.id) == seal.with(approved.status), "an update changes the status only")
    expectRefusal("only what is recorded is updated") {
      try seals.update(SampleSeals.seal(.officer("chen"), .signature))
    }
    expect(try seals.all().count == 1, "an update records no seal")
  }

  private mutating func allowsOneApproved(_ seals: some SealRepository) throws {
    let owner = SealOwner.enterprise("1100B0001")
    for version in 1...2 {
      try seals.insert(SampleSeals.seal(owner, .company, version: version, at: 100))
    }
    try seals.insert(SampleSeals.seal(owner, .bilingual, at: 100))
    let first = try SampleSeals.seal(owner, .company, at: 100).approved(by: "li", at: 200)
    let second = try SampleSeals.seal(owner, .company, version: 2, at: 100)
      .approved(by: "li", at: 300)
    try seals.update(first)
    try seals.update(SampleSeals.seal(owner, .bilingual, at: 100).approved(by: "li", at: 200))
    expectRefusal("an owner has one approved seal of a kind") { try seals.update(second) }
    expect(try seals.seal(second.id)?.status == .pending, "what is refused is not recorded")
    try seals.update(first.superseded(by: second))
    try seals.update(second)
    expect(try seals.seal(second.id) == second, "the next one is approved after the older's end")
  }

  private mutating func suspends(_ seals: some SealRepository) throws {
    let (li, zhang) = (SealOwner.officer("li"), SampleSeals.owners[3])
    // An owner need not have a seal.
    try seals.setSuspended(zhang, true, SealAct(by: "chen", at: 100))
    try seals.setSuspended(zhang, true, SealAct(by: "chen", at: 101))
    expect(try seals.isSuspended(zhang), "a suspended owner is")
    expect(try !seals.isSuspended(li), "the others are not")
    try seals.setSuspended(zhang, false, SealAct(by: "chen", at: 102))
    expect(try !seals.isSuspended(zhang), "a suspension ends")
    try seals.setSuspended(zhang, false, SealAct(by: "chen", at: 103))
    expect(try !seals.isSuspended(zhang), "what has ended may end again")
  }

  private mutating func replaces(_ seals: some SealRepository) throws {
    let owner = SealOwner.enterprise("1100B0001")
    let versions = (1...3).map { SampleSeals.seal(owner, .company, version: $0, at: 100) }
    for seal in versions { try seals.insert(seal) }
    _ = try seals.approve(versions[0].id, by: "li", at: 200)
    _ = try seals.approve(versions[2].id, by: "chen", at: 300)
    let stages = try seals.seals(of: owner).map(\.status.stage)
    expect(stages == [.superseded, .pending, .approved], "an approved seal replaces the older one")
    expect(
      try seals.seal(versions[0].id)?.status.ended == SealAct(by: "chen", at: 300),
      "the older one ends when the newer one begins")
    let before = try seals.all()
    expectRefusal("no older version replaces a newer one") {
      _ = try seals.approve(versions[1].id, by: "li", at: 400)
    }
    expectRefusal("an unknown seal is not approved") {
      _ = try seals.approve("enterprise/1100B0001:company:9", by: "li", at: 400)
    }
    expect(try seals.all() == before, "what is refused changes nothing")
  }
}

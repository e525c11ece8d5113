import Certificates
import Crypto
import Diagnostics
import DisplayList
import Foundation
import Measures
import Seals
import Support
import Testing
import Typesetting

/// Kept seals are ciphertext that only their vault opens, and only as what they are (sealing.md §7.6).
@Suite struct SealVaultTests {
  private let vault = ScannedSeals.vault()

  @Test("A document stamped from kept seals is the one stamped with the seals themselves")
  func stamped() throws {
    let adjustment = SealAdjustment(percent: 93, offset: Point(x: .mm(1.5), y: .mm(-2)))
    let kinds: [MarkRole: SealKind] = [
      .companySeal: .company, .signatorySignature: .signature, .issuerSeal: .issuer,
      .retroactiveSeal: .retroactive,
    ]
    var (kept, plain) = ([MarkRole: KeptSeal](), [MarkRole: SealStamp]())
    for (role, kind) in kinds {
      let seal = try ScannedSeals.approved(kind, in: vault, adjustment: adjustment)
      kept[role] = kind == .signature ? try signatory(adjustment) : seal
      plain[role] = SealStamp(try ScannedSeals.image(kind), adjustment: adjustment)
    }
    let straddle = try ScannedSeals.approved(.bilingual, in: vault)
    let released = try Workplace.released(items: 30)
    let ours = try vault.stamper(for: kept, straddle: straddle).sealed(released, mode: .electronic)
    let wanted = Stamper(
      stamps: plain, straddle: SealStamp(try ScannedSeals.image(.bilingual))
    ).sealed(released, mode: .electronic)
    #expect(ours.marks == wanted.marks)
    #expect(ours.document.masks == wanted.document.masks)
    #expect(Set(ours.marks.map(\.role)).isSuperset(of: [.issuerSeal, .companySeal, nil]))
  }

  private func signatory(_ adjustment: SealAdjustment) throws -> KeptSeal {
    try vault.kept(
      ScannedSeals.image(.signature), owner: SampleSeals.owners[3], version: 1,
      adjustment: adjustment, by: "wang", at: 100
    ).approved(by: "li", at: 200)
  }

  @Test("What is kept tells all about the seal but how it looks")
  func columns() throws {
    let image = try ScannedSeals.image(.company)
    let seal = try ScannedSeals.approved(.company, in: vault)
    #expect(seal.shape == image.shape && seal.size == image.size && seal.frame == image.frame)
    #expect(seal.ink == image.ink && seal.slider == image.slider)
    #expect(seal.enrolled == SealAct(by: "wang", at: 100))
    #expect(seal.mask.wrappedKey.count == 40 && seal.upload.wrappedKey.count == 40)
    #expect(seal.mask.box.count == image.mask.coverage.count + 8 + 28)
    #expect(seal.upload.box.count == image.upload.count + 8 + 28)
  }

  @Test("OpenSSL unwraps the keys (RFC 3394) and decrypts the parts to the mask and the file")
  func openSSL() throws {
    let image = try ScannedSeals.image(.company)
    let seal = try ScannedSeals.approved(.company, in: vault)
    let key = SeededBytes(seed: 1).next(32)
    let mask = try decrypted(seal.mask, key)
    let size = [image.mask.width, image.mask.height].flatMap { [0, 0, $0 >> 8, $0 & 255] }
    #expect(mask.prefix(8).map(Int.init) == size)
    #expect(mask.dropFirst(8) == image.mask.coverage)
    #expect(try decrypted(seal.upload, key).dropFirst(8) == image.upload)
  }

  /// GCM is counter mode from 2 on (NIST SP 800-38D, 7.1).
  private func decrypted(_ part: EncryptedPart, _ key: Data) throws -> Data {
    func hex(_ data: Data) -> String { data.map { String(format: "%02x", $0) }.joined() }
    func openSSL(_ cipher: String, _ key: Data, _ start: String, _ input: Data) throws -> Data {
      let result = try Program.run(
        "openssl", ["enc", "-d", cipher, "-K", hex(key), "-iv", start], input: input)
      try #require(result.status == 0, "\(result.errorText)")
      return result.output
    }
    let own = try openSSL("-id-aes256-wrap", key, "A6A6A6A6A6A6A6A6", part.wrappedKey)
    let start = hex(part.box.prefix(12)) + "00000002"
    return try openSSL("-aes-256-ctr", own, start, part.box.dropFirst(12).dropLast(16))
  }

  @Test("The digest is SHA-256 over what shows in print, and any part of that changes it")
  func digest() throws {
    let image = try ScannedSeals.image(.company)
    let seal = try ScannedSeals.approved(.company, in: vault)
    var bytes = Data("originpress seal 1\n".utf8)
    for number in [
      image.mask.width, image.mask.height, Int(image.ink.red), Int(image.ink.green),
      Int(image.ink.blue), image.frame.width.units, image.frame.height.units, 100, 0, 0,
    ] { withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) } }
    bytes += image.mask.coverage
    let hex = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
    #expect(seal.digest == hex)
    let moved = SealAdjustment(percent: 100, offset: Point(x: .mm(1), y: .zero))
    let turned = SealAdjustment(percent: 100, offset: Point(x: .zero, y: .mm(1)))
    let small = SealAdjustment(percent: 99, offset: .zero)
    let digests =
      try [moved, turned, small].map {
        try ScannedSeals.approved(.company, in: vault, adjustment: $0).digest
      } + [hex, try ScannedSeals.approved(.bilingual, in: vault).digest]
    #expect(Set(digests).count == 5)
  }

  @Test("Only approved seals are opened, and only for their own places")
  func approvedOnly() throws {
    let approved = try ScannedSeals.approved(.company, in: vault)
    let pending = approved.with(.pending)
    let returned = try pending.returned(by: "li", at: 300, reason: "blurred")
    let withdrawn = try approved.withdrawn(by: "li", at: 300, reason: "lost")
    let newer = approved.altered(version: 2)
    for seal in [pending, returned, withdrawn, try approved.superseded(by: newer)] {
      #expect(try code { try vault.stamper(for: [.companySeal: seal]) } == .notApproved)
      #expect(try code { try vault.stamper(for: [:], straddle: seal) } == .notApproved)
    }
    #expect(try code { try vault.stamper(for: [.companySeal: approved]) } == nil)
    for role in MarkRole.allCases where role != .companySeal {
      #expect(try code { try vault.stamper(for: [role: approved]) } == .wrongPlace, "\(role)")
    }
    let signature = try ScannedSeals.approved(.signature, in: vault)
    #expect(try code { try vault.stamper(for: [:], straddle: signature) } == .wrongPlace)
    let issuer = try ScannedSeals.approved(.issuer, in: vault)
    let single = try #require(
      SealStatus(stage: .approved, approved: SealAct(by: "li", at: 200)))
    #expect(try code { try vault.stamper(for: [.issuerSeal: issuer]) } == nil)
    #expect(try code { try vault.stamper(for: [.issuerSeal: issuer.with(single)]) } == .notApproved)
  }

  @Test("An owner keeps only kinds of their own")
  func kinds() throws {
    for owner in SampleSeals.owners {
      for kind in SealKind.allCases {
        let image = try ScannedSeals.image(kind)
        let kept = Result { try vault.kept(image, owner: owner, version: 1, by: "wang", at: 1) }
        switch kept {
        case .success: #expect(owner.kinds.contains(kind), "\(owner.text) \(kind)")
        case .failure(let error):
          #expect(!owner.kinds.contains(kind), "\(owner.text) \(kind)")
          #expect((error as? Refusal)?.diagnostics.first?.message.key == "seal.kind-of-owner")
        }
      }
    }
  }

  @Test("Another wrapping key opens nothing")
  func otherKey() throws {
    let seal = try ScannedSeals.approved(.company, in: vault)
    let other = ScannedSeals.vault(key: 2)
    #expect(try code { try other.stamper(for: [.companySeal: seal]) } == .unreadable)
    #expect(try code { try other.sample(of: seal) } == .unreadable)
    #expect(try code { try other.review(of: seal) } == .unreadable)
    #expect(try code { try ScannedSeals.vault(seed: 9).sample(of: seal) } == nil)
  }

  @Test("A flipped bit in any ciphertext or wrapped key is noticed")
  func flippedBits() throws {
    let seal = try ScannedSeals.approved(.company, in: vault)
    var dice = Dice(seed: 20_260_101)
    for _ in 0..<40 {
      let mask = seal.altered(mask: flipped(seal.mask, &dice))
      #expect(try code { try vault.stamper(for: [.companySeal: mask]) } == .unreadable)
      #expect(try code { try vault.sample(of: mask) } == .unreadable)
      #expect(try code { try vault.review(of: mask) } == nil, "the upload is as it was")
    }
    for place in 0..<40 {
      let mask = seal.altered(mask: flipped(seal.mask, key: place, bit: dice.number(0...7)))
      #expect(try code { try vault.sample(of: mask) } == .unreadable, "\(place)")
    }
  }

  @Test("Every part of an upload's ciphertext is guarded, nonce and tag too; so is its length")
  func flippedUpload() throws {
    let seal = try ScannedSeals.approved(.signature, in: vault)
    var dice = Dice(seed: 20_260_102)
    let count = seal.upload.box.count
    let places =
      Array(0..<40) + (0..<60).map { _ in dice.number(0...(count - 1)) }
      + Array((count - 16)..<count)
    for place in places {
      let part = flipped(seal.upload, box: place, bit: dice.number(0...7))
      #expect(
        try code { try vault.review(of: seal.altered(upload: part)) } == .unreadable, "\(place)")
    }
    for length in [0, 1, 11, 12, 27, 28, count - 1] {
      let part = EncryptedPart(
        wrappedKey: seal.upload.wrappedKey, box: seal.upload.box.prefix(length))
      #expect(
        try code { try vault.review(of: seal.altered(upload: part)) } == .unreadable, "\(length)")
    }
    for length in [0, 8, 16, 39] {
      let part = EncryptedPart(
        wrappedKey: seal.upload.wrappedKey.prefix(length), box: seal.upload.box)
      #expect(
        try code { try vault.review(of: seal.altered(upload: part)) } == .unreadable, "\(length)")
    }
  }

  @Test("A ciphertext opens only as the part of the owner, kind and version it was made for")
  func moved() throws {
    let seal = try ScannedSeals.approved(.company, in: vault)
    let other = try vault.kept(
      ScannedSeals.image(.company), owner: .enterprise("1100B0002"), version: 1, by: "wang", at: 100
    )
    #expect(seal.digest == other.digest, "the same mark, so that only the owner differs")
    let moved = [
      seal.altered(owner: .enterprise("1100B0002")), seal.altered(kind: .bilingual),
      seal.altered(version: 2), seal.altered(mask: other.mask, upload: other.upload),
      seal.altered(mask: seal.upload, upload: seal.mask),
      seal.altered(digest: String(repeating: "0", count: 64)),
    ]
    for seal in moved {
      #expect(try code { try vault.sample(of: seal) } == .unreadable)
      #expect(try code { try vault.review(of: seal) } == .unreadable)
    }
    for seal in [
      seal.altered(ink: .black), seal.altered(frame: Size(width: .mm(50), height: .mm(50))),
      seal.altered(adjustment: SealAdjustment(percent: 110, offset: .zero)),
    ] {
      #expect(try code { try vault.stamper(for: [.companySeal: seal]) } == .unreadable)
      #expect(try code { try vault.sample(of: seal) } == .unreadable)
    }
  }

  @Test("Every part has a key and a nonce of its own")
  func fresh() throws {
    let bytes = SeededBytes(seed: 3)
    let vault = SealVault(wrappingKey: SymmetricKey(size: .bits256)) { bytes.next($0) }
    let image = try ScannedSeals.image(.signature)
    var parts: [EncryptedPart] = []
    for version in 1...20 {
      let seal = try vault.kept(image, owner: .officer("li"), version: version, by: "li", at: 1)
      parts += [seal.mask, seal.upload]
    }
    #expect(bytes.all.map(\.count) == Array(repeating: [32, 12], count: 40).flatMap(\.self))
    #expect(Set(parts.map(\.wrappedKey)).count == 40)
    #expect(Set(parts.map { $0.box.prefix(12) }).count == 40)
    #expect(Set(bytes.all.filter { $0.count == 12 }) == Set(parts.map { Data($0.box.prefix(12)) }))
  }

  @Test("An error names the seal and holds nothing of it")
  func errorText() throws {
    let seal = try ScannedSeals.approved(.company, in: vault)
    do throws(SealKeepingError) {
      _ = try ScannedSeals.vault(key: 2).sample(of: seal)
      Issue.record("a wrong key opened a seal")
    } catch {
      #expect(
        "\(error)"
          == "the kept seal 'enterprise/1100B0001:company:1' cannot be opened: wrong key or "
          + "altered; restore it from the backup")
    }
  }

  private func code<Value>(_ body: () throws -> Value) throws -> SealKeepingError.Code? {
    do {
      _ = try body()
      return nil
    } catch let error as SealKeepingError { return error.code }
  }

  /// One bit flipped at a random place of the ciphertext.
  private func flipped(_ part: EncryptedPart, _ dice: inout Dice) -> EncryptedPart {
    flipped(part, box: dice.number(0...(part.box.count - 1)), bit: dice.number(0...7))
  }

  private func flipped(
    _ part: EncryptedPart, key: Int? = nil, box: Int? = nil, bit: Int
  ) -> EncryptedPart {
    var (wrapped, sealed) = (part.wrappedKey, part.box)
    if let key { wrapped[key] ^= 1 << UInt8(bit) }
    if let box { sealed[box] ^= 1 << UInt8(bit) }
    return EncryptedPart(wrappedKey: wrapped, box: sealed)
  }
}

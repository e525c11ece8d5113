package import Certificates
package import Credentials
import Crypto
import Diagnostics
import Foundation
import Notation

/// Makes, rotates and revokes the keys of a site.
package struct KeyCare {
  private let folder: KeyFolder
  private let issuer: Issuer
  private let password: [UInt8]
  private let day: CalendarDate
  private let random: KeyRing.Random

  /// A record key signs for a year.
  private static let months = 12

  /// - Parameters:
  ///   - folder: the keys' folder.
  ///   - issuer: the site, with its references.
  ///   - password: locks and opens the ring.
  ///   - day: today.
  ///   - random: where secrets come from.
  package init(
    _ folder: KeyFolder, of issuer: Issuer, password: [UInt8], day: CalendarDate,
    random: @escaping KeyRing.Random
  ) {
    self.folder = folder
    self.issuer = issuer
    self.password = password
    self.day = day
    self.random = random
  }

  /// Makes the ring, the first key list and the log's public key; never over others.
  ///
  /// - Parameters:
  ///   - origin: the log's name; `log` below the site's domain when left out.
  ///   - withAuthority: whether a demonstration authority is made too, with the key that it certifies
  ///     and a time-stamper.
  /// - Throws: ``OfficeError``; ``Refusal`` when the name is none, or an authority is asked for a
  ///   site that is no demonstration.
  package func make(origin: String? = nil, withAuthority: Bool = false) async throws {
    guard issuer.isDemonstration || !withAuthority else {
      throw Refusal(Diagnostic(at: .field("demonstration"), Wording.noDemonstration))
    }
    let domain = issuer.verificationDomain.lowercased()
    let origin = origin ?? "\(domain)/log"
    guard SignedNote.isName(origin) else {
      throw Refusal(Diagnostic(at: .field("origin"), Wording.noOrigin(origin)))
    }
    try folder.make()
    let names =
      [KeyFolder.ringName, KeyFolder.listName, KeyFolder.logName]
      + (withAuthority ? DemonstrationAuthority.names : [])
    for name in names where folder.has(name) {
      throw OfficeError(.keysExist, Wording.keysExist(folder.path(of: name)))
    }
    if withAuthority { try await DemonstrationAuthority(folder, password: password).make() }
    try await makeRing(origin: origin, domain: domain)
  }

  private func makeRing(origin: String, domain: String) async throws {
    let ring = KeyRing.make(
      origin: origin, domain: domain, makesRecordKey: issuer.keys.record.key == .ring,
      random: random)
    let list = try await KeyList(
      domain: domain, version: 1, day: day, keys: [try firstEntry(try newest(of: ring))],
      by: ring.rootSigner)
    // The ring comes last: without it nothing was in use yet.
    try folder.write(text(list), to: KeyFolder.listName, isPublic: true, isNew: true)
    try folder.write(
      Data((ring.noteSigner.key.text + "\n").utf8), to: KeyFolder.logName, isPublic: true,
      isNew: true)
    try folder.write(
      ring.locked(password: password, random: random), to: KeyFolder.ringName, isNew: true)
  }

  /// Puts a new record key beside the old ones.
  ///
  /// A key of the ring is made; for one outside it the new public half must lie in its file.
  ///
  /// - Parameter from: the first day it serves; today when left out.
  /// - Returns: the new entry of the list.
  /// - Throws: ``OfficeError``; ``Refusal`` when there is no new key.
  package func rotateRecord(from: CalendarDate? = nil) async throws -> KeyEntry {
    try await folder.locked {
      var (ring, list) = try open()
      if issuer.keys.record.key == .ring {
        ring = ring.addingRecordKey(random)
        // The secret is kept before its public half is published.
        try folder.write(
          ring.locked(password: password, random: random), to: KeyFolder.ringName)
      }
      let key = try newest(of: ring)
      guard !list.keys.contains(where: { $0.key == key }) else {
        throw Refusal(Diagnostic(at: Place(), Wording.keyListed))
      }
      let entry = try entry(key, from: from ?? day)
      try await publish(list.keys + [entry], after: list, ring)
      return entry
    }
  }

  /// Revokes a record key: nothing it signs from that day on counts.
  ///
  /// - Parameters:
  ///   - start: the start of its fingerprint in hexadecimal digits, at least 8 of them.
  ///   - from: the day; a later one than is listed is refused.
  /// - Returns: the changed entry of the list.
  /// - Throws: ``OfficeError``; ``Refusal`` when no one key is meant, or the day is not earlier.
  package func revoke(_ start: String, from: CalendarDate) async throws -> KeyEntry {
    try await folder.locked {
      let (ring, list) = try open()
      let found = list.keys.indices.filter {
        Hex.encode(list.keys[$0].key.fingerprint).hasPrefix(start.lowercased())
      }
      guard found.count == 1, start.count >= 8 else {
        throw Refusal(Diagnostic(at: .field("fingerprint"), Wording.unknownFingerprint(start)))
      }
      let old = list.keys[found[0]]
      if let revoked = old.revoked, revoked <= from {
        throw Refusal(Diagnostic(at: .field("from"), Wording.notLater(revoked)))
      }
      var keys = list.keys
      keys[found[0]] = KeyEntry(key: old.key, from: old.from, until: old.until, revoked: from)
      try await publish(keys, after: list, ring)
      return keys[found[0]]
    }
  }

  private func open() throws -> (KeyRing, KeyList) {
    let ring = try folder.ring(password: password)
    let known = try PublicKeys.open(folder)
    try known.check(belongsTo: ring, of: issuer)
    return (ring, known.keyList)
  }

  /// The record key that a list is to name next.
  private func newest(of ring: KeyRing) throws -> PublicKey {
    if issuer.keys.record.key == .ring, let key = ring.records.last { return .p256(key.publicKey) }
    return .p256(
      try KeyFiles(folder: folder, references: issuer.keys, password: [], pin: [])
        .recordPublicKey())
  }

  /// The first key also signs certificates that were dated before there were keys: a year back, in a
  /// demonstration from the first day that records know.
  private func firstEntry(_ key: PublicKey) throws -> KeyEntry {
    let start = issuer.isDemonstration ? RecordDay.first : day.adding(months: -Self.months)
    let entry = try entry(key, from: day)
    return KeyEntry(key: key, from: start ?? day, until: entry.until)
  }

  private func entry(_ key: PublicKey, from: CalendarDate) throws -> KeyEntry {
    guard let until = from.adding(months: Self.months) else {
      throw Refusal(Diagnostic(at: .field("from"), Wording.noYear(from)))
    }
    return KeyEntry(key: key, from: from, until: until)
  }

  private func publish(_ keys: [KeyEntry], after list: KeyList, _ ring: KeyRing) async throws {
    let next = try await KeyList(
      domain: list.domain, version: list.version + 1, day: day, keys: keys, by: ring.rootSigner)
    precondition(next.follows(list), "a list follows the one it was made from")
    try folder.write(text(next), to: KeyFolder.listName, isPublic: true)
  }

  private func text(_ list: KeyList) -> [UInt8] { JSONWriter.bytes(list.json) + [10] }
}

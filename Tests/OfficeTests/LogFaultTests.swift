import Certificates
import Credentials
import Diagnostics
import Foundation
import Glibc
import Office
import PrintDesk
import Store
import Support
import Synchronization
import Testing

/// A log that cannot be written, or that somebody changed.
@Suite struct LogFaultTests {
  /// The log of an office whose disk is full at one of its writes and all that follow.
  private func full(_ log: LogFolder, at place: Int) -> LogFolder {
    let count = Mutex(0)
    return LogFolder(path: log.path) { descriptor, bytes in
      let write = count.withLock { count in
        count += 1
        return count
      }
      guard write >= place else { return Glibc.write(descriptor, bytes.baseAddress, bytes.count) }
      errno = ENOSPC
      return -1
    }
  }

  @Test func `a full disk at any write of the log stops the release`() async throws {
    let place = try await OfficeWorkplace()
    var write = 0
    var logged: Set<[LogEvent.Kind]> = []
    while true {
      write += 1
      let number = try await place.approve(try place.draft(seed: write)).number
      let office = place.office(log: full(place.log, at: write))
      do {
        _ = try await Releasing(office, keys: place.keys.basic).release(place.releasing(number))
        break
      } catch {
        #expect((error as? CredentialError)?.code == .diskFailed, "write \(write): \(error)")
        #expect("\(error)".contains("No space left"), "write \(write)")
      }
      let stopped = try #require(try await place.outputs(number).first)
      let kinds = try place.events(stopped.id)
      logged.insert(kinds)
      try await place.expectNothingOut(stopped, log: kinds)
      let output = try await place.release(number)
      #expect(output.serial == stopped.serial, "write \(write)")
      #expect(try place.events(output.id) == [.release, .sealed], "write \(write)")
      #expect(try await !place.handOut(output.id).isEmpty)
    }
    // At the release entry, at the file's entry, and at tiles and checkpoint.
    #expect(logged == [[], [.release], [.release, .sealed]])
    #expect(write > 4, "\(write)")
  }

  @Test func `a full disk at the handing out gives nothing away`() async throws {
    let place = try await OfficeWorkplace()
    let output = try await place.release(try await place.approve(try place.draft()).number)
    let office = place.office(log: full(place.log, at: 1))
    let error = await #expect(throws: CredentialError.self) {
      try await place.handing(office).file(of: output.id)
    }
    #expect(error?.code == .diskFailed)
    #expect(try place.events(output.id) == [.release, .sealed])
    #expect(try await !place.handOut(output.id).isEmpty)
    #expect(try place.events(output.id) == [.release, .sealed, .issue])
  }

  @Test(arguments: ["file", "number", "time"])
  func `an altered entry refuses the handing out, and the check knows nothing`(_ member: String)
    async throws
  {
    let place = try await OfficeWorkplace()
    let output = try await place.release(try await place.approve(try place.draft()).number)
    let file = try await place.keptFile(output.id)
    let good = try place.log.journal()
    let text = String(decoding: good, as: UTF8.self)
    let (from, to) = try change(of: member, in: output)
    let last = try #require(text.range(of: from, options: .backwards))
    try write(text.replacingCharacters(in: last, with: to), place)
    let error = await #expect(throws: CredentialError.self) { try await place.handOut(output.id) }
    #expect(error?.isAboutContents == true)
    #expect(try await place.output(output.id).state == .released)
    #expect(try await place.checking.answer(toFile: file).answer == .unknown)
    #expect(try await place.checking.answer(toCode: output.progress.code ?? "").answer == .unknown)
    try write(text, place)
    #expect(try await place.handOut(output.id) == file)
  }

  /// A text of the entry with another of the same form, so that the entry stays one.
  private func change(of member: String, in output: Output) throws -> (String, String) {
    switch member {
    case "file":
      let hash = try #require(output.progress.manifest?.file)
      return (hash, Digest.hex(Data(hash.utf8)))
    case "number": return (output.number, output.number.dropLast() + "9")
    default: return ("\"time\":1", "\"time\":2")
    }
  }

  private func write(_ journal: String, _ place: OfficeWorkplace) throws {
    try Data(journal.utf8).write(to: URL(filePath: place.log.path + "/journal"))
  }

  @Test func `a dropped journal refuses the release that began before`() async throws {
    let place = try await OfficeWorkplace()
    let number = try await place.approve(try place.draft()).number
    let office = place.office(log: full(place.log, at: 3))
    await #expect(throws: CredentialError.self) {
      try await Releasing(office, keys: place.keys.basic).release(place.releasing(number))
    }
    try FileManager.default.removeItem(atPath: place.log.path)
    await #expect(throws: (any Error).self) { try await place.release(number) }
    let stopped = try #require(try await place.outputs(number).first)
    try await place.expectNothingOut(stopped, log: [])
  }
}

import Certificates
import Credentials
import Foundation
import Office
import PrintDesk
import Store
import Support
import Testing

/// A release that stops at any of its writes goes on where it stopped (design §3, §5).
@Suite struct CrashTests {

  @Test(arguments: OfficeWorkplace.Register.allCases, Stopper.Side.allCases)
  func `a release that stopped at any write is finished by the next program, once`(
    _ register: OfficeWorkplace.Register, _ side: Stopper.Side
  ) async throws {
    let place = try await OfficeWorkplace(register)
    var write = 0
    var isThrough = false
    while !isThrough {
      write += 1
      let approval = try await place.approve(try place.draft(seed: write))
      let stopper = Stopper(at: write, side)
      let office = place.office(store: stopper.register(place.store), log: stopper.log(place.log))
      let releasing = Releasing(office, keys: place.keys.basic)
      do {
        _ = try await releasing.release(place.releasing(approval.number))
        // The last write may have been made before the stop.
        isThrough = !stopper.hasStopped
      } catch { try await checkStopped(approval.number, place, "write \(write)") }
      try await checkFinished(approval.number, ordinal: write, place, "write \(write)")
    }
    // Register: reserved, four steps and released; log: two entries, tiles and checkpoint.
    #expect(write > 10, "\(write)")
    print("writes of a release: \(write - 1)")
  }

  /// Nobody has anything in hand, and the check says so.
  private func checkStopped(
    _ number: String, _ place: OfficeWorkplace, _ step: Comment
  ) async throws {
    let outputs = try await place.outputs(number)
    #expect(outputs.count <= 1, step)
    guard let output = outputs.first else { return }
    #expect(output.state == .reserved || output.state == .released, step)
    if output.state == .reserved {
      await #expect(throws: (any Error).self, step) { try await place.handOut(output.id) }
    }
    let code = CheckCode(
      number: number, serial: output.serial, key: place.keys.ring.checkCodeKey)
    let byNumber = try await place.checking.answer(
      number: number, serial: output.serial, code: code.description,
      checkCodeKey: place.keys.ring.checkCodeKey)
    let byCode = try await place.checking.answer(toCode: output.progress.code ?? "").answer
    for answer in [byNumber, byCode] {
      #expect(answer == .unknown || answer == .notYetIssued, step)
    }
    #expect(try place.events(output.id).filter { $0 == .issue } == [], step)
  }

  /// The next program finishes it: one output, one serial, one entry of each kind.
  private func checkFinished(
    _ number: String, ordinal: Int, _ place: OfficeWorkplace, _ step: Comment
  ) async throws {
    let before = try await place.outputs(number).first
    let output = try await place.release(number)
    #expect(output.state == .released, step)
    #expect(before == nil || before?.serial == output.serial, step)
    #expect(before?.progress.code == nil || before?.progress.code == output.progress.code, step)
    #expect(try await place.outputs(number) == [output], step)
    let digits = String(ordinal)
    let zeros = String(repeating: "0", count: 12 - digits.count)
    #expect(output.serial == "CCPIT\(zeros)\(digits)", step)
    #expect(output.number.hasSuffix("/" + zeros.suffix(5 - digits.count) + digits), step)
    #expect(try place.events(output.id) == [.release, .sealed], step)
    let file = try await place.handOut(output.id)
    #expect(Digest.hex(file) == output.progress.manifest?.file, step)
    #expect(try await place.checking.answer(toFile: file).answer == .valid, step)
    let code = try #require(output.progress.code)
    #expect(try await place.checking.answer(toCode: code).answer == .valid, step)
  }

  @Test(arguments: OfficeWorkplace.Register.allCases, Stopper.Side.allCases)
  func `a handing out that stopped is recorded once and gives the same file`(
    _ register: OfficeWorkplace.Register, _ side: Stopper.Side
  ) async throws {
    let place = try await OfficeWorkplace(register)
    var write = 0
    var isThrough = false
    while !isThrough {
      write += 1
      let approval = try await place.approve(try place.draft(seed: write))
      let output = try await place.release(approval.number)
      let stopper = Stopper(at: write, side)
      let office = place.office(store: stopper.register(place.store), log: stopper.log(place.log))
      let handing = place.handing(office)
      do {
        _ = try await handing.file(of: output.id)
        isThrough = !stopper.hasStopped
      } catch {}
      let file = try await place.handOut(output.id)
      #expect(Digest.hex(file) == output.progress.manifest?.file, "write \(write)")
      #expect(try place.events(output.id) == [.release, .sealed, .issue], "write \(write)")
      #expect(try await place.output(output.id).state == .issued, "write \(write)")
    }
    #expect(write == 3, "register and log are written")
  }

  @Test(arguments: Stopper.Side.allCases)
  func `a regenerating that stopped leaves one live original, and its release is finished`(
    _ side: Stopper.Side
  ) async throws {
    let place = try await OfficeWorkplace()
    var write = 0
    var isThrough = false
    while !isThrough {
      write += 1
      let number = try await place.approve(try place.draft(seed: write)).number
      let first = try await place.release(number)
      let stopper = Stopper(at: write, side)
      let office = place.office(store: stopper.register(place.store), log: stopper.log(place.log))
      let releasing = Releasing(office, keys: place.keys.basic)
      do {
        _ = try await releasing.regenerate(place.releasing(number))
        isThrough = !stopper.hasStopped
      } catch {}
      let hasBegun = try await place.outputs(number).count == 2
      #expect(hasBegun || (write == 1 && side == .before), "write \(write)")
      let live = try await place.release(number)
      #expect(live.revision == (hasBegun ? 1 : 0), "write \(write)")
      let states = try await place.outputs(number).map(\.state)
      #expect(states == (hasBegun ? [.void, .released] : [.released]), "write \(write)")
      let file = try await place.handOut(live.id)
      #expect(try await place.checking.answer(toFile: file).answer == .valid, "write \(write)")
      if hasBegun {
        #expect(
          try place.events(live.id) == [.revision, .release, .sealed, .issue], "write \(write)")
        await #expect(throws: (any Error).self) { try await place.handOut(first.id) }
      }
    }
    #expect(write > 10, "\(write)")
  }
}

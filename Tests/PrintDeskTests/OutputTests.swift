import Certificates
import Diagnostics
import PrintDesk
import Support
import Testing

/// The life of an output: every state against every step (design §5).
@Suite struct OutputTests {
  private static let progress = ReleaseProgress(
    releaseEntry: 0, code: "HTTPS://X/V/A",
    manifest: Manifest(
      inputs: ["content": "1"], unsigned: "2", file: "3", sheets: [.front]), fileEntry: 1)

  private func output(_ state: Output.State, _ kind: Output.Kind = .file) throws -> Output {
    let day = try #require(CalendarDate("2026-11-25"))
    return Output(
      id: Output.id(12), number: "N", contentHash: "c", kind: kind, serial: "S", revision: 0,
      requestKey: "k", moment: 0, day: day, device: "d", seals: [:], state: state,
      progress: Self.progress, voidReason: state == .void ? .regenerated(by: "O-1") : nil)
  }

  @Test func `ids count up and sort`() {
    #expect([1, 12, 123_456_789].map(Output.id) == ["O-00000001", "O-00000012", "O-123456789"])
  }

  @Test func `a release ends as released`() throws {
    #expect(try output(.reserved).released().state == .released)
  }

  @Test(arguments: Output.State.allCases)
  func `only a released file is handed out, and again once it was`(_ state: Output.State) throws {
    let next = Result { try output(state).handedOut() }
    switch state {
    case .released, .issued: #expect(try next.get().state == .issued)
    case .reserved, .printing, .uncertain, .void:
      #expect(throws: Refusal.self) { try next.get() }
    }
    #expect(throws: Refusal.self) { try output(state, .original).handedOut() }
  }

  @Test(arguments: Output.State.allCases)
  func `what left or is void is never regenerated (S2-48)`(_ state: Output.State) throws {
    let next = Result { try output(state).regenerated(by: "O-13") }
    switch state {
    case .reserved, .released:
      let void = try next.get()
      #expect(void.state == .void && void.voidReason == .regenerated(by: "O-13"))
      #expect(void.serial == "S" && void.progress == Self.progress)
    case .printing, .uncertain, .issued, .void:
      #expect(throws: Refusal.self) { try next.get() }
    }
  }

  @Test func `no state goes back behind paper, and void is the end`() {
    for (index, state) in [Output.State.reserved, .released, .printing, .issued, .void].enumerated()
    {
      for (later, next) in [Output.State.reserved, .released, .printing, .issued, .void]
        .enumerated()
      {
        #expect(state.canBecome(next) == (later >= index))
      }
    }
    let ends = Output.State.allCases.filter { Output.State.uncertain.canBecome($0) }
    #expect(Set(ends) == [.uncertain, .issued, .void])
    let doubted = Output.State.allCases.filter { $0.canBecome(.uncertain) }
    #expect(Set(doubted) == [.reserved, .released, .printing, .uncertain])
  }

  @Test func `only a void output leaves room for another`() {
    #expect(Output.State.allCases.filter { !$0.isLive } == [.void])
  }

  @Test func `a manifest names the inputs that changed`() {
    let manifest = Manifest(
      inputs: ["a": "1", "b": "2", "c": "3"], unsigned: "", file: "", sheets: [.front])
    #expect(manifest.changed(from: ["a": "1", "b": "2", "c": "3"]) == [])
    #expect(manifest.changed(from: ["a": "1", "b": "9", "d": "4"]) == ["b", "c", "d"])
  }
}

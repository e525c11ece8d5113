import Certificates
import Diagnostics
import Foundation
import PrintDesk
import Support
import Testing

@testable import Office

/// What an approval fixes, and who may give one (S2-95, X15).
@Suite struct ApprovingTests {
  private let place: OfficeWorkplace

  init() async throws { place = try await OfficeWorkplace() }

  private func refusal(_ request: Approving.Request) async throws -> [String] {
    do {
      _ = try await Approving(place.office()).approve(request)
      return []
    } catch let refusal as Refusal {
      return refusal.diagnostics.map { "\($0.place.path): \($0.message.key)" }
    }
  }

  @Test func `two hundred approvals at once get two hundred numbers in a row (X15)`() async throws {
    let place = try await OfficeWorkplace(.sqlite)
    let (store, log, clock) = (place.store, place.log, place.clock)
    let drafts = try (0..<200).map { try place.draft(seed: $0) }
    let numbers = try await withThrowingTaskGroup(of: String.self) { group in
      for draft in drafts {
        group.addTask {
          let office = OfficeContext(
            store: store, log: log, workshop: TestWorkshop(),
            surroundings: Surroundings(
              now: { clock.now() }, today: { clock.today() }, random: { Data(count: $0) }),
            engine: "1.0.0")
          let request = Approving.Request(
            draft: draft, officer: OfficeWorkplace.officer, printPlace: .local,
            enterprise: OfficeSeals.enterprise, signatory: "zhang")
          return try await Approving(office).approve(request, by: "li").approval.number
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let start = "\(clock.today().year % 100)RC\(OfficeSeals.enterprise)/"
    let wanted = (1...200).map { ordinal in start + String(100_000 + ordinal).dropFirst() }
    #expect(numbers.sorted() == wanted)
  }

  @Test func `the approval fixes number, place and date, and is found by both contents`()
    async throws
  {
    let draft = try place.draft()
    let outcome = try await Approving(place.office()).approve(place.request(draft))
    let (approval, certificate) = (outcome.approval, outcome.certificate)
    #expect(approval.number == certificate.number && approval.officer == "li")
    #expect(approval.date == place.clock.today() && certificate.issue?.date == approval.date)
    #expect(approval.place == "BEIJING,CHINA" && certificate.issue?.place == approval.place)
    #expect(approval.contentHash == certificate.contentHash)
    #expect(approval.requestHash == draft.contentHash)
    for contents in [draft, certificate.draft] {
      let found = try await CaseFinder(place.office()).approved(.content(contents))
      #expect(found.approval == approval && found.certificate == certificate)
    }
  }

  @Test func `the same contents approved again have the approval they had`() async throws {
    let draft = try place.draft()
    let first = try await Approving(place.office()).approve(place.request(draft))
    let again = try await Approving(place.office()).approve(
      place.request(draft, by: OfficeWorkplace.otherOfficer))
    #expect(again.approval == first.approval)
    let elsewhere = await #expect(throws: Refusal.self) {
      try await Approving(place.office()).approve(place.request(draft, at: .chamber))
    }
    #expect(elsewhere?.diagnostics.map(\.message.key) == ["office.approved-otherwise"])
    let filled = try await Approving(place.office()).approve(
      place.request(first.certificate.draft))
    #expect(filled.approval == first.approval)
    let next = try await place.approve(try place.draft(seed: 1))
    #expect(next.number.hasSuffix("/00002"), "no number was spent")
  }

  @Test func `a typed number is taken once, and counting goes round it`() async throws {
    let typed = "\(place.clock.today().year % 100)RC\(OfficeSeals.enterprise)/00002"
    let draft = try place.draft { $0.number = typed }
    var request = place.request(draft)
    request.enterprise = nil
    let approval = try await Approving(place.office()).approve(request).approval
    #expect(approval.number == typed && approval.enterprise == OfficeSeals.enterprise)
    let other = try place.draft(seed: 1) { $0.number = typed }
    #expect(try await refusal(place.request(other)) == ["number: office.number-taken"])
    let next = try [2, 3].map { try place.draft(seed: $0) }
    #expect(try await place.approve(next[0]).number.hasSuffix("/00001"))
    #expect(try await place.approve(next[1]).number.hasSuffix("/00003"))
    var stranger = place.request(try place.draft(seed: 4) { $0.number = typed + "" })
    stranger.enterprise = "1100B0002"
    #expect(try await refusal(stranger).count == 1)
  }

  @Test func `whose certificate it is must be known`() async throws {
    var request = place.request(try place.draft())
    request.enterprise = nil
    #expect(try await refusal(request) == ["enterprise: office.no-enterprise"])
    request.enterprise = "1100B00019"
    #expect(try await refusal(request).isEmpty == false, "a code that is none")
    #expect(try await place.approve(try place.draft()).number.hasSuffix("/00001"))
  }

  @Test func `who may not approve is refused, and nobody learns ids by trying`() async throws {
    let draft = try place.draft()
    func refused(_ id: String, _ pin: String) async throws -> [String] {
      try await refusal(place.request(draft, by: Identification(id: id, pin: pin)))
    }
    let wrong = try await refused("li", "4712")
    #expect(wrong == ["officer: office.not-identified"])
    #expect(try await refused("nobody", "4711") == wrong)
    #expect(try await refused("wang", "4713") == ["officer: office.not-an-officer"])
    _ = try await PeopleCare(place.office()).setActive("li", false)
    #expect(try await refused("li", "4712") == wrong, "only who knows the PIN learns more")
    #expect(try await refused("li", "4711") == ["officer: office.disabled"])
    _ = try await PeopleCare(place.office()).setActive("li", true)
    #expect(try await refused("li", "4711") == [])
  }

  @Test func `an unknown id takes as long as a wrong PIN`() async throws {
    func time(_ id: String) async throws -> Duration {
      let clock = ContinuousClock()
      let person = Identification(id: id, pin: "0000")
      var best = Duration.seconds(60)
      for _ in 1...3 {
        let time = await clock.measure {
          _ = try? await person.confirmed(as: .officer, by: place.store)
        }
        best = min(best, time)
      }
      return best
    }
    // Without the work for nobody's PIN it were a hundredth.
    #expect(try await time("nobody") > time("li") / 5)
  }

  @Test func `what cannot be issued gets no number`() async throws {
    #expect(
      try await refusal(place.request(try place.draft { $0.serial = "CCPIT000000000009" }))
        == ["serial: office.serial-given"])
    #expect(
      try await refusal(place.request(try place.draft { $0.exporter = nil })).isEmpty == false)
    let long = String(repeating: "X", count: 60_000)
    let refused = try await refusal(
      place.request(try place.draft { $0.exporter?.name = long }))
    #expect(refused.isEmpty == false, "a text without room")
    #expect(try await place.approve(try place.draft()).number.hasSuffix("/00001"))
  }

  @Test func `another date than today's is worth a look`() async throws {
    let tomorrow = try #require(place.clock.today().next)
    let draft = try place.draft { $0.issue = PlaceAndDate(place: "BEIJING,CHINA", date: tomorrow) }
    let outcome = try await Approving(place.office()).approve(place.request(draft))
    #expect(outcome.warnings.contains { $0.message.key == "office.other-date" })
    #expect(outcome.approval.date == tomorrow)
  }
}

import Certificates
import Diagnostics
import Forms
import Foundation
import Notation
import Office
import PrintDesk
import Seals
import Store
import Support
import Testing

/// A file made again years later: the same, or the input that changed by its name (issue 3, point 9).
@Suite struct ComparingTests {
  private let place: OfficeWorkplace
  private let draft: CertificateDraft
  private let output: Output

  init() async throws {
    place = try await OfficeWorkplace()
    draft = try place.draft(items: 30)
    output = try await place.release(try await place.approve(draft).number)
  }

  private func compared(
    _ draft: CertificateDraft? = nil, engine: String = "1.0.0",
    _ change: (TestWorkshop) throws -> Void = { _ in }
  ) async throws -> (isSame: Bool, changed: [String]) {
    let workshop = TestWorkshop()
    try change(workshop)
    let office = place.office(workshop: workshop, engine: engine)
    let outcome = try await Comparing(
      office, checkCodeKey: place.keys.basic.checkCodeKey, imageKey: place.keys.basic.imageKey
    )
    .compare(draft ?? self.draft, with: output.id)
    return (outcome.isSame, outcome.changed)
  }

  @Test func `the same contents give the same file, whatever became of output and seals`()
    async throws
  {
    let approved = try await CaseFinder(place.office()).approved(.number(output.number))
    for contents in [draft, approved.certificate.draft] {
      let outcome = try await compared(contents)
      #expect(outcome.isSame && outcome.changed == [])
    }
    _ = try await place.handOut(output.id)
    for seal in output.seals.values.sorted() {
      _ = try await SealDecisions(place.office()).end(
        seal, by: OfficeWorkplace.officer, reason: "worn")
    }
    let later = try await compared()
    #expect(later.isSame && later.changed == [])
  }

  @Test func `other contents are named before anything is made`() async throws {
    var other = draft
    other.goods[29].description += "."
    let outcome = try await compared(other)
    #expect(!outcome.isSame && outcome.changed == ["content"])
  }

  @Test func `another layout is named`() async throws {
    let outcome = try await compared { workshop in
      workshop.otherLayout = try layout(
        replacing: "Page {page.number} of", with: "Sheet {page.number} of")
      workshop.otherInputs = ["layout": "00"]
    }
    #expect(!outcome.isSame && outcome.changed == ["layout RCEP 2023"])
  }

  private func layout(replacing text: String, with other: String) throws -> Layout {
    let findings = Findings()
    let files = LayoutFiles(folder: "Layouts") { path in
      let bytes = try Repository.bytes("Layouts/\(path)")
      let changed = String(decoding: bytes, as: UTF8.self).replacing(text, with: other)
      return path.hasSuffix("layout.yaml") ? Data(changed.utf8) : bytes
    }
    let layout = Layout(path: "RCEP/2023/layout.yaml", files: files, findings)
    try findings.throwErrors()
    return try #require(layout)
  }

  @Test func `other policies are named`() async throws {
    let outcome = try await compared { workshop in
      let tables = try Repository.files(in: "Layouts/policy", ending: ".yaml")
        .filter { !$0.hasSuffix("/site.yaml") }
      workshop.otherPolicies = try Policies(
        tables.map { path in
          let text = String(decoding: try Repository.bytes(path), as: UTF8.self)
          let changed = text.replacing(
            "form: RCEP, value: {same: SAME", with: "form: RCEP, value: {same: EQUAL")
          return try YAMLText.parse(Data(changed.utf8), file: path)
        })
      workshop.otherInputs = ["policies": "00"]
    }
    #expect(!outcome.isSame && outcome.changed == ["policies"])
  }

  @Test func `another device is named`() async throws {
    let outcome = try await compared { workshop in
      let text = String(
        decoding: try Repository.bytes("printers/generic-laser.yaml"), as: UTF8.self)
      let coarse = text.replacing("resolutions: [600, 300]", with: "resolutions: [1197]")
      workshop.otherDevice = try TestWorkshop.device("generic-laser", file: Data(coarse.utf8))
      workshop.otherInputs = ["device": "00"]
    }
    #expect(!outcome.isSame && outcome.changed == ["device generic-laser"])
  }

  @Test func `other fonts and another engine are named, also where the file is the same`()
    async throws
  {
    let fonts = try await compared { $0.otherInputs = ["fonts": "00"] }
    #expect(fonts.isSame && fonts.changed == ["fonts"])
    let engine = try await compared(engine: "2.0.0")
    #expect(engine.isSame && engine.changed == ["engine"])
    let both = try await compared(engine: "2.0.0") { $0.otherInputs = ["fonts": "00"] }
    #expect(both.changed == ["engine", "fonts"])
  }

  @Test func `an unknown output and one without a file are refused`() async throws {
    let comparing = Comparing(
      place.office(), checkCodeKey: place.keys.basic.checkCodeKey,
      imageKey: place.keys.basic.imageKey)
    let unknown = await #expect(throws: Refusal.self) {
      try await comparing.compare(draft, with: "O-00000099")
    }
    #expect(unknown?.diagnostics.map(\.message.key) == ["office.unknown-output"])
    let other = try place.draft(seed: 2)
    let number = try await place.approve(other).number
    let stopper = Stopper(at: 1, .after)
    await #expect(throws: Stopper.Stop.self) {
      try await Releasing(
        place.office(store: stopper.register(place.store)), keys: place.keys.basic
      ).release(place.releasing(number))
    }
    let early = try #require(try await place.outputs(number).first)
    let error = await #expect(throws: Refusal.self) {
      try await comparing.compare(other, with: early.id)
    }
    #expect(error?.diagnostics.map(\.message.key) == ["office.no-file-yet"])
  }
}

import Devices
import Diagnostics
import EscpOutput
import Foundation
import Office
import PrintDesk
import Printers
import Support
import Testing
import VirtualPrinter

/// Sheets that answer what nobody knows of an impact printer, and the answers.
@Suite(.serialized) struct ProbingTests {
  private static let day = TestClock.day(1_790_000_000)

  private func probing(_ device: String = "generic-24pin") throws -> Probing {
    try Probing(try TestWorkshop.device(device), with: TestWorkshop(), on: Self.day)
  }

  /// The jobs of a sheet, each from its reset on.
  private func jobs(_ sheet: ProbeSheet) throws -> [[UInt8]] {
    let bytes = [UInt8](try probing().files(of: sheet, as: .escp)[0])
    var jobs: [[UInt8]] = []
    for (index, byte) in bytes.enumerated() {
      // A reset comes first, and behind a form feed only.
      if byte == 0x1b, bytes[index + 1] == 0x40, index == 0 || bytes[index - 1] == 0x0c {
        jobs.append([])
      }
      jobs[jobs.count - 1].append(byte)
    }
    return jobs
  }

  private func texts(_ reading: JobReading) -> [String] {
    reading.sheets.flatMap(\.lines).flatMap(\.marks).compactMap {
      if case .text(let text, _) = $0.strike { text } else { nil }
    }
  }

  @Test func `every character beyond ASCII is struck as a byte behind its code`() throws {
    let jobs = try jobs(.characters)
    #expect(jobs.count == 1)
    let texts = texts(try JobReading(jobs[0])).joined(separator: "\n")
    let entries = CodePage.beyondASCII.filter { ![0xf0, 0xff].contains($0.code) }
    #expect(entries.count == 126)
    for entry in entries {
      let code = String(entry.code, radix: 16, uppercase: true)
      #expect(texts.contains("\(code) \(entry.character)"))
      #expect(jobs[0].contains(entry.code))
    }
  }

  @Test func `Chinese mode is left before the second form only, and the lines are the same`() throws
  {
    let jobs = try jobs(.chinese)
    #expect(jobs.count == 2)
    #expect(Array(jobs[0][2..<4]) != [0x1c, 0x2e] && Array(jobs[1][2..<4]) == [0x1c, 0x2e])
    let readings = try [
      JobReading(jobs[0], startsInChineseMode: false), JobReading(jobs[1]),
    ]
    for reading in readings { #expect(texts(reading).contains("2  ÑÕÇÜ ÉÍÓÚ 12.50")) }
    #expect(throws: ReadingFault.self) { try JobReading(jobs[0]) }
  }

  @Test func `copies are struck once and twice`() throws {
    let readings = try jobs(.copies).map { try JobReading($0) }
    #expect(readings.map(\.isDoubleStrike) == [false, true])
    let lines = readings.map { $0.sheets[0].lines.dropFirst(3) }
    #expect(lines[0].count > 10)
  }

  @Test func `the same marks are struck in classic ESC/P and in ESC/P 2`() throws {
    let jobs = try jobs(.language)
    func has(_ command: [UInt8], _ job: [UInt8]) -> Bool {
      job.indices.contains { job[$0...].starts(with: command) }
    }
    #expect(!has([0x1b, 0x28, 0x55], jobs[0]) && has([0x1b, 0x28, 0x55], jobs[1]))
    let places = try jobs.map { job in
      try JobReading(job).sheets[0].lines.filter { line in
        line.marks.contains {
          if case .text(let text, _) = $0.strike { text.hasPrefix("LAST") } else { false }
        }
      }.map(\.y)
    }
    #expect(places[0].count == 1 && abs(places[0][0] - places[1][0]) <= 1)
  }

  @Test(arguments: ProbeSheet.allCases)
  func `every sheet is a picture and a file too, and names its answer`(_ sheet: ProbeSheet) throws {
    let pdf = try probing().files(of: sheet, as: .pdf)
    #expect(pdf.count == 1 && pdf[0].starts(with: Data("%PDF".utf8)))
    let question: [ProbeSheet: String] = [
      .characters: "wrong=", .chinese: "starts-in-chinese=no", .copies: "copies=",
      .language: "escp2=yes",
    ]
    let words = try jobs(sheet).map {
      texts(try JobReading($0, startsInChineseMode: false)).joined(separator: " ")
    }
    #expect(words.allSatisfy { $0.contains(question[sheet] ?? "?") })
  }

  @Test func `a laser is not probed`() throws {
    let laser = try TestWorkshop.device("generic-laser")
    let refusal = #expect(throws: Refusal.self) {
      try Probing(laser, with: TestWorkshop(), on: Self.day)
    }
    #expect(keys(of: refusal) == ["office.no-pins"])
  }

  @Test func `no sheet goes where numbered forms lie`() async throws {
    try await PrintingDesk.with { desk in
      try await desk.keepTractor()
      let office = desk.place.office()
      let printer = try await PrinterCare(office).printer(PrintingDesk.printer)
      let job = try await Probing.job(of: .copies, at: printer, in: office)
      #expect(job.document.raw?.count ?? 0 > 1000)
      let keeping = StockKeeping(office)
      let range = try StockDesk.range("CN0001001", "CN0001010")
      try await keeping.receive(range, by: PrintingDesk.clerk)
      try await keeping.load(
        range, into: PrintDesk.Tray(printer: printer.name, name: "tractor"),
        by: PrintingDesk.clerk)
      let refusal = await #expect(throws: Refusal.self) {
        try await Probing.job(of: .copies, at: printer, in: office)
      }
      #expect(keys(of: refusal) == ["office.tray-holds-stock"])
    }
  }

  // MARK: Answers

  private func faults(_ texts: String...) -> [String] {
    do throws(Refusal) {
      _ = try ProbeAnswers(texts)
      return []
    } catch { return error.diagnostics.map(\.message.key) }
  }

  @Test func `answers complete a profile, and what they answer is no longer unknown`() throws {
    let profile = try TestWorkshop.device("generic-24pin")
    let answers = try ProbeAnswers([
      "wrong=ÑÕ", "starts-in-chinese=no", "copies=3", "escp2=yes",
    ])
    let done = answers.completing(profile)
    let traits = try #require(done.dotMatrix)
    #expect(traits.verifiedCharacters.contains("É") && !traits.verifiedCharacters.contains("Ñ"))
    #expect(traits.verifiedCharacters.count == 124)
    #expect(traits.startsInChineseMode == false && traits.carbonCopies == 3)
    #expect(done.languages == [.escp2, .escp] && done.unknown == ["top edge"])
    let again = try DeviceProfile.read(done.name, from: Array(done.text.utf8), file: "done.yaml")
    #expect(again == done)
    #expect(answers.completing(done) == done, "the same answers again change nothing")
    let one = try ProbeAnswers(["wrong="]).completing(profile)
    #expect(one.dotMatrix?.verifiedCharacters.count == 126 && one.languages == [.escp])
    #expect(one.unknown.count == profile.unknown.count - 1)
  }

  @Test func `wrong answers are told, one sentence each`() {
    #expect(faults() == ["office.no-answers"])
    #expect(faults("wrong=Ж") == ["office.not-on-sheet"])
    #expect(faults("copies=ten", "escp2=maybe") == ["office.not-copies", "office.not-yes-or-no"])
    #expect(faults("starts-in-chinese=") == ["office.not-yes-or-no"])
    #expect(faults("copies=3", "copies=4") == ["office.answered-twice"])
    #expect(faults("width=203") == ["office.no-question"])
    #expect(faults("copies") == ["office.no-question"])
  }
}

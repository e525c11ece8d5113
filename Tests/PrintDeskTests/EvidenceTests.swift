import Diagnostics
import Foundation
import Notation
import PrintDesk
import Testing

/// What the printer's words amount to (printing.md F1 to F13).
@Suite struct EvidenceTests {
  @Test(arguments: Sides.allCases)
  func `clean is completed successfully with as many impressions as sides`(_ sides: Sides) {
    #expect(Runs.clean(sides).verdict(on: sides) == .clean)
    var fewer = Runs.clean(sides)
    fewer.impressions = sides.impressions - 1
    #expect(fewer.verdict(on: sides) == .uncertain([.impressions]))
    fewer.impressions = nil
    #expect(fewer.verdict(on: sides) == .uncertain([.impressions]))
  }

  @Test(arguments: [
    "media-jam-error", "media-jam-warning", "media-empty-error", "cover-open-report", "paused",
    "stopped-partly", "vendor-trouble", "vendor-trouble-error", "cups-ipp-missing-job-history",
  ])
  func `trouble that was seen while it ran leaves doubt, also when it went on`(_ reason: String) {
    var evidence = Runs.clean()
    evidence.printerReasons = ["toner-low-warning", reason]
    #expect(evidence.verdict(on: .front) == .uncertain([.trouble]))
  }

  @Test(arguments: ["none", "media-low-warning", "toner-low", "marker-supply-low-report"])
  func `what says nothing of the paper is no trouble`(_ reason: String) {
    var evidence = Runs.clean()
    evidence.printerReasons = [reason]
    #expect(evidence.verdict(on: .front) == .clean)
  }

  @Test func `a reboot, another job, another end or none leave doubt`() {
    var evidence = Runs.clean()
    evidence.hasRebooted = true
    evidence.isSameJob = false
    #expect(evidence.verdict(on: .front) == .uncertain([.rebooted, .otherJob]))
    var aborted = Runs.clean()
    aborted.jobState = "aborted"
    aborted.jobReasons = ["aborted-by-system"]
    #expect(aborted.verdict(on: .front) == .uncertain([.notCompleted, .notSuccessful]))
    var warned = Runs.clean()
    warned.jobReasons.append("job-completed-with-warnings")
    #expect(warned.verdict(on: .front) == .uncertain([.notSuccessful]))
    guard case .uncertain(let doubts) = Evidence.none.verdict(on: .front) else {
      Issue.record("no evidence is no doubt")
      return
    }
    #expect(doubts.contains(.outcomeUnknown))
  }

  @Test func `a queue's completed means handed over, so it waits for the look (F1, F3)`() {
    var evidence = Runs.clean()
    evidence.source = .queue
    #expect(evidence.verdict(on: .front) == .waitsForLook)
    evidence.impressions = 3
    #expect(evidence.verdict(on: .front) == .waitsForLook, "its counter counts pages rendered")
    evidence.jobState = "canceled"
    #expect(evidence.verdict(on: .front) == .uncertain([.notCompleted]))
    #expect(Evidence.silent.verdict(on: .duplex) == .waitsForLook)
  }

  @Test(arguments: ["ended-1", "ended-137", "end-unknown", "never-given", "unreadable"])
  func `a queue's completed is in doubt where its guard saw no good end (F9)`(_ word: String) {
    var evidence = Runs.clean()
    evidence.source = .queue
    evidence.jobReasons.append(Evidence.guardWord + "ended-0")
    #expect(evidence.verdict(on: .front) == .waitsForLook)
    evidence.jobReasons[evidence.jobReasons.count - 1] = Evidence.guardWord + word
    #expect(evidence.verdict(on: .front) == .uncertain([.unguarded]))
  }

  @Test func `a clean pass whose later report is not stays open to doubt until a look`() throws {
    let clean = try Runs.planned().sending(through: 1, Runs.clean())
    var later = Runs.clean()
    later.hasRebooted = true
    #expect(try clean.learning(later, of: 1).output.state == .uncertain)
    #expect(try clean.learning(.silent, of: 1) == clean)
    let good = try clean.good(1, Runs.look, by: Runs.li)
    #expect(try good.learning(later, of: 1) == good)
  }

  @Test func `evidence is read as it was written`() throws {
    for evidence in [Runs.clean(.duplex), .silent, .none] {
      let findings = Findings()
      let node = try JSONText.parse(Data(JSONWriter.text(evidence.json).utf8), file: nil)
      #expect(Evidence(node, findings) == evidence && findings.diagnostics.isEmpty)
    }
  }
}

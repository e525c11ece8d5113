import Diagnostics
import Printers
import Support
import Testing

/// Settings of CUPS that harm jobs which print at most once are told (printing.md section 7).
@Suite("Settings of the CUPS scheduler", .timeLimit(.minutes(1)))
struct SchedulerSettingsTests {
  private static func paths(_ risks: [Diagnostic]) -> [String] { risks.map(\.place.path) }

  @Test(
    "what is switched off is no risk, however it is written",
    arguments: [
      "DirtyCleanInterval=0\nMaxJobTime=0\nPreserveJobFiles=No",
      "dirtycleaninterval=0s\nMAXJOBTIME=00\npreservejobfiles=off\n_debug_logging=1",
      "MaxJobTime=5\nDirtyCleanInterval=0\nMaxJobTime=0\nPreserveJobFiles=false",
    ])
  func harmless(text: String) {
    #expect(SchedulerSettings(parsing: text).risks == [])
  }

  @Test("what the file does not name has CUPS's own value, which is a risk")
  func unnamed() {
    let risks = SchedulerSettings(parsing: "PreserveJobFiles=Yes\nMaxJobTime=0\n").risks
    #expect(Self.paths(risks) == ["DirtyCleanInterval", "PreserveJobFiles"])
    #expect(risks.allSatisfy { $0.severity == .warning })
    #expect(risks[0].message.english.contains("30 s"))
    #expect(risks[0].hint?.english == "run 'cupsctl DirtyCleanInterval=0'")
    #expect(risks[1].hint?.english == "run 'cupsctl PreserveJobFiles=No'")
  }

  @Test("a scheduler's own settings are read, and a queue says how it treats failed jobs")
  func scheduler() async throws {
    try await PrivateCUPS.with(keepingFiles: true) { cups in
      #expect(Self.paths(try await cups.server.risks()) == ["PreserveJobFiles"])
      let press = try CUPSPress(cups)
      let guarded = try await press.addQueue("guarded")
      #expect(try await guarded.status().queueRisks == [])
      let bare = try await press.addQueue("bare", policy: "retry-job", isGuarded: false)
      let risks = try await bare.status().queueRisks
      #expect(Self.paths(risks) == ["device-uri", "printer-error-policy"])
    }
  }

  @Test("settings that cannot be read are said to be unknown")
  func unread() async throws {
    let port = try Loopback.freePort()
    let nowhere = CUPSServer.at(Endpoint(host: "127.0.0.1", port: port))
    #expect(try await nowhere.risks().map(\.message.key) == ["printer.settings-unread"])
  }
}

import Certificates
import Diagnostics
import Foundation
import Notation
import Support
import Testing

@Suite struct PoliciesTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test("All kinds of the design are listed (S4-11, S2-80, S3-05)")
  func kinds() throws {
    let codes = try PolicyFolder.load().kinds.map(\.code)
    let expected =
      "C G E RCEP B F R CA S I A K N X L P GE MU RS NI EC HN MV H HM RE PA EM TB PU"
    #expect(codes == expected.split(separator: " ").map(String.init))
  }

  @Test("Back pages of November 2025 (S2-130)")
  func backPages() throws {
    let policies = try PolicyFolder.load()
    let day = try day("2025-11-01")
    let found = policies.kinds.map(\.code).filter { policies.hasBackPage(form: $0, day: day) }
    #expect(found == ["G", "E", "RCEP", "B", "F", "R", "CA", "S"])
  }

  @Test(
    "Seal by hand depends on form and destination (S2-128, S2-131)",
    arguments: [
      ("R", "PE", SealMode.chamberWet), ("CA", "KH", .chamberWet), ("E", "PH", .chamberWet),
      ("E", "MM", .chamberWet), ("E", "LA", .chamberWet), ("E", "KH", .chamberWet),
      ("E", "BN", .chamberWet), ("E", "TH", .electronic), ("RCEP", "LA", .chamberWet),
      ("RCEP", "JP", .electronic), ("L", "CR", .specialForm), ("C", "US", .electronic),
    ])
  func sealModes(_ form: String, _ destination: String, _ mode: SealMode) throws {
    let policies = try PolicyFolder.load()
    #expect(
      policies.sealMode(form: form, destination: destination, day: try day("2025-11-01")) == mode)
  }

  @Test("Only nine RCEP destinations download (S2-132)")
  func downloads() throws {
    let policies = try PolicyFolder.load()
    let day = try day("2025-11-01")
    let parties = try #require(policies.kind("RCEP")?.parties)
    let found = parties.filter { policies.allowsDownload(form: "RCEP", destination: $0, day: day) }
    #expect(found == ["AU", "ID", "JP", "KR", "MY", "NZ", "SG", "TH", "VN"])
    #expect(!policies.allowsDownload(form: "C", destination: "JP", day: day))
  }

  @Test("Only Form A to Japan takes a page of materials (S3-06)")
  func materialPages() throws {
    let policies = try PolicyFolder.load()
    let day = try day("2025-11-01")
    let found = policies.kinds.flatMap { kind in
      Country.all.map(\.code).filter {
        policies.hasMaterialPage(form: kind.code, destination: $0, day: day)
      }.map { "\(kind.code) \($0)" }
    }
    #expect(found == ["G JP"])
  }

  @Test("ECFA is marked 补发 in box 15, the retroactive box of RCEP is ticked (S2-139)")
  func marks() throws {
    let policies = try PolicyFolder.load()
    let day = try day("2026-05-05")
    let ecfa = try #require(policies.retroactiveMarks.value(form: "H", day: day))
    #expect(ecfa.words == "补发" && ecfa.box == "15" && ecfa.manner == .print)
    #expect(policies.retroactiveMarks.value(form: "RCEP", day: day)?.manner == .tick)
    #expect(policies.retroactiveMarks.row(form: "F", day: day)?.source == "forms-2.md 1.4")
  }

  private func faults(_ file: String, _ text: String) throws -> String {
    let names = try Repository.files(in: "Layouts/policy", ending: ".yaml")
      .filter { !$0.hasSuffix("/site.yaml") && !$0.hasSuffix("/\(file).yaml") }
    var nodes = try names.map { try YAMLText.parse(try Repository.bytes($0), file: $0) }
    nodes.append(try YAMLText.parse(Array(text.utf8), file: "\(file).yaml"))
    do throws(Refusal) {
      _ = try Policies(nodes)
      return ""
    } catch {
      return error.description
    }
  }

  @Test func overlappingRowsAreRefused() throws {
    let text = """
      table: item-caps
      rows:
        - {form: S, until: 2021-09-01, value: 20, source: a}
        - {form: S, from: 2021-09-01, value: 50, source: b}
        - {form: E, destinations: [TH, VN], value: 5, source: c}
        - {form: E, value: 9, source: d}
        - {form: E, destinations: [VN], from: 2030-01-01, value: 6, source: e}
      """
    #expect(
      try faults("item-caps", text) == """
        error: item-caps.yaml:4:5: rows[1]: the dates overlap those of the row for 'S' in line 3
        error: item-caps.yaml:7:5: rows[4]: the dates overlap those of the row for 'E' in line 5
        """)
  }

  @Test func wrongRowsAreReportedWithTheirPlace() throws {
    let text = """
      table: item-caps
      rows:
        - {form: ZZ, destinations: [XX], from: 2022-01-01, until: 2021-01-01, value: 1, source: a}
        - {form: S, valeu: 20}
      """
    #expect(
      try faults("item-caps", text) == """
        error: item-caps.yaml:3:12: rows[0].form: there is no form 'ZZ'
        error: item-caps.yaml:3:30: rows[0].destinations: 'XX' is not a country code of ISO 3166-1
        error: item-caps.yaml:3:61: rows[0].until: 'until' is before 'from'
        error: item-caps.yaml:4:5: rows[1]: 'source' is missing
        error: item-caps.yaml:4:5: rows[1]: 'value' is missing
        error: item-caps.yaml:4:15: rows[1].valeu: 'valeu' is not a known field (did you mean 'value'?)
        """)
  }

  @Test func missingAndUnknownTablesAreReported() throws {
    let found = try faults("item-caps", "table: item-cap\nrows: []\n")
    #expect(found.contains("the policy table 'item-caps' is missing"))
    #expect(found.contains("there is no policy table 'item-cap'"))
  }

  @Test("ISO 3166-1 is complete, with English and Chinese names")
  func countries() {
    #expect(Country.all.count == 249)
    #expect(Country.all.allSatisfy { $0.english == $0.english.uppercased() && !$0.chinese.isEmpty })
    let names = ["CN", "JP", "US", "VN", "KR", "TW", "HK"].map { Country($0)?.english }
    #expect(
      names == [
        "CHINA", "JAPAN", "UNITED STATES", "VIET NAM", "REPUBLIC OF KOREA", "TAIWAN, CHINA",
        "HONG KONG, CHINA",
      ])
    #expect(Country("VN")?.chinese == "越南")
    #expect(Country("XK") == nil && Country("cn") == nil)
  }
}

import Certificates
import Testing

/// How long a certificate can be issued again (S2-122).
@Suite struct ReissuePeriodTests {
  private func last(_ form: String) throws -> String? {
    let policies = try PolicyFolder.load()
    let day = try #require(CalendarDate("2026-03-31"))
    var draft = try Sample.certificate(form: form, policies: policies, day: day)
    draft.issue?.date = day
    draft.exportDeclarationDate = CalendarDate("2026-03-02")
    return policies.lastReissueDay(of: draft)?.description
  }

  @Test("RCEP: a year from its issue; ECFA: 90 days from the export declaration; others: not known")
  func lastDays() throws {
    #expect(try last("RCEP") == "2027-03-31")
    #expect(try last("H") == "2026-05-31")
    #expect(try last("C") == nil)
  }
}

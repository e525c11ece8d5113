import Certificates
import Diagnostics
import Notation
import Support
import Testing

/// Reading the rows of one form only, for quick starts.
@Suite struct PoliciesOfOneFormTests {
  private func nodes() throws -> [Node] {
    try Repository.files(in: "Layouts/policy", ending: "yaml")
      .filter { !$0.hasSuffix("site.yaml") }
      .map { try YAMLText.parse(try Repository.bytes($0), file: $0) }
  }

  @Test("One form's rows answer as all rows do")
  func sameAnswers() throws {
    let nodes = try nodes()
    let all = try Policies(nodes)
    for kind in all.kinds {
      let one = try Policies(nodes, of: kind.code)
      #expect(one.kinds == [kind])
      for day in [CalendarDate.sample, CalendarDate("2018-01-01")].compactMap(\.self) {
        #expect(
          one.itemCaps.value(form: kind.code, day: day)
            == all.itemCaps.value(form: kind.code, day: day))
        #expect(
          one.hasBackPage(form: kind.code, day: day) == all.hasBackPage(form: kind.code, day: day))
        #expect(
          one.criteria.value(form: kind.code, day: day)
            == all.criteria.value(form: kind.code, day: day))
        for destination in ["PH", "JP", nil] {
          #expect(
            one.sealMode(form: kind.code, destination: destination, day: day)
              == all.sealMode(form: kind.code, destination: destination, day: day))
        }
      }
    }
  }

  @Test("An unknown form still knows all the others, so that the nearest can be named")
  func unknownForm() throws {
    let policies = try Policies(try nodes(), of: "RCEPP")
    let check = CertificateRules.check(CertificateDraft(form: "RCEPP"), policies: policies)
    #expect(check.diagnostics.first?.hint?.english == "did you mean 'RCEP'?")
  }
}

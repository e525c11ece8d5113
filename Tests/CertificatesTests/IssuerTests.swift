import Certificates
import Diagnostics
import Notation
import Testing

@Suite struct IssuerTests {
  @Test func theSampleSiteIsADemonstrationThatAcceptsAll() throws {
    let site = try #require(try PolicyFolder.site())
    #expect(site.isDemonstration)
    #expect(site.place == "BEIJING,CHINA")
    #expect(site.accepts(form: "RCEP", edition: "2023"))
  }

  @Test func everythingWrongIsReported() throws {
    let text = "nameEnglish: A\ntelefone: 1\nisDemonstration: yes\nacceptedForms: [{form: C}]\n"
    let findings = Findings()
    let node = try YAMLText.parse(Array(text.utf8), file: "site.yaml")
    #expect(Issuer(node, findings) == nil)
    let description = Refusal(findings.diagnostics).description
    #expect(description.contains("site.yaml:3:18: isDemonstration: expected true or false"))
    #expect(description.contains("'addressEnglish' is missing"))
    #expect(description.contains("acceptedForms[0]: 'edition' is missing"))
    #expect(description.contains("'telefone' is not a known field (did you mean 'telephone'?)"))
  }
}

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

  @Test(arguments: [
    ("check.ccpit-beijing.org.cn", nil), ("CHECK.EXAMPLE.ORG", nil),
    ("certificates-of-origin.example.org.cn", "site.long-domain"),
    ("https://check.example.org", "site.bad-domain"), ("check.example.org/x", "site.bad-domain"),
    ("-check.example.org", "site.bad-domain"), ("检.example.org", "site.bad-domain"),
  ])
  func `the public check has a host that finds room beside every code`(
    _ domain: String, _ key: String?
  ) throws {
    let text = "verificationDomain: \"\(domain)\"\n"
    let findings = Findings()
    _ = Issuer(try YAMLText.parse(Array(text.utf8), file: "site.yaml"), findings)
    let found = findings.diagnostics.filter { $0.place.path == "verificationDomain" }
    #expect(found.map(\.message.key) == [key].compactMap(\.self))
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

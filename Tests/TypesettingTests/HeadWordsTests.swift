import Certificates
import DisplayList
import Forms
import Measures
import Support
import Testing
import Typesetting

/// Title, captions of the head and blanks of the declaration, as the references have them (forms.md
/// 1.2, 1.3, 2–4), not as our layouts do.
@Suite struct HeadWordsTests {
  struct Head: Sendable {
    let form: String
    /// Parts of the title, read from the top down.
    let title: [String]
    /// The caption of the certificate's number.
    let number: String
    /// Whether "Issued in THE PEOPLE'S REPUBLIC OF CHINA" stands there.
    let isIssuedIn: Bool
    /// Whether the head points to the notes or instruction overleaf.
    let hasOverleafLine: Bool
    /// The declaration's box; which countries it names.
    let declaration: (box: String, names: Countries)

    enum Countries: Sendable { case none, importing, both }

    init(
      _ form: String, _ title: [String], number: String = "Certificate No.", issued: Bool = true,
      overleaf: Bool = true, _ box: String, _ names: Countries
    ) {
      self.form = form
      self.title = title
      self.number = number
      isIssuedIn = issued
      hasOverleafLine = overleaf
      declaration = (box, names)
    }
  }

  private static let origin = "CERTIFICATE OF ORIGIN"
  private static let combined = "(Combined Declaration and Certificate)"

  static let heads = [
    Head(
      "C", [origin, "OF", "THE PEOPLE'S REPUBLIC OF CHINA"], issued: false, overleaf: false, "11",
      .none),
    Head(
      "G", ["GENERALIZED SYSTEM OF PREFERENCES", origin, combined, "FORM A"],
      number: "Reference No.", "12", .both),
    Head(
      "E", ["ASEAN-CHINA FREE TRADE AREA", "PREFERENTIAL TARIFF", origin, combined, "FORM E"],
      number: "Reference No.", "11", .both),
    Head(
      "RCEP", ["Form RCEP", "REGIONAL COMPREHENSIVE ECONOMIC PARTNERSHIP AGREEMENT", origin], "15",
      .importing),
    Head(
      "B", [origin, "Asia-Pacific Trade Agreement", combined], number: "Reference No.",
      overleaf: false, "11", .both),
    Head("F", [origin, "Form for China-Chile FTA"], "13", .both),
    Head("R", [origin, "Form for China-Peru FTA"], "13", .both),
    Head(
      "S", [origin, "Certificate of Origin used in FTA between CHINA and SWITZERLAND"],
      number: "No.", issued: false, "13", .both),
    Head(
      "I", [origin, "Certificate of Origin used in FTA between CHINA and ICELAND"], number: "No.",
      issued: false, overleaf: false, "13", .both),
    Head(
      "A", [origin, "Form for China-Australia Free Trade Agreement"], overleaf: false, "13",
      .importing),
    Head("K", [origin, "Form for China-Korea FTA"], "13", .both),
    Head("N", [origin, "Form for the Free Trade Agreement", "New Zealand"], "14", .both),
    Head(
      "X", ["CHINA-SINGAPORE FREE TRADE AREA", "PREFERENTIAL TARIFF", origin, combined],
      number: "Reference No.", "11", .both),
    Head("L", [origin, "Form for China-Costa Rica Free Trade Agreement"], "13", .both),
    Head("P", [origin, "CHINA-PAKISTAN FTA", combined], number: "CERTIFICATE NO.", "12", .both),
    Head(
      "GE", [origin, "Form for China-Georgia Free Trade Agreement"], overleaf: false, "13",
      .importing),
    Head("RE", ["CERTIFICATE OF RE-EXPORT"], issued: false, overleaf: false, "", .none),
    Head("PA", ["CERTIFICATE OF PROCESSING"], issued: false, overleaf: false, "12", .none),
  ]

  /// The words of the head's layers in reading order, without the boxes below.
  private func head(_ page: Page) -> String {
    (page.texts(.form) + page.texts()).filter { $0.box == "header" || $0.box == nil }
      .sorted { ($0.origin.y, $0.origin.x) < ($1.origin.y, $1.origin.x) }
      .map(\.source).joined().dense.lowercased()
  }

  @Test("Title, number and the lines below them", arguments: heads)
  func head(_ expected: Head) throws {
    let words = head(try Workshop.document(expected.form).pages[0])
    var rest = Substring(words)
    for part in expected.title {
      let place = try #require(rest.firstRange(of: part.dense.lowercased()), "\(part) in \(words)")
      rest = rest[place.upperBound...]
    }
    #expect(words.contains(expected.number.dense.lowercased()))
    let isIssuedIn = words.contains("issuedin") && words.contains("thepeople'srepublicofchina")
    #expect(isIssuedIn == expected.isIssuedIn)
    #expect(words.contains("overleaf") == expected.hasOverleafLine, "\(words)")
  }

  @Test("ORIGINAL stands on the form, 正本 on the Chinese ones (B.13, forms.md 1.2)")
  func original() throws {
    for kind in try Site.load().policies.kinds {
      let page = try Workshop.document(kind.code).pages[0]
      let word = kind.language == .chinese ? "正本" : "ORIGINAL"
      let found = (page.texts(.form) + page.texts()).map { $0.source.uppercased() }
      #expect(found.contains(word), "\(kind.code)")
    }
  }

  @Test(
    "The declaration names the countries its agreement asks for (forms.md 1.3)", arguments: heads)
  func countries(_ expected: Head) throws {
    let form = try Site.load().form(expected.form)
    let country = try #require(form.certificate.destination.flatMap(Country.init)).english
    let page = try Workshop.document(form).pages[0]
    let words = page.texts().filter { $0.box == expected.declaration.box }.map(\.source)
    switch expected.declaration.names {
    case .none: #expect(!words.contains(country) && !words.contains("CHINA"))
    case .importing: #expect(words.contains(country) && !words.contains("CHINA"))
    case .both: #expect(words.contains(country) && words.contains("CHINA"))
    }
  }

  @Test("Re-export has no declaration at all (forms.md 0.1 item 9)")
  func noDeclaration() throws {
    let page = try Workshop.document("RE").pages[0]
    let words = page.texts(.form).map(\.source).joined().lowercased()
    #expect(!words.contains("declaration by") && words.contains("certification"))
  }
}

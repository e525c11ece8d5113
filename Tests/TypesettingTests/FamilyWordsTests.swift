import Certificates
import DisplayList
import Forms
import Foundation
import Support
import Testing
import Typesetting

/// Words that single kinds print by the rules of their family, in the box that the sources name.
@Suite struct FamilyWordsTests {
  /// The lines of a box of the first page, as one text.
  private func box(
    _ name: String, of form: String, to destination: String? = nil,
    _ change: (inout CertificateDraft) -> Void = { _ in }
  ) throws -> String {
    let site = try Site.load()
    var draft = try Sample.certificate(
      form: form, destination: destination, policies: site.policies)
    change(&draft)
    let document = try Workshop.document(try site.form(of: draft))
    return document.pages[0].texts().filter { $0.box == name }.map(\.source)
      .joined(separator: "\n")
  }

  private func item(_ draft: inout CertificateDraft) {
    draft.goods[0].quantity = Quantity(value: 500, unit: "PCS")
    draft.goods[0].grossWeight = Quantity(value: 1234, unit: "KGS")
    draft.goods[0].netWeight = Quantity(value: 1200, unit: "KGS")
    draft.goods[0].fob = Money(amount: 4321, currency: "USD")
  }

  @Test("Form E to Indonesia shows the quantity alone (S2-96)")
  func indonesia() throws {
    let indonesia = try box("9", of: "E", to: "ID", item).dense
    #expect(indonesia.contains("500PCS") && !indonesia.contains("1234"), "\(indonesia)")
    let thailand = try box("9", of: "E", to: "TH", item).dense
    #expect(thailand.contains("500PCS") && thailand.contains("1234KGS"), "\(thailand)")
  }

  @Test(
    "Box 9 of Form E shows the FOB value with a percentage, with PSR if ticked, else not (S2-92)",
    arguments: [
      ("%", nil, true), ("PSR", true, true), ("PSR", nil, false), ("WO", nil, false),
      ("PE", nil, false), ("CTH", nil, false),
    ] as [(String, Bool?, Bool)])
  func fob(_ code: String, _ wish: Bool?, _ isShown: Bool) throws {
    let text = try box("9", of: "E") {
      item(&$0)
      $0.goods[0].criterion = OriginCriterion(code: code, percent: code == "%" ? 45 : nil)
      $0.goods[0].showsFOB = wish
    }
    #expect(text.contains("4321") == isShown, "\(text)")
  }

  @Test("RCEP's box 12 shows the FOB value with RVC only (forms-2.md 1.1 note 9)")
  func fobOfRCEP() throws {
    for (code, isShown) in [("RVC", true), ("CTC", false), ("CR", false), ("WO", false)] {
      let text = try box("12", of: "RCEP") {
        item(&$0)
        $0.goods[0].criterion = OriginCriterion(code: code)
      }
      #expect(text.contains("4321") == isShown, "\(code): \(text)")
    }
  }

  @Test("A middleman stands behind VIA in the exporter's box (S2-88)")
  func via() throws {
    let text = try box("1", of: "C") {
      $0.intermediary = Party(name: "MIDDLE TRADING PTE. LTD.")
      $0.intermediary?.country = "SG"
    }
    #expect(text.firstRange(of: "VIA") != nil)
    #expect(text.dense.contains("VIAMIDDLETRADINGPTE.LTD."))
  }

  @Test("The general certificate shows as many digits as were chosen (S2-98, S4-17)")
  func digits() throws {
    for (shown, text) in [(4, "8714"), (6, "871491"), (8, "87149100"), (10, "8714910000")] {
      let found = try box("8", of: "C") {
        $0.goods[0].hs = "8714910000"
        $0.goods[0].hsDigits = shown
      }
      #expect(found.filter(\.isNumber) == text)
    }
  }

  @Test("ECFA shows eight digits (S2-70, S5-10)")
  func ecfaDigits() throws {
    #expect(try box("8", of: "H").filter(\.isNumber).count == 8)
  }

  @Test(
    "A producer that is not shown has the words of its agreement (S2-83, S3-07)",
    arguments: [
      ("K", "2", "AVAILABLE UPON REQUEST"), ("F", "2", "AVAILABLE UPON REQUEST"),
      ("RCEP", "3", "CONFIDENTIAL"), ("P", "3", "AVAILABLE TO CUSTOMS UPON REQUEST"),
    ])
  func confidential(_ form: String, _ producerBox: String, _ words: String) throws {
    let text = try box(producerBox, of: form) { $0.producer = Producer(disclosure: .confidential) }
    #expect(text == words)
    #expect(try box(producerBox, of: form) == "SAME")
  }

  @Test("Form E: the exhibition follows the importer in box 2 (S3-09)")
  func exhibition() throws {
    let text = try box("2", of: "E") {
      $0.circumstances.exhibition = Party(name: "BANGKOK FAIR")
      $0.circumstances.exhibition?.address = "88 BANGNA ROAD, BANGKOK"
    }
    let name = try #require(text.firstRange(of: "BANGKOK FAIR"))
    #expect(name.lowerBound > text.startIndex)
    #expect(text.dense.contains("88BANGNAROAD,BANGKOK"))
  }

  @Test("A third party's name and country stand in box 7 of Form E, box 14 of RCEP (S3-10)")
  func thirdParty() throws {
    for (form, name) in [("E", "7"), ("RCEP", "14")] {
      let text = try box(name, of: form) {
        $0.circumstances.thirdPartyInvoicing = Party(name: "HARBOUR TRADING LTD.")
        $0.circumstances.thirdPartyInvoicing?.country = "SG"
      }.dense
      #expect(text.contains("HARBOURTRADINGLTD.") && text.contains("SINGAPORE"), "\(text)")
    }
  }

  @Test("Re-export names the country of origin in box 9, processing that of manufacture in box 11")
  func countries() throws {
    // S3-13, S3-14, S2-79
    #expect(try box("9", of: "RE") { $0.goods[0].origin = "VN" }.contains("VIET NAM"))
    #expect(try box("11", of: "PA") { $0.goods[0].origin = "JP" }.contains("JAPAN"))
    #expect(try box("15", of: "RE") { $0.goods[0].origin = "VN" }.contains("VIET NAM"))
  }

  @Test(
    "The letter of credit stands in the remarks, on kinds without such a box too (S2-93, S2-84)")
  func letterOfCredit() throws {
    for form in try Site.load().policies.kinds.map(\.code) {
      let document = try Workshop.document(form) {
        $0.letterOfCredit = LetterOfCredit(number: "LC-4711")
        $0.letterOfCredit?.date = .sample
        $0.remarks = "SOME REMARK"
        $0.specialClause = "SOME CLAUSE"
      }
      let text = document.pages.flatMap { $0.texts() }.map(\.source).joined().dense
      for words in ["LC-4711", "SOMEREMARK", "SOMECLAUSE"] {
        #expect(text.contains(words), "\(form)")
      }
    }
  }

  @Test("NO MARK and IN BULK are printed as they are chosen (S3-19, S2-101)")
  func marksAndBulk() throws {
    #expect(try box("6", of: "C") { $0.goods[0].marks = "NO MARK" } == "NO MARK")
    let text = try box("7", of: "C") { $0.goods[0].packages = Packages(packing: .bulk) }
    #expect(text.dense.contains("INBULK"))
  }
}

import Certificates
import Diagnostics
import Foundation
import Testing

/// The table of families as the sources give it (A23b of the requirements, November 2025).
@Suite struct FamilyPolicyTests {
  /// Where the importing customs refuse an electronic seal (S2-128).
  enum Wet: Sendable { case nowhere, everywhere, specialForm, only([String]) }

  struct Family: Sendable {
    let form: String
    let hasBackPage: Bool
    let wet: Wet
    let downloads: [String]
    let cap: Int?

    init(
      _ form: String, back: Bool = false, wet: Wet = .nowhere, downloads: [String] = [],
      cap: Int? = nil
    ) {
      self.form = form
      hasBackPage = back
      self.wet = wet
      self.downloads = downloads
      self.cap = cap
    }
  }

  /// The five that refuse electronic seals under ASEAN and RCEP alike.
  static let five = ["PH", "MM", "LA", "KH", "BN"]

  static let families = [
    Family("C"), Family("PA"), Family("RE"),
    Family("E", back: true, wet: .only(five)),
    Family(
      "RCEP", back: true, wet: .only(five),
      downloads: ["JP", "KR", "AU", "NZ", "TH", "SG", "MY", "VN", "ID"]),
    Family("R", back: true, wet: .everywhere, cap: 20), Family("CA", back: true, wet: .everywhere),
    Family("F", back: true, cap: 50), Family("B", back: true), Family("S", back: true, cap: 50),
    Family("L", wet: .specialForm, cap: 20),
    Family("N", cap: 20), Family("I", cap: 20), Family("A", cap: 20),
    Family("GE"), Family("RS"), Family("K"), Family("X"), Family("HM"), Family("H"),
    // Not in the table; single-sided and without a cap by S2-130 and S2-81.
    Family("P"), Family("MU"), Family("NI"), Family("EC"), Family("HN"), Family("MV"),
    Family("EM"), Family("TB"), Family("PU"),
    // Not issued by the chambers; its notes are part of the form (forms.md 3.1, 13).
    Family("G", back: true, wet: .everywhere),
  ]

  private let day = CalendarDate("2025-11-15")

  @Test func everyKindIsInTheTable() throws {
    #expect(
      Set(Self.families.map(\.form)) == Set(try PolicyFolder.load().kinds.map(\.code)))
  }

  @Test(
    "Back page and item cap of each family (S2-81, S2-130)", arguments: families)
  func backPageAndCap(_ family: Family) throws {
    let policies = try PolicyFolder.load()
    let day = try #require(day)
    #expect(policies.hasBackPage(form: family.form, day: day) == family.hasBackPage)
    #expect(policies.itemCaps.value(form: family.form, day: day) == family.cap)
  }

  @Test("Seal by hand, by family and destination (S2-127, S2-128, S2-131)", arguments: families)
  func seals(_ family: Family) throws {
    let policies = try PolicyFolder.load()
    let day = try #require(day)
    for country in try #require(policies.kind(family.form)).parties ?? Country.all.map(\.code) {
      let mode = policies.sealMode(form: family.form, destination: country, day: day)
      let expected: SealMode =
        switch family.wet {
        case .nowhere: .electronic
        case .everywhere: .chamberWet
        case .specialForm: .specialForm
        case .only(let countries): countries.contains(country) ? .chamberWet : .electronic
        }
      #expect(mode == expected, "\(country)")
    }
  }

  @Test("Download at preview only for nine RCEP destinations (S2-132)", arguments: families)
  func downloads(_ family: Family) throws {
    let policies = try PolicyFolder.load()
    let day = try #require(day)
    let found = Country.all.map(\.code).filter {
      policies.allowsDownload(form: family.form, destination: $0, day: day)
    }
    #expect(Set(found) == Set(family.downloads))
  }

  @Test("RCEP's two lists together are all other members (A23b)")
  func theTwoListsAreAllMembers() throws {
    let members = try #require(PolicyFolder.load().kind("RCEP")?.parties)
    let rcep = try #require(Self.families.first { $0.form == "RCEP" })
    #expect(Set(members) == Set(rcep.downloads + Self.five))
  }

  @Test(
    "Caps by the day of issue; one more item is refused with the words of S2-82",
    arguments: [
      ("S", "2021-08-31", 20), ("S", "2021-09-01", 50), ("F", "2019-02-28", 20),
      ("F", "2019-03-01", 50), ("K", "2022-06-11", 20), ("K", "2022-06-12", nil),
      ("E", "2019-08-19", 20), ("E", "2019-08-20", nil), ("N", "2026-05-05", 20),
      ("R", "2026-05-05", 20), ("L", "2026-05-05", 20), ("I", "2026-05-05", 20),
      ("A", "2026-05-05", 20), ("RCEP", "2026-05-05", nil), ("H", "2026-05-05", nil),
    ] as [(String, String, Int?)])
  func caps(_ form: String, _ date: String, _ cap: Int?) throws {
    let policies = try PolicyFolder.load()
    let day = try #require(CalendarDate(date))
    var draft = try Sample.certificate(
      form: form, items: cap ?? 20, policies: policies, day: day)
    draft.goods.append(draft.goods[0])
    let found = CertificateRules.check(draft, policies: policies).diagnostics
    #expect(found.map(\.place.path) == (cap == nil ? [] : ["goods"]))
    #expect(found.allSatisfy { $0.message.chinese == "出口商品超过限定次数，请核实！" })
  }

  @Test("HS digits: ECFA eight, all other preferential kinds six (S5-10, S2-98)")
  func hsDigits() throws {
    for kind in try PolicyFolder.load().kinds {
      #expect(kind.hsDigits == (kind.code == "H" ? 8 : 6), "\(kind.code)")
      let choices = kind.code == "C" || kind.code == "PU" ? [4, 6, 8, 10] : [kind.hsDigits]
      #expect(kind.hsShown.sorted() == choices, "\(kind.code)")
    }
  }

  @Test("VIA and a middleman only where the certificate is not preferential (S2-88)")
  func via() throws {
    let policies = try PolicyFolder.load()
    let general: Set = ["C", "RE", "PA", "EM", "TB", "PU"]
    for kind in policies.kinds {
      var draft = try Sample.certificate(form: kind.code, policies: policies)
      draft.intermediary = Party(name: "MIDDLE LTD.")
      let found = CertificateRules.check(draft, policies: policies).diagnostics.map(\.place.path)
      #expect(found == (general.contains(kind.code) ? [] : ["intermediary"]), "\(kind.code)")
    }
  }

  @Test("ECFA is the kind printed in Chinese; CEPA's own form is Chinese too (S3-11)")
  func languages() throws {
    let chinese = try PolicyFolder.load().kinds.filter { $0.language == .chinese }.map(\.code)
    #expect(chinese == ["H", "HM"])
  }

  @Test("Form E goes to the ten of ASEAN (S3-08)")
  func asean() throws {
    let parties = try #require(PolicyFolder.load().kind("E")?.parties)
    #expect(Set(parties) == ["BN", "KH", "ID", "LA", "MY", "MM", "PH", "SG", "TH", "VN"])
  }

  @Test("Mushrooms and tobacco need gross and net weight with a unit (S3-12)")
  func weights() throws {
    let policies = try PolicyFolder.load()
    for form in ["EM", "TB"] {
      var draft = try Sample.certificate(form: form, policies: policies)
      draft.goods[0].grossWeight = nil
      draft.goods[0].quantity = nil
      draft.goods[0].netWeight?.unit = ""
      let found = CertificateRules.check(draft, policies: policies).diagnostics.map(\.place.path)
      #expect(found == ["goods[0].grossWeight", "goods[0].netWeight.unit"], "\(form)")
    }
  }

  @Test("Re-export and processing name the country the goods come from (S3-13, S3-14)")
  func origins() throws {
    let policies = try PolicyFolder.load()
    for form in ["RE", "PA"] {
      var draft = try Sample.certificate(form: form, policies: policies)
      draft.goods[0].origin = nil
      let found = CertificateRules.check(draft, policies: policies).diagnostics.map(\.place.path)
      #expect(found == ["goods[0].origin"], "\(form)")
    }
  }
}

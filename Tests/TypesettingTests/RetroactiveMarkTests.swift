import Certificates
import Diagnostics
import DisplayList
import Forms
import Measures
import Support
import Testing
import Typesetting

/// How each form says that it was issued after its period, as the references have it (S2-139).
@Suite struct RetroactiveMarkTests {
  enum Mark: Sendable {
    /// These words stand in this box.
    case words(String, in: String)
    /// The square before this caption is crossed in this box.
    case tick(String, in: String)
    /// The kind knows no such certificate.
    case impossible
  }

  /// forms.md 6 with the corrections of forms-2.md 0; `N` and `F` by edition.
  static let marks: [(form: String, day: String, mark: Mark)] = [
    ("C", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "5")),
    ("G", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "4")),
    ("E", "2026-05-05", .tick("Issued Retroactively", in: "13")),
    ("E", "2019-08-19", .tick("Issued Retroactively", in: "13")),
    ("RCEP", "2026-05-05", .tick("ISSUED RETROACTIVELY", in: "17")),
    ("B", "2026-05-05", .impossible),  // S2-86
    ("F", "2019-02-28", .words("ISSUED RETROACTIVELY", in: "14")),
    ("F", "2019-03-01", .words("ISSUED RETROACTIVELY", in: "5")),
    ("R", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "header")),
    ("S", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "4")),
    ("I", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "4")),
    ("K", "2026-05-05", .words("ISSUED RETROACTIVELY", in: "5")),
    ("A", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "5")),
    ("N", "2022-04-06", .impossible),
    ("N", "2022-04-07", .words("Issued Retrospectively", in: "6")),
    ("X", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "12")),
    ("L", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "14")),
    ("P", "2026-05-05", .words("ISSUED RETROACTIVELY", in: "13")),
    ("GE", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "5")),
    ("MU", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "4")),
    ("H", "2026-05-05", .words("补发", in: "15")),
    // As the general certificate's box for the authority (forms.md 6, not confirmed).
    ("RE", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "4")),
    ("PA", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "5")),
    ("EM", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "5")),
    ("TB", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "official")),
    ("PU", "2026-05-05", .words("ISSUED RETROSPECTIVELY", in: "5")),
  ]

  /// Not found in any source (forms.md 6).
  static let unknown: Set = ["CA", "RS", "NI", "EC", "HN", "MV", "HM"]

  private func draft(_ form: String, _ day: String, isRetroactive: Bool) throws -> CertificateDraft
  {
    var draft = try Sample.certificate(
      form: form, policies: Site.load().policies, day: try #require(CalendarDate(day)))
    draft.circumstances.isRetroactive = isRetroactive
    return draft
  }

  private func page(_ form: String, _ day: String, isRetroactive: Bool) throws -> Page {
    let draft = try draft(form, day, isRetroactive: isRetroactive)
    return try #require(try Workshop.document(try Site.load().form(of: draft)).pages.first)
  }

  @Test func theTableKnowsEveryKind() throws {
    let kinds = Set(try Site.load().policies.kinds.map(\.code))
    #expect(Set(Self.marks.map(\.form)).union(Self.unknown) == kinds)
  }

  @Test("The words stand in their box, and only on retroactive certificates", arguments: marks)
  func words(_ form: String, _ day: String, _ mark: Mark) throws {
    guard case .words(let words, let box) = mark else { return }
    func boxes(_ isRetroactive: Bool) throws -> [String?] {
      try page(form, day, isRetroactive: isRetroactive).texts()
        .filter { $0.source.contains(words) }.map(\.box)
    }
    #expect(try boxes(true) == [box])
    #expect(try boxes(false) == [])
  }

  @Test("The square before its caption is crossed, and only then", arguments: marks)
  func ticks(_ form: String, _ day: String, _ mark: Mark) throws {
    guard case .tick(let caption, let box) = mark else { return }
    let page = try page(form, day, isRetroactive: true)
    let crosses = Self.crosses(of: page, in: box)
    let words = try #require(page.texts(.form).first { $0.source.contains(caption) })
    let cross = try #require(crosses.first)
    #expect(crosses.count == 1)
    #expect(words.box == box)
    #expect(cross.right < words.origin.x && words.origin.x - cross.right < .mm(4))
    #expect(cross.top < words.origin.y && cross.bottom > words.origin.y - .mm(2.5))
    #expect(Self.crosses(of: try self.page(form, day, isRetroactive: false), in: box).isEmpty)
  }

  private static func crosses(of page: Page, in box: String) -> [Rect] {
    page.items(of: .data).compactMap { item in
      guard case .path(let path) = item, path.box == box else { return nil }
      let points = path.steps.flatMap { step in
        switch step {
        case .move(let point), .line(let point): [point]
        default: [Point]()
        }
      }
      guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
        let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
      else { return nil }
      return Rect(x: left, y: top, width: right - left, height: bottom - top)
    }
  }

  @Test("Where the agreement knows no late issue, the rules refuse it", arguments: marks)
  func impossible(_ form: String, _ day: String, _ mark: Mark) throws {
    let draft = try draft(form, day, isRetroactive: true)
    let found = CertificateRules.check(draft, policies: try Site.load().policies).diagnostics
    guard case .impossible = mark else {
      #expect(found.filter { $0.severity == .error } == [])
      return
    }
    #expect(found.map(\.place.path) == ["circumstances.isRetroactive"])
  }

  @Test("Form A prints them in red (forms.md 6)")
  func red() throws {
    let words = try page("G", "2026-05-05", isRetroactive: true).texts()
      .first { $0.source == "ISSUED RETROSPECTIVELY" }
    let ink = try #require(words?.ink)
    #expect(ink.red > 150 && ink.green < 60 && ink.blue < 60)
  }
}

import Certificates
import Diagnostics
import DisplayList
import Forms
import Foundation
import Measures
import Notation
import Support
import Testing
import Typesetting

/// What a person types who cannot scan the code: domain, check code, number and serial beside it
/// (issue 3, point 4; sealing.md §6.2, §7.1).
@Suite struct CodeWordsTests {
  /// A domain and a check code in the letters of Crockford's base32.
  struct Words: Sendable, CustomTestStringConvertible {
    let domain: String
    let checkCode: String

    var testDescription: String { "\(domain) \(checkCode)" }
  }

  /// A domain of 36 characters with the widest check code; in a soak also ordinary words.
  static let words =
    [Words(domain: "verify.origin.commercechamber.com.cn", checkCode: "WWWWWW")]
    + (Soak.isOn ? [Words(domain: "check.example.org", checkCode: "7Q4K2M")] : [])

  /// The editions with a code on their faces, by name.
  static let editions =
    (try? Site.load().library.all.filter { $0.front.code != nil }.map(\.name)) ?? []

  private static let serial = "CCPIT000000000123"

  /// The site's issuing body with another domain of its check, and every optional code turned on.
  private static func issuer(_ domain: String) throws -> Issuer {
    let text = String(decoding: try Repository.bytes("Layouts/policy/site.yaml"), as: UTF8.self)
      .replacing("check.example.org", with: domain)
      .replacing("# optionalCodes:", with: "optionalCodes:")
    let findings = Findings()
    let issuer = Issuer(try YAMLText.parse(Data(text.utf8), file: "site.yaml"), findings)
    try findings.throwErrors()
    return try #require(issuer)
  }

  /// A certificate of several sheets on the first day of an edition.
  private static func form(_ layout: Layout, _ words: Words) throws -> BoundForm {
    let site = try Site.load()
    let issuer = try issuer(words.domain)
    let shape = site.policies.numberShapes.first { $0.profile == "ccpit" }
    let letters = issuer.numberLetters[layout.form] ?? shape?.letters[layout.form] ?? "C"
    var draft = try Sample.certificate(
      form: layout.form, items: 14, policies: site.policies, day: layout.from)
    let year = String("0\(layout.from.year)".suffix(2))
    draft.number = "\(year)\(letters)1100B0001/00004"
    let certificate = try CertificateRules.check(draft, policies: site.policies, issuer: issuer)
      .get()
    let context = FieldContext(
      certificate: certificate, kind: try #require(site.policies.kind(layout.form)), issuer: issuer,
      policies: site.policies)
    return BoundForm(layout: layout, certificate: certificate, context: context)
  }

  private static func released(_ form: BoundForm, _ words: Words) throws -> Document {
    let record = String(repeating: "A", count: 350)
    let credential = PrintedCredential(
      code: "HTTPS://\(words.domain.uppercased())/V/\(record)", checkCode: words.checkCode,
      serial: serial)
    return try Workshop.freshTypesetter().document(
      of: form, as: .released(.original), credential: credential)
  }

  private static func lines(_ page: Page, _ field: String) -> [TextItem] {
    page.texts().filter { $0.field?.split(separator: ",").contains { $0 == field } ?? false }
  }

  @Test(arguments: editions, words)
  func `domain and check code stand beside every code, number and serial on its page`(
    _ edition: String, _ words: Words
  ) throws {
    let layout = try #require(try Site.load().library.all.first { $0.name == edition })
    let form = try Self.form(layout, words)
    let document = try Self.released(form, words)
    let pages = document.pages.filter { !$0.codes.isEmpty }
    let sheets = document.pages.filter { $0.side == .front && $0.boxes["attachment"] == nil }
    #expect(pages.count == sheets.count && pages.count > 1)
    for page in pages {
      let domain = Self.lines(page, "verification.site")
      let code = Self.lines(page, "check.code")
      #expect(
        domain.map(\.source).joined().dense.contains("HTTPS://\(words.domain.uppercased())/"))
      #expect(code.count { $0.source.contains(words.checkCode) } == 1, "whole and once")
      for text in domain + code { #expect(text.size >= .pt(5.5)) }
      #expect(try Self.distance(of: domain + code, on: page) <= .mm(25))
      let texts = page.texts().map(\.source)
      #expect(texts.contains { $0.contains(form.certificate.number ?? "none") })
      #expect(texts.contains { $0.contains(Self.serial) })
    }
    #expect(Invariants.collisions(in: document, form) == [])
  }

  @Test func `S2-131: the special form has no code unless the site turns it on`() throws {
    let layout = try #require(try Site.load().library.all.first { $0.form == "L" })
    let words = Self.words[0]
    let form = try Self.form(layout, words)
    let off = FieldContext(
      certificate: form.certificate, kind: form.context.kind, issuer: try Site.load().issuer,
      policies: try Site.load().policies)
    let plain = try Self.released(
      BoundForm(layout: layout, certificate: form.certificate, context: off), words)
    #expect(plain.pages.allSatisfy { $0.codes.isEmpty })
    #expect(plain.pages.flatMap { Self.lines($0, "check.code") }.isEmpty)
    let code = try #require(try Self.released(form, words).pages[0].codes.first)
    let place = try #require(layout.front.code)
    #expect(place.frame.contains(code.frame))
  }

  /// The way from the frame around texts to the code with its quiet zone, along the longer axis.
  private static func distance(of texts: [TextItem], on page: Page) throws -> Length {
    let grid = try #require(page.codes.first)
    let quiet = grid.frame.width / grid.count * grid.quietZone
    let code = grid.frame.inset(left: -quiet, top: -quiet, right: -quiet, bottom: -quiet)
    let frames = texts.map(\.inkFrame)
    let left = try #require(frames.map(\.left).min())
    let right = try #require(frames.map(\.right).max())
    let top = try #require(frames.map(\.top).min())
    let bottom = try #require(frames.map(\.bottom).max())
    return max(code.left - right, left - code.right, code.top - bottom, top - code.bottom, .zero)
  }
}

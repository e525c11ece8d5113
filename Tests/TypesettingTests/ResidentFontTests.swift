import Certificates
import Devices
import DisplayList
import Forms
import Measures
import Support
import Testing
import Typesetting

/// A certificate for an impact printer is set in the printer's own pitches, so that lines break where
/// they will print.
struct ResidentFontTests {
  private static func pages(_ form: String, items: Int = 3) throws -> [Page] {
    let typesetter = try Workshop.freshTypesetter(try Workshop.device("generic-24pin"))
    return try typesetter.document(of: try Site.load().form(form, items: items), as: .draft).pages
  }

  @Test(arguments: ["L", "C", "E", "RCEP", "H"])
  func `all that is filled in has a pitch of the printer and stays in its box`(
    _ form: String
  ) throws {
    let pitches = try Workshop.device("generic-24pin").residentPitches
    for page in try Self.pages(form) {
      for item in page.texts() + page.texts(.note) {
        let pitch = try #require(item.fixedPitch)
        #expect(pitches.contains(pitch))
        // A line is so many cells wide.
        let cells = Double(item.width.units) / Double(pitch.units)
        #expect((cells - cells.rounded()).magnitude < 0.001, "\(item.source)")
        if let box = item.box.flatMap(page.frame(ofBox:)) {
          #expect(item.origin.x >= box.left && item.origin.x + item.width <= box.right)
        }
        #expect(item.rotation == 0)
      }
    }
  }

  @Test func `lines are as far apart as the printer's characters are tall`() throws {
    for page in try Self.pages("L", items: 8) {
      let lines = Dictionary(grouping: page.texts()) { $0.box ?? "" }.values
      for texts in lines {
        let places = Set(texts.map(\.origin.y)).sorted()
        for (upper, lower) in zip(places, places.dropFirst()) {
          #expect(lower - upper >= .mm(3.1) || lower - upper < .mm(0.6), "\(texts[0].source)")
        }
      }
    }
  }

  @Test func `the form's own words keep their faces`() throws {
    for item in try Self.pages("L")[0].texts(.form) { #expect(item.fixedPitch == nil) }
  }

  @Test func `every page says that it is no certificate, upright above the form`() throws {
    for page in try Self.pages("L") {
      let words = page.texts(.note).map(\.source).joined()
      #expect(words.contains("非有效证书"))
      for item in page.texts(.note) { #expect(item.origin.y < .mm(10)) }
    }
  }
}

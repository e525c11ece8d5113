import Certificates
import Devices
import Diagnostics
import Foundation
import Measures
import Support
import Testing
import Typesetting

/// What cannot be set is refused with its field; nothing is cut to make it fit.
@Suite struct RefusalTests {
  private let long = String(repeating: "VERY LONG NAME ", count: 60)

  @Test func aBoxWithoutRoomNamesItsField() throws {
    #expect(
      try Workshop.refusal("C") { $0.exporter?.name = long } == ["exporter: typesetting.no-room"])
    #expect(
      try Workshop.refusal("H") { $0.importer?.address = long }
        == ["importer.name,importer.address: typesetting.no-room"])
  }

  @Test func theMessageSaysHowMuchIsTooMuch() throws {
    let form = try Site.load().form("C") { $0.exporter?.name = long }
    let refusal = try #require(throws: Refusal.self) { try Workshop.document(form) }
    let text = try #require(refusal.diagnostics.first?.text(in: .english))
    #expect(text.hasPrefix("error: exporter: box 1 has no room for "))
    #expect(text.hasSuffix(" characters of it at 6.5 pt (shorten the text)"))
  }

  @Test func aTextThatMustNotWrapIsRefusedToo() throws {
    #expect(
      try Workshop.refusal("C") { $0.serial = String(repeating: "8", count: 60) }
        == ["serial: typesetting.no-room"])
  }

  @Test("All faults come at once, and a box that stands on every sheet is told once")
  func allAtOnce() throws {
    let found = try Workshop.refusal("C", items: 20) {
      $0.exporter?.name = long
      $0.consignee?.name = "A 𓀀"
      $0.serial = long
      $0.goods[3].description = "B 𓀀"
      $0.goods[3].marks = "C 𓀀"
      $0.goods[7].description = "D 𓀀"
    }
    #expect(
      found == [
        "goods[3].marks: typography.missing-characters",
        "goods[3].description: typography.missing-characters",
        "goods[7].description: typography.missing-characters",
        "exporter: typesetting.no-room", "serial: typesetting.no-room",
        "consignee: typography.missing-characters",
      ])
  }

  @Test func whatIsOutsideThePrintableAreaNamesItsBox() throws {
    let laser = try Workshop.device()
    #expect(try Workshop.refusal("C", device: laser) == [])
    let narrow = Self.device(laser, margin: 40)
    let found = try Workshop.refusal("C", device: narrow)
    #expect(found.contains("exporter: typesetting.outside-printable"))
    #expect(Set(found).count == found.count)
    #expect(found.allSatisfy { $0.hasSuffix("outside-printable") })
  }

  @Test func theCodeAndPicturesMustBePrintableToo() throws {
    // Only the code reaches further right than 196 mm on this sample.
    let wide = Self.device(try Workshop.device(), margin: 0, right: 14)
    #expect(try Workshop.refusal("C", device: wide) == ["number: typesetting.outside-printable"])
    let left = Self.device(try Workshop.device(), margin: 0, left: 22)
    let found = try Workshop.refusal("C", device: left) {
      $0.goods[0].marks = nil
      $0.goods[0].markImages = [MarkImage(format: .png, width: 300, height: 60, bytes: Data())]
    }
    #expect(found.contains("goods[0].markImages: typesetting.outside-printable"))
  }

  private static func device(
    _ device: DeviceProfile, margin: Double, left: Double? = nil, right: Double? = nil
  ) -> DeviceProfile {
    let area = Rect(origin: .zero, size: .a4).inset(
      left: .mm(left ?? margin), top: .mm(margin), right: .mm(right ?? margin), bottom: .mm(margin))
    return DeviceProfile(
      name: "narrow", title: "narrow", languages: device.languages, media: device.media,
      printableArea: area, resolutions: device.resolutions, isColour: true, duplex: .automatic,
      residentPitch: nil, isApprovedForSelfPrint: false, quirks: [])
  }
}

import Devices
import Measures
import Testing

@Suite("Media names")
struct MediaSizeTests {
  @Test(
    "a self-describing name tells its size",
    arguments: [
      ("iso_a4_210x297mm", 210.0, 297.0), ("na_letter_8.5x11in", 215.9, 279.4),
      ("jis_b5_182x257mm", 182, 257), ("custom_cert-240x305_240x305mm", 240, 305),
      ("om_small-photo_100x150mm", 100, 150), ("na_number-10_4.125x9.5in", 104.775, 241.3),
    ])
  func reads(name: String, width: Double, height: Double) throws {
    let media = try #require(MediaSize(name))
    #expect(media.size == Size(width: .mm(width), height: .mm(height)))
    #expect(media.name == name)
  }

  @Test(
    "anything else is no name",
    arguments: [
      "", "a4", "A4", "iso_a4", "iso_a4_210x297", "iso_a4_210x297pt", "iso_a4_0x297mm",
      "iso_a4_0210x297mm", "iso_a4_210,0x297mm", "foo_a4_210x297mm", "iso_A4_210x297mm",
      "iso_a4_210x297mm ", "iso_a4_999999x999999mm", "iso_a4_1.2.3x4mm", "iso_a4_210x-297mm",
      "iso_a4_99999999999999999999x1mm",
    ])
  func refuses(text: String) { #expect(MediaSize(text) == nil) }
}

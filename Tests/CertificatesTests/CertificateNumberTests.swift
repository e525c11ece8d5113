import Certificates
import Testing

@Suite("Certificate numbers of both issuers (S3-27, S4-11, B.13)")
struct CertificateNumberTests {
  private func shape(_ profile: String) throws -> NumberShape {
    let day = try #require(CalendarDate("2026-05-05"))
    return try #require(try PolicyFolder.load().numberShape(profile: profile, day: day))
  }

  @Test(arguments: [
    ("ccpit", "26C311120218/00004", 26, "C", "311120218", "00004"),
    ("ccpit", "26GE1100B0001/12345", 26, "GE", "1100B0001", "12345"),
    ("customs", "E26MA51WHNF70244", 26, "E", "MA51WHNF7", "0244"),
    ("customs", "GE26MA51WHNF70244", 26, "GE", "MA51WHNF7", "0244"),
    ("customs", "G26MA51WHNF7AB12", 26, "G", "MA51WHNF7", "AB12"),
  ])
  func numbersComeApartAndTogether(
    _ profile: String, _ text: String, _ year: Int, _ letters: String, _ holder: String,
    _ serial: String
  ) throws {
    let shape = try shape(profile)
    let number = try #require(CertificateNumber(text, shape: shape))
    #expect(
      number
        == CertificateNumber(year: year, letters: letters, holder: holder, serial: serial))
    #expect(number.text(shape: shape) == text)
  }

  @Test(arguments: [
    "", "26C311120218/0004", "26C31112021/00004", "26Q311120218/00004", "26C311120218-00004",
    "26C311120218/00004 ", "26C311120218/000O4", "２6C311120218/00004", "26C3111202１8/00004",
  ])
  func otherTextsAreNoNumbers(_ text: String) throws {
    #expect(CertificateNumber(text, shape: try shape("ccpit")) == nil)
  }

  @Test(
    "The customs' last four may begin with one to three letters or digits of the firm (S3-28)",
    arguments: [
      ("0001", true), ("A001", true), ("ab12", true), ("XYZ9", true), ("WXYZ", false),
      ("AB1", false), ("A-01", false),
    ])
  func prefixes(_ serial: String, _ isNumber: Bool) throws {
    let number = CertificateNumber("E26MA51WHNF7\(serial)", shape: try shape("customs"))
    #expect((number?.serial == serial) == isNumber)
  }

  @Test func partsThatDoNotFitAreRefused() throws {
    let shape = try shape("ccpit")
    func text(_ holder: String, _ serial: String) -> String? {
      CertificateNumber(year: 6, letters: "C", holder: holder, serial: serial).text(shape: shape)
    }
    #expect(text("1100B0001", "7") == "06C1100B0001/00007")
    #expect(text("1100B000", "7") == nil)
    #expect(text("1100B0001", "123456") == nil)
  }

  @Test func noShapeBeforeItsFirstDay() throws {
    let early = try #require(CalendarDate("2007-07-31"))
    #expect(try PolicyFolder.load().numberShape(profile: "customs", day: early) == nil)
  }
}

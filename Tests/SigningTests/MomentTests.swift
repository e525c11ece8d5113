import Testing

@testable import Signing

struct MomentTests {
  @Test func `a PDF date names the same second again`() {
    for seconds in stride(from: -2_000_000_000, to: 9_000_000_000, by: 86_399 * 37) {
      let moment = Moment(seconds: seconds)
      guard seconds >= 0 else { continue }
      #expect(Moment(pdfText: moment.pdfText) == moment)
    }
    #expect(Moment(year: 2024, month: 2, day: 29, hour: 23).pdfText == "D:20240229230000Z")
    #expect(Moment(pdfText: "D:20230229230000Z") == nil)
  }
}

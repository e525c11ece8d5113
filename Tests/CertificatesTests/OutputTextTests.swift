import Certificates
import Testing

/// What outputs say of themselves (design §5, requirements B.13).
@Suite struct OutputTextTests {
  private static let day = CalendarDate.sample

  @Test("Only an original or duplicate itself leaves unmarked; every preview is marked (S3-34)")
  func unmarked() {
    let duplicate = OutputKind.duplicate(ordinal: 1, issued: Self.day)
    for kind in [OutputKind.original, duplicate] {
      #expect(OutputText.status(.released(kind), isDemonstration: false).isEmpty)
      #expect(OutputText.status(.released(kind), isDemonstration: true) == ["样张"])
    }
    for kind in [OutputKind.copy(ordinal: 2), .void, .specimen] {
      #expect(!OutputText.status(.released(kind), isDemonstration: false).isEmpty)
    }
    for kind in [OutputKind.original, duplicate, .copy(ordinal: 2), .void, .specimen] {
      let words = OutputText.status(.preview(of: kind), isDemonstration: false)
      #expect(words.contains("非有效证书"), "\(kind)")
    }
  }

  @Test("The form's word is in its language, the label has the ordinal (B.13, X22)")
  func words() {
    #expect(OutputText.word(.original, language: .english) == "ORIGINAL")
    #expect(OutputText.word(.original, language: .chinese) == "正本")
    #expect(OutputText.word(.copy(ordinal: 1), language: .english) == nil)
    #expect(OutputText.label(.copy(ordinal: 12)) == "COPY 12")
    #expect(OutputText.label(.duplicate(ordinal: 2, issued: Self.day)) == "失证副本 2")
    #expect(OutputText.label(.original) == nil)
  }
}

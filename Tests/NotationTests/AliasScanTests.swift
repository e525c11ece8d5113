import Diagnostics
import Foundation
import Notation
import Testing

@Suite struct AliasScanTests {
  @Test("Aliases that stand for more nodes than any computer holds are refused at once")
  func bombs() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...40 { text += "? &a\(level) [*a\(level - 1), *a\(level - 1)]\n: 1\n" }
    #expect(throws: Refusal.self) { try YAMLText.parse(text.utf8, file: "bomb.yaml") }
  }

  @Test(
    "Ampersands and stars in texts are no aliases",
    arguments: ["a: R&D and 3*4", "a: \"&b *c\"", "a: '*** &'", "a: b & c", "end-mark: \"***\""])
  func texts(text: String) throws {
    _ = try YAMLText.parse(text.utf8, file: "x.yaml")
  }
}

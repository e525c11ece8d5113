import Certificates
import Diagnostics
import DisplayList
import Forms
import Foundation
import Support
import Testing
import Typesetting

/// Layouts with a number or a line changed: the checker refuses them, or they can be set.
@Suite struct LayoutMutationTests {
  private static let seed = 4711
  private static let cases =
    Soak.choice(3000, else: 90)

  @Test(arguments: ["C", "RCEP", "H"])
  func whatTheCheckerPassesCanBeSet(_ code: String) throws {
    let bound = try Site.load().form(code, items: 3)
    let path = try #require(try Site.layoutPaths().first { $0.hasPrefix("\(code)/") })
    let lines = String(decoding: try Repository.bytes("Layouts/\(path)"), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var counts = (refused: 0, set: 0)
    for number in 0..<Self.cases / 3 {
      var dice = Dice(seed: Self.seed + number)
      let text = Self.changed(lines, &dice)
      let findings = Findings()
      defer { Self.expectPlaces(findings, "seed \(Self.seed) case \(number)") }
      guard let layout = Self.layout(text, at: path, findings), !findings.hasErrors else {
        counts.refused += 1
        continue
      }
      let form = BoundForm(
        layout: layout, certificate: bound.certificate, context: bound.context)
      do {
        let document = try Workshop.freshTypesetter().document(of: form, as: .draft)
        let ends = document.pages.flatMap { $0.texts() }.filter { $0.source.dense == "***" }
        #expect(ends.count == 1, "seed \(Self.seed) case \(number)")
        counts.set += 1
      } catch is Refusal {
        counts.refused += 1
      }
    }
    print("seed \(Self.seed), \(code): \(counts)")
    #expect(counts.set > 0 && counts.refused > 0)
  }

  /// Every finding names its line and column.
  private static func expectPlaces(_ findings: Findings, _ case: String) {
    for finding in findings.diagnostics {
      #expect(
        finding.place.file != nil && finding.place.line != nil && finding.place.column != nil,
        "\(`case`): \(finding.text(in: .english))")
    }
  }

  private static func layout(_ text: String, at path: String, _ findings: Findings) -> Layout? {
    let files = LayoutFiles(folder: "") { name in
      name == path ? Data(text.utf8) : try Repository.bytes("Layouts/\(name)")
    }
    guard let layout = Layout(path: path, files: files, findings) else {
      #expect(findings.hasErrors, "nothing was read and nothing reported")
      return nil
    }
    LayoutChecker(layout: layout, roles: ["sans", "serif", "cjk", "mono"], findings).check()
    return layout
  }

  /// The text with a number replaced, a line taken out or a line doubled.
  private static func changed(_ lines: [String], _ dice: inout Dice) -> String {
    var lines = lines
    let index = dice.number(0...(lines.count - 1))
    switch dice.number(1...6) {
    case 1: lines.remove(at: index)
    case 2: lines.insert(lines[index], at: index)
    default:
      let numbered = lines.indices.filter { lines[$0].contains(/[0-9]/) }
      let line = dice.pick(numbered)
      let numbers = lines[line].matches(of: /[0-9]+(\.[0-9]+)?/)
      let number = dice.pick(numbers.map(\.range))
      let values = [
        "0", "1", "-1", "3", "12", "40", "150", "99999", "1000000000000000000000", "0.01",
      ]
      lines[line].replaceSubrange(number, with: dice.pick(values))
    }
    return lines.joined(separator: "\n")
  }
}

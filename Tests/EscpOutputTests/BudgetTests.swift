import Certificates
import DisplayList
import EscpOutput
import Measures
import Testing

/// A printer takes about a thousand bytes a second, and every pass costs a third of one (dotmatrix.md §6.4).
struct BudgetTests {
  @Test(arguments: ["generic-24pin", "generic-24pin-escp2"])
  func `1 200 characters are at most 3 000 bytes and one pass a baseline`(_ name: String) throws {
    let press = try PinPress(name)
    let page = try #require(
      try (1...20).lazy.compactMap { items in
        try press.pages("L", items: items, as: .released(.original)).first {
          $0.inkCharacters >= 1200
        }
      }.first)
    #expect(page.inkCharacters < 1400)
    let plan = try press.plan([page])
    let bytes = try PrintJob(plan).bytes
    print("\(name): \(page.inkCharacters) characters, \(bytes.count) bytes, \(plan.passCount) passes")
    #expect(bytes.count <= 3000)
    #expect(plan.passCount <= page.baselines)
    #expect(plan.images.isEmpty)
  }

  @Test(arguments: ["generic-24pin", "generic-24pin-escp2"])
  func `a code and 20 Chinese characters are at most 12 000 bytes`(_ name: String) throws {
    let press = try PinPress(name)
    let pages = try press.pages("C", items: 6, as: .released(.original)) { draft in
      draft.exporter?.name = "深圳市钢制螺栓棉质衬衫陶瓷餐具进出口有限"
    }
    let plan = try press.plan([pages[0]])
    let bytes = try PrintJob(plan).bytes
    let bands = plan.sheets[0].lines.filter(\.isOneWay).count
    print("\(name): \(bytes.count) bytes, \(plan.passCount) passes, \(bands) of them bands")
    #expect(bands >= 5)
    #expect(bytes.count <= 12_000)
    #expect(plan.passCount <= pages[0].baselines + bands)
  }
}

extension Page {
  private var texts: [TextItem] {
    Content.overlay.layers.flatMap { items(of: $0) }.compactMap { item in
      if case .text(let text) = item { text } else { nil }
    }
  }

  fileprivate var inkCharacters: Int {
    texts.reduce(0) { $0 + $1.source.filter { !$0.isWhitespace }.count }
  }

  fileprivate var baselines: Int { Set(texts.map(\.origin.y)).count }
}

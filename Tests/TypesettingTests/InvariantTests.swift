import Certificates
import Diagnostics
import DisplayList
import Forms
import Foundation
import Measures
import Support
import Testing
import Typesetting

/// Whatever is in a certificate: it is refused with its field, or nothing of it is lost.
@Suite struct InvariantTests {
  private static let seed =
    ProcessInfo.processInfo.environment["ORIGINPRESS_SEED"].flatMap { Int($0) } ?? 2026
  private static let cases =
    Soak.choice(5000, else: 150)

  private static let main = ["C", "RCEP", "H"]
  private static let others =
    (try? Site.load().policies.kinds.map(\.code).filter { !main.contains($0) }) ?? []

  @Test("Seeded certificates: nothing is cut, nothing overlaps", arguments: main)
  func seeded(_ code: String) throws {
    let refused = try check(code, cases: Self.cases / 3)
    print("seed \(Self.seed), \(code): \(Self.cases / 3) certificates, \(refused) refused")
    #expect(refused < Self.cases / 6, "most certificates are set, else this shows little")
  }

  @Test("A few seeded certificates of every other form", arguments: others)
  func fewSeeded(_ code: String) throws {
    _ = try check(code, cases: Self.cases / 50)
  }

  /// Changes that many samples and checks what comes of each; says how many were refused.
  private func check(_ code: String, cases: Int) throws -> Int {
    let site = try Site.load()
    var refused = 0
    for number in 0..<cases {
      var mutations = Mutations(seed: Self.seed &+ number * 3)
      let wished =
        mutations.dice.once(in: 6) ? mutations.dice.number(5...40) : mutations.dice.number(1...4)
      let items = min(wished, site.policies.itemCaps.value(form: code, day: .sample) ?? wished)
      var draft = try Sample.certificate(
        form: code, items: items, seed: number, policies: site.policies)
      mutations.apply(to: &draft)
      let label = "ORIGINPRESS_SEED=\(Self.seed) case \(number), \(items) items: \(mutations.log)"
      do {
        let form = try site.form(of: draft)
        let problems = Invariants.problems(of: try Workshop.document(form), form)
        if !problems.isEmpty { Issue.record("\(problems.prefix(5)) \(label)") }
      } catch let refusal as Refusal {
        refused += 1
        for diagnostic in refusal.diagnostics where diagnostic.place.path.isEmpty {
          Issue.record("\(diagnostic) names no field; \(label)")
        }
        if Set(refusal.diagnostics).count != refusal.diagnostics.count {
          Issue.record("a fault is told twice: \(refusal); \(label)")
        }
      }
    }
    return refused
  }

  @Test(
    "The forms that differ most with many items", arguments: [("C", 120), ("RCEP", 60), ("H", 60)])
  func manyItems(_ code: String, _ items: Int) throws {
    let form = try Site.load().form(code, items: items)
    let document = try Workshop.document(form)
    #expect(Invariants.problems(of: document, form) == [])
    #expect(document.sheetCount > 3)
  }

  @Test("500 items: every one is there, in order")
  func fiveHundred() throws {
    let form = try Site.load().form("C", items: 500)
    let document = try Workshop.document(form)
    let fields = document.pages.flatMap { $0.texts() }.compactMap(\.field)
      .filter { $0.hasSuffix(".description") }
    var order: [String] = []
    for field in fields where order.last != field { order.append(field) }
    #expect(order == (0..<500).map { "goods[\($0)].description" })
  }
}

import Certificates
import Diagnostics
import Support
import Testing

/// Counter to number and back, with the enterprise's own prefix (X15, X16, S3-27, S3-28, B.13).
struct NumberSeriesTests {
  private static let holder = "MA51WHNF7"

  private static func shape(_ profile: String) throws -> NumberShape {
    try #require(try PolicyFolder.load().numberShape(profile: profile, day: .sample))
  }

  private static func series(
    _ profile: String, _ prefix: String = "", form: String = "E", year: Int = 2026,
    holder: String = holder, beside used: [String] = [], _ findings: Findings = Findings()
  ) throws -> NumberSeries? {
    NumberSeries(
      shape: try shape(profile), form: form, year: year, holder: holder, prefix: prefix,
      beside: used, findings)
  }

  private static func keys(_ profile: String, _ prefix: String, beside used: [String] = []) throws
    -> [String]
  {
    let findings = Findings()
    let series = try series(profile, prefix, beside: used, findings)
    #expect((series == nil) == findings.hasErrors)
    return findings.diagnostics.map { "\($0.severity.rawValue) \($0.place.path) \($0.message.key)" }
  }

  @Test(arguments: [
    ("customs", "", 1, "E26MA51WHNF70001"), ("customs", "", 9999, "E26MA51WHNF79999"),
    ("customs", "A", 1, "E26MA51WHNF7A001"), ("customs", "A", 999, "E26MA51WHNF7A999"),
    ("customs", "aB", 1, "E26MA51WHNF7aB01"), ("customs", "aB", 99, "E26MA51WHNF7aB99"),
    ("customs", "ABC", 1, "E26MA51WHNF7ABC1"), ("customs", "ABC", 9, "E26MA51WHNF7ABC9"),
    ("customs", "12", 1, "E26MA51WHNF71201"),
    ("ccpit", "", 1, "26EMA51WHNF7/00001"), ("ccpit", "", 99999, "26EMA51WHNF7/99999"),
  ])
  func `the first and the last number of every length of prefix`(
    _ profile: String, _ prefix: String, _ ordinal: Int, _ text: String
  ) throws {
    let series = try #require(try Self.series(profile, prefix))
    #expect(try series.number(ordinal) == text)
    #expect(series.ordinal(of: text) == ordinal)
  }

  @Test(arguments: [
    ("customs", "", 9999), ("customs", "A", 999), ("customs", "AB", 99), ("customs", "ABC", 9),
    ("ccpit", "", 99999),
  ])
  func `nothing before the first and nothing after the last`(
    _ profile: String, _ prefix: String, _ last: Int
  ) throws {
    let series = try #require(try Self.series(profile, prefix))
    #expect(series.capacity == last)
    for ordinal in [0, -1, last + 1, Int.max] {
      let refusal = #expect(throws: Refusal.self) { try series.number(ordinal) }
      let key = refusal?.diagnostics.first?.message.key
      #expect(
        key
          == (ordinal < 1
            ? "number.from-one" : prefix.isEmpty ? "number.used" : "number.prefix-used"))
    }
  }

  @Test func `the message of a used prefix names it, its count and the year`() throws {
    let series = try #require(try Self.series("customs", "ABC"))
    let refusal = #expect(throws: Refusal.self) { try series.number(10) }
    let diagnostic = try #require(refusal?.diagnostics.first)
    #expect(diagnostic.message.english == "prefix ABC has used its 9 numbers of 2026")
    #expect(diagnostic.message.chinese == "前缀 ABC 在 2026 年的 9 个编号已用完")
    #expect(diagnostic.hint?.english == "choose a shorter prefix, or another one")
  }

  @Test func `setting a prefix warns how few numbers it leaves`() throws {
    #expect(try Self.keys("customs", "") == [])
    for (prefix, count) in [("A", 999), ("AB", 99), ("ABC", 9)] {
      let findings = Findings()
      #expect(try Self.series("customs", prefix, findings) != nil)
      #expect(findings.diagnostics.map(\.severity) == [.warning])
      #expect(
        findings.diagnostics.first?.message.english
          == "prefix \(prefix) leaves only \(count) numbers of each kind and year")
    }
  }

  @Test func `customs numbers are given at the first save, CCPIT numbers at the approval`() throws {
    #expect(try Self.shape("customs").given == .firstSave)
    #expect(try Self.shape("ccpit").given == .approval)
  }

  @Test(arguments: ["ABCD", "A-", "É", "Ａ", " ", "A B", "零"])
  func `other prefixes are refused`(_ prefix: String) throws {
    #expect(try Self.keys("customs", prefix) == ["error prefix number.prefix"])
  }

  @Test func `CCPIT numbers take no prefix`() throws {
    #expect(try Self.keys("ccpit", "A") == ["error prefix number.no-prefix"])
  }

  @Test(arguments: [
    ("A1", "A"), ("A", "A1"), ("A12", "A"), ("12", ""), ("1", ""), ("", "007"), ("ab", "AB"),
    ("a1", "A"),
  ])
  func `prefixes that would make the same number are refused`(_ a: String, _ b: String) throws {
    #expect(
      try Self.keys("customs", a, beside: ["ZZ", b]).first == "error prefix number.prefix-collides")
  }

  @Test func `prefixes collide exactly when their numbers meet`() throws {
    let prefixes = ["", "A", "A1", "A12", "1", "12", "AB", "ABC", "B", "B1C", "0", "00"]
    let shape = try Self.shape("customs")
    let serials = Dictionary(uniqueKeysWithValues: prefixes.map { ($0, Self.serials($0)) })
    for a in prefixes {
      for b in prefixes where a != b {
        let findings = Findings()
        shape.check(prefix: a, beside: [b], findings)
        let meet = !(try #require(serials[a])).isDisjoint(with: try #require(serials[b]))
        #expect(findings.hasErrors == meet, "\(a) and \(b)")
      }
    }
  }

  /// The last four characters under a prefix, made without the series.
  private static func serials(_ prefix: String) -> Set<String> {
    let digits = 4 - prefix.count
    let first = (0..<digits).reduce(1) { power, _ in power * 10 }
    return Set((1..<first).map { prefix + String(first + $0).dropFirst() })
  }

  @Test func `each prefix, kind, year and holder is counted by itself`() throws {
    var counters: Set<NumberCounter> = []
    for prefix in ["", "A"] {
      for form in ["E", "G"] {
        for year in [2026, 2027] {
          for holder in [Self.holder, "311120218"] {
            let series = try Self.series("customs", prefix, form: form, year: year, holder: holder)
            counters.insert(try #require(series?.counter))
          }
        }
      }
    }
    #expect(counters.count == 16)
  }

  @Test(arguments: ["MA51WHNF", "MA51WHNF77", "MA51-HNF7", "ＭA51WHNF7", ""])
  func `a holder of another shape is refused`(_ holder: String) throws {
    for profile in ["customs", "ccpit"] {
      let findings = Findings()
      #expect(try Self.series(profile, holder: holder, findings) == nil)
      #expect(findings.diagnostics.map(\.message.key) == ["number.holder"])
    }
  }

  @Test func `a kind without confirmed letters has no numbers`() throws {
    let findings = Findings()
    #expect(try Self.series("customs", form: "RCEP", findings) == nil)
    #expect(findings.diagnostics.map(\.message.key) == ["number.no-letters"])
  }

  @Test(arguments: 0..<40)
  func `numbers at random come back and are no others'`(seed: Int) throws {
    var dice = Dice(seed: seed)
    let alphabet = Array("ABCxyz019")
    let prefix = String((0..<dice.number(0...3)).map { _ in dice.pick(alphabet) })
    let form = dice.pick(["C", "G", "E", "GE", "H"])
    let year = dice.number(2007...2999)
    let series = try #require(try Self.series("customs", prefix, form: form, year: year))
    let ordinal = dice.number(1...series.capacity)
    let text = try series.number(ordinal)
    #expect(series.ordinal(of: text) == ordinal, "seed \(seed)")
    #expect(text.count == (form == "GE" ? 17 : 16))
    let next = try #require(try Self.series("customs", prefix, form: form, year: year + 1))
    #expect(next.ordinal(of: text) == nil)
    let other = try #require(
      try Self.series("customs", prefix, form: form, year: year, holder: "311120218"))
    #expect(other.ordinal(of: text) == nil)
  }

  @Test(arguments: [
    ("customs", "E26MA51WHNF70001", "E", "MA51WHNF7", []),
    ("customs", "E26MA51WHNF70001", "E", "311120218", ["error number.other-holder"]),
    ("customs", "E26MA51WHNF70001", "G", "MA51WHNF7", ["error certificate.number-letters"]),
    ("customs", "E25MA51WHNF7AB12", "E", "MA51WHNF7", ["warning number.year"]),
    ("customs", "E27MA51WHNF70001", "E", "MA51WHNF7", ["error number.year"]),
    ("customs", "E26MA51WHNF70000", "E", "MA51WHNF7", ["error number.from-one"]),
    ("customs", "E26MA51WHNF7A000", "E", "MA51WHNF7", ["error number.from-one"]),
    ("customs", "E26MA51WHNF7AB10", "E", "MA51WHNF7", []),
    ("customs", "E26MA51WHNF7ABCD", "E", "MA51WHNF7", ["error certificate.number"]),
    ("customs", "26EMA51WHNF7/00001", "E", "MA51WHNF7", ["error certificate.number"]),
    ("ccpit", "26EMA51WHNF7/00001", "E", "MA51WHNF7", []),
    ("ccpit", "26EMA51WHNF7/00000", "E", "MA51WHNF7", ["error number.from-one"]),
  ])
  func `a typed number is held against kind, date and holder`(
    _ profile: String, _ text: String, _ form: String, _ holder: String, _ found: [String]
  ) throws {
    let faults = CertificateNumber.faults(
      of: text, shape: try Self.shape(profile), form: form, day: .sample, holder: holder)
    #expect(faults.map { "\($0.severity.rawValue) \($0.message.key)" } == found)
    #expect(faults.allSatisfy { $0.place.path == "number" })
  }
}

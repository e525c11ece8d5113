import Certificates
import Foundation
import Testing

@Suite struct PrintTextTests {
  @Test(arguments: [
    (0, "ZERO"), (3, "THREE"), (19, "NINETEEN"), (20, "TWENTY"), (82, "EIGHTY TWO"),
    (100, "ONE HUNDRED"), (306, "THREE HUNDRED AND SIX"), (1000, "ONE THOUSAND"),
    (1006, "ONE THOUSAND AND SIX"), (3900, "THREE THOUSAND NINE HUNDRED"),
    (1_000_001, "ONE MILLION AND ONE"), (2_015_000, "TWO MILLION FIFTEEN THOUSAND"),
    (
      999_999_999_999,
      "NINE HUNDRED AND NINETY NINE BILLION NINE HUNDRED AND NINETY NINE MILLION "
        + "NINE HUNDRED AND NINETY NINE THOUSAND NINE HUNDRED AND NINETY NINE"
    ),
  ])
  func numbersInWords(_ number: Int, _ words: String) {
    #expect(NumberWords.english(number) == words)
  }

  /// Reads the words back by adding them up.
  private func value(of words: String) -> Int? {
    let units = (0..<20).map { (NumberWords.english($0), $0) }
    let tens = stride(from: 20, to: 100, by: 10).map { (NumberWords.english($0), $0) }
    let small = Dictionary(uniqueKeysWithValues: units + tens)
    let scales = ["THOUSAND": 1000, "MILLION": 1_000_000, "BILLION": 1_000_000_000]
    var (sum, group) = (0, 0)
    for word in words.split(separator: " ").map(String.init) where word != "AND" {
      if let number = small[word] {
        group += number
      } else if word == "HUNDRED" {
        group *= 100
      } else if let scale = scales[word] {
        sum += group * scale
        group = 0
      } else {
        return nil
      }
    }
    return sum + group
  }

  @Test func everyNumberReadsBack() {
    for number in 0...2500 { #expect(value(of: NumberWords.english(number)) == number) }
    var number = 7
    while number < NumberWords.largest {
      #expect(value(of: NumberWords.english(number)) == number)
      number = number * 3 + 11
    }
  }

  private func item(_ packages: Packages?, _ description: String = "BICYCLE PARTS") -> GoodsItem {
    var item = GoodsItem(description: description)
    item.packages = packages
    return item
  }

  @Test("Packages stand in words and figures; total packing and bulk (S2-101, S3-20, S5-18)")
  func packages() {
    let counted = Packages(count: 3, unit: "CARTONS")
    let bulk = Packages(packing: .bulk)
    let total = Packages(count: 9, unit: "PALLETS", packing: .total)
    func text(_ packages: Packages?) -> String {
      PackagesText.item(item(packages), language: .english)
    }
    #expect(text(counted) == "THREE (3) CARTONS OF BICYCLE PARTS")
    #expect(text(bulk) == "BICYCLE PARTS IN BULK")
    #expect(text(total) == "BICYCLE PARTS")
    #expect(text(nil) == "BICYCLE PARTS")
    let chinese = item(Packages(count: 180, unit: "箱"), "绿茶")
    #expect(PackagesText.item(chinese, language: .chinese) == "绿茶，180箱")
    #expect(PackagesText.item(item(bulk, "绿茶"), language: .chinese) == "绿茶，散装")
  }

  @Test func closingTotals() {
    let goods = [
      item(Packages(count: 80, unit: "CARTONS")), item(Packages(count: 2, unit: "CARTONS")),
      item(Packages(packing: .bulk)),
    ]
    #expect(
      PackagesText.total(goods, language: .english) == "TOTAL: EIGHTY TWO (82) CARTONS ONLY.")
    let mixed = goods + [item(Packages(count: 6, unit: "PALLETS"))]
    #expect(
      PackagesText.total(mixed, language: .english)
        == "TOTAL: EIGHTY TWO (82) CARTONS AND SIX (6) PALLETS ONLY.")
    let chinese = [item(Packages(count: 180, unit: "箱")), item(Packages(count: 6, unit: "托盘"))]
    #expect(PackagesText.total(chinese, language: .chinese) == "合计：180箱、6托盘")
    #expect(PackagesText.total([goods[2]], language: .english) == nil)
  }

  @Test("The route reads FROM … TO … VIA … BY … (S3-16, S4-13)")
  func routes() {
    var transport = Transport()
    #expect(TransportText.route(transport, language: .english) == nil)
    transport.loading = "TIANJIN, CHINA"
    transport.discharge = "HAMBURG, GERMANY"
    transport.mode = .sea
    #expect(
      TransportText.route(transport, language: .english)
        == "FROM TIANJIN, CHINA TO HAMBURG, GERMANY BY SEA")
    transport.transshipment = "SINGAPORE"
    #expect(
      TransportText.route(transport, language: .english)
        == "FROM TIANJIN, CHINA TO HAMBURG, GERMANY VIA SINGAPORE BY SEA")
    transport.loading = "厦门"
    transport.transshipment = nil
    transport.discharge = "高雄"
    #expect(TransportText.route(transport, language: .chinese) == "从厦门运至高雄，海运")
    transport.route = "BY AIR"
    #expect(TransportText.route(transport, language: .chinese) == "BY AIR")
  }

  @Test func datesAndAmounts() throws {
    let date = try #require(CalendarDate("2026-05-05"))
    #expect(DateText.text(date, language: .english) == "MAY.05,2026")
    #expect(DateText.text(date, language: .chinese) == "2026年5月5日")
    let weight = Quantity(value: try #require(Decimal(string: "25.860")), unit: "KGS")
    #expect(AmountText.quantity(weight) == "25.86KGS")
    #expect(AmountText.gross(weight, language: .english) == "25.86KGS G.W.")
    #expect(AmountText.money(Money(amount: 1250, currency: "USD")) == "USD 1250.00")
    #expect(AmountText.money(Money(amount: 1250, currency: "JPY")) == "JPY 1250")
    let exact = try #require(Decimal(string: "0.125"))
    #expect(AmountText.money(Money(amount: exact, currency: "USD")) == "USD 0.125")
    #expect(
      DecimalFormat.plain(try #require(Decimal(string: "1e20"))) == "1"
        + String(repeating: "0", count: 20))
  }

  @Test("HS codes show the digits asked for (S2-98)")
  func hsCodes() throws {
    let policies = try PolicyFolder.load()
    let general = try #require(policies.kind("C"))
    var item = GoodsItem(description: "x")
    item.hs = "8714910000"
    #expect(HSText.digits(item, kind: general) == "871491")
    item.hsDigits = 4
    #expect(HSText.digits(item, kind: general) == "8714")
    #expect(
      ["9506", "871491", "8714910000", "87"].map(HSText.dotted) == [
        "95.06", "8714.91", "8714.910000", "87",
      ])
  }

  @Test func criteria() {
    func text(_ code: String, _ percent: Decimal?, _ additions: [String] = []) -> String {
      CriterionText.text(OriginCriterion(code: code, percent: percent, additions: additions))
    }
    #expect(text("WO", nil) == "WO")
    #expect(text("B", 50) == "B 50%")
    #expect(text("%", 40) == "40%")
    #expect(text("CTC", nil, ["ACU", "DMI"]) == "CTC ACU DMI")
  }
}

package import Diagnostics
import Foundation

/// Valid certificates of every kind, made up from a seed.
///
/// What a kind needs, its destinations, criteria and HS digits come from the policies, so a new
/// kind has samples without new code. Names and numbers are invented.
package struct Sample {
  private let kind: FormKind
  private let policies: Policies
  private let items: Int
  private let seed: Int
  private var random: SampleRandom
  private let day: CalendarDate

  /// A draft that passes every rule.
  ///
  /// - Parameters:
  ///   - form: the form code.
  ///   - items: the number of goods items, 1 to 500 and at most the kind's cap.
  ///   - destination: ISO 3166-1 alpha-2; a usual one of the kind when `nil`.
  ///   - seed: another seed gives another certificate.
  ///   - policies: the tables that say what the kind needs.
  ///   - day: the day of application and issue.
  /// - Returns: the draft.
  /// - Throws: ``Refusal`` for an unknown form, a destination that is none of the kind's, or a
  ///   number of items out of range.
  package static func certificate(
    form: String, items: Int = 1, destination: String? = nil, seed: Int = 0, policies: Policies,
    day: CalendarDate = .sample
  ) throws(Refusal) -> CertificateDraft {
    guard let kind = policies.kind(form) else {
      throw Refusal(Diagnostic(at: .field("form"), Wording.noForm(form)))
    }
    guard (1...500).contains(items) else {
      throw Refusal(Diagnostic(at: .field("goods"), Wording.sampleItems))
    }
    var sample = Sample(kind, items, seed, policies, day)
    let draft = sample.draft(to: destination)
    _ = try CertificateRules.check(draft, policies: policies).get()
    return draft
  }

  private init(
    _ kind: FormKind, _ items: Int, _ seed: Int, _ policies: Policies, _ day: CalendarDate
  ) {
    self.kind = kind
    self.policies = policies
    self.items = items
    self.seed = seed
    self.day = day
    random = SampleRandom(form: kind.code, items: items, seed: seed)
  }

  private var isChinese: Bool { kind.language == .chinese }

  private mutating func draft(to wanted: String?) -> CertificateDraft {
    var draft = CertificateDraft(form: kind.code)
    let country = wanted ?? random.pick(kind.parties ?? ["US", "DE", "GB", "ZA", "IN", "CA"])
    let city = random.pick(SampleNames.cities)
    draft.destination = country
    draft.exporter = seller(in: city)
    let buyer = buyer(in: country)
    if kind.needs.contains(.consignee) { draft.consignee = buyer }
    if kind.needs.contains(.importer) { draft.importer = buyer }
    if kind.needs.contains(.producer) { draft.producer = Producer(disclosure: .same) }
    let transport = transport(from: city, to: country)
    if kind.needs.contains(.transport) { draft.transport = transport }
    let invoice = invoice()
    if kind.needs.contains(.invoice) { draft.invoices = [invoice] }
    draft.goods = goods(for: draft)
    if policies.hasMaterialPage(form: kind.code, destination: country, day: day) {
      draft.materials = materials(from: country)
    }
    draft.application = PlaceAndDate(place: place(city), date: day)
    draft.issue = draft.application
    if kind.needs.contains(.exportDeclarationDate) { draft.exportDeclarationDate = day }
    return draft
  }

  private func place(_ city: (english: String, chinese: String, port: String, chinesePort: String))
    -> String
  {
    isChinese ? city.chinese : "\(city.english),CHINA"
  }

  private mutating func seller(
    in city: (english: String, chinese: String, port: String, chinesePort: String)
  ) -> Party {
    let company = random.pick(SampleNames.companies)
    let trade = random.pick(SampleNames.trades)
    let street = random.pick(SampleNames.streets)
    let house = random.number(1...998)
    var party: Party
    if isChinese {
      party = Party(name: "\(city.chinese)\(company.chinese)\(trade.chinese)有限公司")
      party.address = "\(city.chinese)\(street.chinese)\(house)号"
    } else {
      party = Party(name: "\(city.english) \(company.english) \(trade.english) CO., LTD.")
      party.address = "NO.\(house) \(street.english), \(city.english), CHINA"
    }
    party.country = "CN"
    party.telephone = "0086-10-\(10_000_000 + random.number(0...8_999_999))"
    party.fax = "0086-10-\(10_000_000 + random.number(0...8_999_999))"
    party.email = "trade@\(company.english.lowercased()).example.com"
    return party
  }

  private mutating func buyer(in country: String) -> Party {
    let name = Country(country)
    var party: Party
    if isChinese {
      let town = country == "TW" ? random.pick(["台北市", "高雄市", "台中市"]) : name?.chinese ?? ""
      party = Party(name: "\(town)\(random.pick(SampleNames.chineseBuyers))有限公司")
      party.address = "\(town)\(random.pick(SampleNames.streets).chinese)\(random.number(1...400))号"
    } else {
      party = Party(name: "\(random.pick(SampleNames.buyers)) \(random.pick(["LTD.", "INC."]))")
      party.address =
        "\(random.number(1...998)) MARKET STREET,\n\(SampleNames.ports[country] ?? "P.O. BOX 100"), "
        + (name?.english ?? country)
    }
    party.country = country
    party.telephone = "00\(random.number(30...99))-\(1_000_000 + random.number(0...8_999_999))"
    party.fax = "00\(random.number(30...99))-\(1_000_000 + random.number(0...8_999_999))"
    party.email = "purchase@example.org"
    return party
  }

  private mutating func transport(
    from city: (english: String, chinese: String, port: String, chinesePort: String),
    to country: String
  ) -> Transport {
    let name = Country(country)
    var transport = Transport()
    transport.departure = day
    transport.mode = .sea
    transport.conveyance = random.pick(SampleNames.vessels)
    if isChinese {
      transport.loading = "\(city.chinesePort)，中国"
      transport.discharge = country == "TW" ? random.pick(["高雄", "基隆", "台中"]) : name?.chinese
    } else {
      transport.loading = "\(city.port), CHINA"
      let port = SampleNames.ports[country].map { "\($0), " } ?? ""
      transport.discharge = port + (name?.english ?? country)
    }
    return transport
  }

  private mutating func invoice() -> Invoice {
    var invoice = Invoice(number: "SX\(day.year % 100)\(10_000 + random.number(0...89_999))")
    invoice.date = day
    if kind.needs.contains(.invoiceValue) {
      let amount = Decimal(1_000_000 + random.number(0...8_999_999)) / 100
      invoice.value = Money(amount: amount, currency: "USD")
    }
    return invoice
  }

  private mutating func goods(for draft: CertificateDraft) -> [GoodsItem] {
    let pool = SampleGoods.goods(for: kind)
    let start = random.number(0...(pool.count - 1))
    let exporter = draft.exporter?.name ?? ""
    let chineseCompany = random.pick(SampleNames.companies).chinese
    return (0..<items).map { index in
      let goods = pool[(start + index) % pool.count]
      var item = item(goods, model: index, to: draft.destination)
      let owner = isChinese ? exporter : "\(chineseCompany)有限公司"
      if kind.needs.contains(.marks) {
        item.marks = index == 0 ? "\(owner)\nSX-\(1000 + seed % 9000)\nC/NO.1-UP" : "N/M"
      }
      return item
    }
  }

  private mutating func item(
    _ goods: SampleGoods, model: Int, to destination: String?
  ) -> GoodsItem {
    let code = "SX-\(random.number(100...999))\(["A", "B", "C"][model % 3])"
    var item = GoodsItem(
      description: isChinese ? "\(goods.chinese)，型号\(code)" : "\(goods.english), MODEL \(code)")
    let count = random.number(2...min(480, max(6, 600_000 / goods.weight)))
    item.packages = Packages(
      count: count, unit: isChinese ? goods.chinesePacking : goods.packing)
    item.hs = String(goods.hs.prefix(kind.hsDigits))
    let number = count * random.number(4...60)
    item.quantity = Quantity(
      value: Decimal(number), unit: isChinese ? goods.chineseUnit : goods.unit)
    let gross = Decimal(count * goods.weight) / 100
    item.grossWeight = Quantity(value: gross, unit: isChinese ? "千克" : "KGS")
    item.netWeight = Quantity(value: gross * 9 / 10, unit: isChinese ? "千克" : "KGS")
    item.fob = Money(amount: Decimal(number * goods.price) / 100, currency: "USD")
    if kind.needs.contains(.origin) { item.origin = kind.isPreferential ? "CN" : "VN" }
    item.criterion = criterion(model, to: destination)
    return item
  }

  /// One or two materials for each item, from numbers of their own so that all else stays as it is.
  private func materials(from country: String) -> [Material] {
    var random = SampleRandom(form: "\(kind.code)/materials", items: items, seed: seed)
    return (1...items).flatMap { item in
      (0..<random.number(1...2)).map { _ in
        let sample = random.pick(SampleMaterial.all)
        var material = Material(item: item, description: sample.english)
        material.hs = sample.hs
        let number = random.number(20...900)
        material.quantity = Quantity(value: Decimal(number), unit: sample.unit)
        material.value = Money(amount: Decimal(number * sample.price) / 100, currency: "USD")
        material.origin = country
        material.supplier = random.pick(SampleNames.suppliers)
        material.importDeclaration =
          "0202\(day.year)1\(100_000_000 + random.number(0...899_999_999))"
        return material
      }
    }
  }

  private mutating func criterion(_ model: Int, to destination: String?) -> OriginCriterion? {
    let rules = policies.criteria.value(form: kind.code, destination: destination, day: day)?
      .filter { !$0.isAddition }
    guard kind.needs.contains(.criterion), let rules, !rules.isEmpty else { return nil }
    let rule = rules[(model + random.number(0...1)) % rules.count]
    let percent = rule.percentage == .required ? percent(rule) : nil
    return OriginCriterion(code: rule.code, percent: percent)
  }

  /// A whole percentage within the rule's bounds, usually 40 to 80.
  private mutating func percent(_ rule: CriterionRule) -> Decimal {
    let drawn = Decimal(random.number(40...80))
    return min(max(drawn, rule.atLeast ?? drawn), rule.atMost ?? 100)
  }
}

extension CalendarDate {
  /// The day that samples are dated with: 2026-05-05.
  package static var sample: CalendarDate {
    guard let date = CalendarDate(year: 2026, month: 5, day: 5) else {
      preconditionFailure("the day exists")
    }
    return date
  }
}

import Certificates
import Foundation
import Support

/// Changes of a sample that people make, and some that nobody should.
struct Mutations {
  var dice: Dice
  /// What was done, to be read when a case fails.
  private(set) var log: [String] = []

  init(seed: Int) { dice = Dice(seed: seed) }

  /// Changes a draft in one to four ways.
  mutating func apply(to draft: inout CertificateDraft) {
    for _ in 1...dice.number(1...4) {
      switch dice.number(1...15) {
      case 1: change("exporter.name", text(40)) { draft.exporter?.name = $0 }
      case 2: change("exporter.address", text(60)) { draft.exporter?.address = $0 }
      case 3: changeBuyer(&draft)
      case 4: changeGoods(&draft)
      case 5: changeGoods(&draft)
      case 6: changeMarks(&draft)
      case 7: addPictures(&draft)
      case 8: change("remarks", text(120)) { draft.remarks = $0 }
      case 9: change("specialClause", text(60)) { draft.specialClause = $0 }
      case 10: removeOptionals(&draft)
      case 11: changeTransport(&draft)
      case 12: addNote(&draft)
      case 13: addCircumstances(&draft)
      case 14: changeProducer(&draft)
      default: change("number, serial", "\(dice.number(1...99_999_999))") { draft.serial = $0 }
      }
    }
  }

  private mutating func change(_ name: String, _ value: String, _ set: (String) -> Void) {
    log.append("\(name) = \(value.prefix(60))…(\(value.count))")
    set(value)
  }

  // MARK: Texts

  private static let words = [
    "NINGBO", "Co.,", "LTD.", "20'GP", "1,234.50 KGS", "HS 8714.96", "中国", "宁波市", "有限公司", "，", "。",
    "“中文引号”", "……", "——", "é", "A/B-C", "(PTY)", "No.7", "&", "Straße", "½", "100%", "₂", "２０箱",
    "𠮷",
  ]

  /// Up to so many words of all kinds, in one line or many.
  private mutating func text(_ most: Int) -> String {
    let count = dice.once(in: 3) ? dice.number(1...most) : dice.number(1...max(2, most / 5))
    var text = ""
    for _ in 0..<count {
      text += word()
      text += dice.once(in: 12) ? "\n" : dice.once(in: 6) ? "" : " "
    }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? "X" : trimmed
  }

  private mutating func word() -> String {
    if dice.once(in: 25) { return String(repeating: dice.pick(["W", "i", "8", "汉"]), count: 60) }
    if dice.once(in: 200) { return dice.pick(["😀", "𓀀"]) }
    return dice.pick(Self.words)
  }

  // MARK: Parts

  private mutating func changeBuyer(_ draft: inout CertificateDraft) {
    change("consignee, importer", text(50)) { name in
      draft.consignee?.name = name
      draft.importer?.name = name
    }
    let address = text(60)
    draft.consignee?.address = address
    draft.importer?.address = address
  }

  private mutating func changeGoods(_ draft: inout CertificateDraft) {
    let index = dice.number(0...(draft.goods.count - 1))
    let lines = dice.once(in: 3) ? dice.number(2...10) : 1
    let description = (0..<lines).map { _ in text(30) }.joined(separator: "\n")
    change("goods[\(index)].description", description) { draft.goods[index].description = $0 }
    if dice.once(in: 4) { draft.goods[index].packages = Packages(packing: .bulk) }
    if dice.once(in: 4) { draft.goods[index].quantity?.unit = text(4) }
  }

  private mutating func changeMarks(_ draft: inout CertificateDraft) {
    let index = dice.number(0...(draft.goods.count - 1))
    change("goods[\(index)].marks", text(60)) { draft.goods[index].marks = $0 }
  }

  private mutating func addPictures(_ draft: inout CertificateDraft) {
    let index = dice.number(0...(draft.goods.count - 1))
    let width = dice.number(1...2400)
    let height = dice.number(1...2400)
    // Typesetting reads only the size; the picture itself is decoded where it is drawn.
    let picture = MarkImage(format: .png, width: width, height: height, bytes: Data([0x89]))
    log.append("goods[\(index)] picture \(width)×\(height)")
    draft.goods[index].markImages.append(picture)
    if dice.once(in: 2) { draft.goods[index].marks = nil }
  }

  private mutating func removeOptionals(_ draft: inout CertificateDraft) {
    log.append("optionals removed")
    draft.transport?.conveyance = nil
    draft.transport?.departure = nil
    draft.importer?.fax = nil
    draft.importer?.email = ""
    draft.issue = nil
    draft.consignee?.telephone = nil
  }

  private mutating func changeTransport(_ draft: inout CertificateDraft) {
    change("transport", text(12)) { draft.transport?.conveyance = $0 }
    if dice.once(in: 2) { draft.transport?.transshipment = text(6) }
    if dice.once(in: 2) { draft.transport?.discharge = text(8) }
  }

  private mutating func addNote(_ draft: inout CertificateDraft) {
    var note = GoodsItem(description: text(20))
    note.isNote = true
    log.append("a note of \(note.description.count)")
    draft.goods.insert(note, at: dice.number(1...draft.goods.count))
  }

  private mutating func addCircumstances(_ draft: inout CertificateDraft) {
    log.append("circumstances")
    draft.circumstances.isRetroactive = dice.once(in: 2)
    draft.letterOfCredit = LetterOfCredit(number: text(5))
    var earlier = EarlierCertificate(number: text(4))
    earlier.date = .sample
    earlier.country = "SG"
    draft.circumstances.replaces = earlier
    if draft.form == "RCEP" { draft.circumstances.basedOn = earlier }
    if draft.form == "C" {
      draft.intermediary = Party(name: text(10))
      draft.intermediary?.address = text(10)
      draft.intermediary?.country = "SG"
    }
  }

  private mutating func changeProducer(_ draft: inout CertificateDraft) {
    guard draft.producer != nil else { return }
    let parties = (0..<dice.number(1...4)).map { _ in
      var party = Party(name: text(8))
      party.address = text(12)
      party.country = "CN"
      return party
    }
    log.append("\(parties.count) producers")
    draft.producer = Producer(disclosure: .shown, parties: parties)
  }
}

import Certificates
import DisplayList
import Forms
import Measures
import Support

/// What holds for every document, whatever is in the certificate.
struct Invariants {
  let form: BoundForm
  let document: Document
  private(set) var problems: [String] = []

  /// Everything that does not hold, in words.
  static func problems(of document: Document, _ form: BoundForm) -> [String] {
    var invariants = Invariants(form: form, document: document)
    invariants.checkPages()
    invariants.checkCounts()
    invariants.checkNothingIsCut()
    return invariants.problems
  }

  /// What reaches out of its box, stands on something else or in the code.
  static func collisions(in document: Document, _ form: BoundForm) -> [String] {
    var invariants = Invariants(form: form, document: document)
    for (index, page) in document.pages.enumerated() {
      invariants.checkPlaces(page, "page \(index + 1)")
      invariants.checkOverlaps(page, "page \(index + 1)")
      invariants.checkCode(page, "page \(index + 1)")
    }
    return invariants.problems
  }

  private init(form: BoundForm, document: Document) {
    self.form = form
    self.document = document
  }

  private mutating func require(_ holds: Bool, _ problem: @autoclosure () -> String) {
    if !holds { problems.append(problem()) }
  }

  // MARK: Pages

  private mutating func checkPages() {
    for (index, page) in document.pages.enumerated() {
      let name = "page \(index + 1)"
      let status = page.texts(.note).filter { $0.source.contains("非有效证书") }
      require(status.count >= 3, "\(name) has its status words in \(status.count) places")
      checkPlaces(page, name)
      checkOverlaps(page, name)
      checkCode(page, name)
    }
  }

  /// Every text and picture lies inside its box, or on the paper where it has none.
  private mutating func checkPlaces(_ page: Page, _ name: String) {
    let paper = Rect(origin: .zero, size: page.size)
    for text in page.texts() {
      let frame = text.box.flatMap { page.frame(ofBox: $0) }
      require(text.box == nil || frame != nil, "\(name): there is no box \(text.box ?? "")")
      require(
        (frame ?? paper).contains(text.inkFrame),
        "\(name): '\(text.source)' reaches out of box \(text.box ?? "-")")
    }
    for image in page.images {
      let frame = image.box.flatMap { page.frame(ofBox: $0) } ?? paper
      require(frame.contains(image.frame), "\(name): a picture reaches out of \(image.box ?? "-")")
      require(image.field != nil, "\(name): a picture belongs to no field")
    }
  }

  /// No text stands on another, nor on a picture, nor on a caption.
  private mutating func checkOverlaps(_ page: Page, _ name: String) {
    let data =
      page.texts().map { ($0.source, $0.inkFrame) } + page.images.map { ("picture", $0.frame) }
    let words = page.texts(.form).map { ($0.source, $0.inkFrame) }
    let sorted = (data + words).sorted { $0.1.top < $1.1.top }
    let isData = Set(data.map(\.1))
    for (index, (source, frame)) in sorted.enumerated() {
      for (other, otherFrame) in sorted[(index + 1)...].prefix(while: { $0.1.top < frame.bottom })
      where frame.overlaps(otherFrame) && (isData.contains(frame) || isData.contains(otherFrame)) {
        problems.append("\(name): '\(source)' and '\(other)' overlap")
      }
    }
  }

  /// Nothing is printed into the code and its quiet zone.
  private mutating func checkCode(_ page: Page, _ name: String) {
    for code in page.codes {
      let zone = code.frame.width / code.count * code.quietZone
      let whole = Rect(
        x: code.frame.left - zone, y: code.frame.top - zone, width: code.frame.width + zone * 2,
        height: code.frame.height + zone * 2)
      for text in page.texts() + page.texts(.form) {
        require(!text.inkFrame.overlaps(whole), "\(name): '\(text.source)' is in the code")
      }
    }
  }

  // MARK: Counts

  private mutating func checkCounts() {
    let sheets = document.pages.filter { $0.side == .front && $0.boxes["attachment"] == nil }
    for (index, page) in sheets.enumerated() {
      require(page.sheet == index + 1, "sheet \(page.sheet) is the \(index + 1)th")
      let wanted =
        form.layout.language == .chinese
        ? "第\(index + 1)页，共\(sheets.count)页" : "Page \(index + 1) of \(sheets.count)"
      require(page.texts().contains { $0.source == wanted }, "sheet \(index + 1) lacks '\(wanted)'")
      require(page.codes.count == 1, "sheet \(index + 1) has \(page.codes.count) codes")
    }
    let backs = document.pages.count { $0.side == .back }
    require(
      backs == (form.context.hasBackPage ? sheets.count : 0), "there are \(backs) printed backs")
    let endMarks = document.pages.flatMap { $0.texts() }.count { $0.source.dense == "***" }
    require(endMarks == 1, "the end mark stands \(endMarks) times")
  }

  // MARK: Nothing is cut

  private mutating func checkNothingIsCut() {
    var found: [String: String] = [:]
    for page in document.pages {
      for text in page.texts() {
        for field in (text.field ?? "").split(separator: ",") {
          found[String(field), default: ""] += text.source.dense
        }
      }
    }
    for (path, value) in ShownFields.values(of: form) {
      let texts = found.filter { $0.key == path || $0.key.hasPrefix(path + ".") }
      let isThere = texts.values.contains { $0.contains(value.dense) }
      require(isThere, "\(path) is not whole: '\(value)' in \(texts.values.sorted())")
    }
    let pictures = form.certificate.goods.flatMap(\.markImages).count
    let drawn = document.pages.reduce(0) { $0 + $1.images.count }
    require(pictures == drawn, "\(drawn) of \(pictures) pictures are drawn")
  }
}

/// What a form must show of a certificate, by the certificate's field.
///
/// Made from the certificate alone and not from the layout, so that a layout that forgets a box fails.
enum ShownFields {
  static func values(of form: BoundForm) -> [(path: String, value: String)] {
    let certificate = form.certificate
    var values: [(String, String?)] = [
      ("number", certificate.number), ("serial", certificate.serial),
      ("application.place", certificate.application?.place),
      ("issue.place", certificate.issue?.place),
      ("circumstances.replaces.number", certificate.circumstances.replaces?.number),
      ("specialClause", certificate.specialClause), ("remarks", certificate.remarks),
      ("letterOfCredit.number", certificate.letterOfCredit?.number),
    ]
    values += party("exporter", certificate.exporter)
    switch certificate.form {
    case "C":
      values += party("consignee", certificate.consignee)
      values += party("intermediary", certificate.intermediary)
      values += transport(certificate.transport, ["loading", "discharge", "transshipment"])
    case "RCEP":
      values += party("consignee", certificate.consignee)
      values.append(
        ("circumstances.thirdPartyInvoicing", certificate.circumstances.thirdPartyInvoicing?.name))
      values.append(("circumstances.basedOn.number", certificate.circumstances.basedOn?.number))
      values += transport(
        certificate.transport, ["loading", "discharge", "transshipment", "conveyance"])
    default:
      values += party("importer", certificate.importer)
      values += transport(
        certificate.transport, ["loading", "discharge", "transshipment", "conveyance"])
    }
    if certificate.form != "C" {
      for producer in certificate.producer?.parties ?? [] { values += party("producer", producer) }
    }
    for (index, item) in certificate.goods.enumerated() {
      values += goods(item, "goods[\(index)]", certificate.form)
    }
    return values.compactMap { path, value in value.map { (path, $0) } }
  }

  private static func party(_ path: String, _ party: Party?) -> [(String, String?)] {
    [(path, party?.name), (path, party?.address)]
  }

  private static func transport(_ transport: Transport?, _ names: [String]) -> [(String, String?)] {
    let values = [
      "loading": transport?.loading, "discharge": transport?.discharge,
      "transshipment": transport?.transshipment, "conveyance": transport?.conveyance,
    ]
    return names.map { ("transport", values[$0] ?? nil) }
  }

  private static func goods(_ item: GoodsItem, _ path: String, _ form: String) -> [(
    String, String?
  )] {
    var values: [(String, String?)] = [("\(path).description", item.description)]
    guard !item.isNote else { return values }
    values.append(("\(path).marks", item.marks))
    let digits = item.hsDigits ?? (form == "H" ? 8 : 6)
    values.append(("\(path).hs", item.hs.map { String($0.prefix(digits)) }))
    let quantity = item.quantity.map { "\($0.value)\($0.unit)" }
    if form == "C" {
      values.append(("\(path).quantity", quantity))
    } else {
      values.append(("\(path).grossWeight", quantity))
      values.append(("\(path).criterion", item.criterion?.code))
    }
    if let packages = item.packages, packages.packing == .counted {
      values.append(("\(path).description", packages.unit))
    }
    return values
  }
}

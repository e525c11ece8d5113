import Certificates
import DisplayList
import Forms
import Measures
import Support
import Typesetting

/// What holds for every document, whatever is in the certificate.
struct Invariants {
  let form: BoundForm
  let document: Document
  let rendition: Rendition
  private(set) var problems: [String] = []

  /// Everything that does not hold, in words.
  static func problems(
    of document: Document, _ form: BoundForm, _ rendition: Rendition = .draft
  ) -> [String] {
    var invariants = Invariants(form: form, document: document, rendition: rendition)
    invariants.checkPages()
    invariants.checkCounts()
    invariants.checkNothingIsCut()
    return invariants.problems
  }

  /// What reaches out of its box, stands on something else or in the code.
  static func collisions(in document: Document, _ form: BoundForm) -> [String] {
    var invariants = Invariants(form: form, document: document, rendition: .draft)
    for (index, page) in document.pages.enumerated() {
      invariants.checkPlaces(page, "page \(index + 1)")
      invariants.checkOverlaps(page, "page \(index + 1)")
      invariants.checkCode(page, "page \(index + 1)")
    }
    return invariants.problems
  }

  private init(form: BoundForm, document: Document, rendition: Rendition) {
    self.form = form
    self.document = document
    self.rendition = rendition
  }

  private mutating func require(_ holds: Bool, _ problem: @autoclosure () -> String) {
    if !holds { problems.append(problem()) }
  }

  // MARK: Pages

  private mutating func checkPages() {
    for (index, page) in document.pages.enumerated() {
      let name = "page \(index + 1)"
      for words in statusWords {
        let places = page.texts(.note).count { $0.source.contains(words) }
        require(places >= 3, "\(name) has '\(words)' in \(places) places")
      }
      checkPlaces(page, name)
      checkOverlaps(page, name)
      checkCode(page, name)
    }
  }

  /// What every page says large: that it is a preview, and what it is (S3-34, B.13).
  ///
  /// The tests' site is a sample site.
  private var statusWords: [String] {
    let state = rendition.isPreview ? ["非有效证书", "样张"] : ["样张"]
    switch rendition.kind {
    case .original, .duplicate: return state
    case .copy(let ordinal): return state + ["COPY \(ordinal)"]
    case .void: return state + ["作废"]
    case .specimen: return ["非有效证书", "样张 SPECIMEN"]
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
      let numbers = page.texts().count { $0.source.lowercased() == wanted.lowercased() }
      require(numbers == 1, "sheet \(index + 1) has '\(wanted)' \(numbers) times")
      // Costa Rica's preprinted stock goes through a dot-matrix printer (S2-131): no code.
      let codes = form.layout.form == "L" ? 0 : 1
      require(page.codes.count == codes, "sheet \(index + 1) has \(page.codes.count) codes")
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
      // HS codes stand with points on some forms: 8714.91.
      let points: Set<Character> = path.hasSuffix(".hs") ? ["."] : []
      let isThere = texts.values.contains { text in
        text.filter { !points.contains($0) }.contains(value.dense)
      }
      require(isThere, "\(path) is not whole: '\(value)' in \(texts.values.sorted())")
    }
    let shows = !ShownFields.withoutPictures.contains(form.layout.form)
    let pictures = shows ? form.certificate.goods.flatMap(\.markImages).count : 0
    let drawn = document.pages.reduce(0) { $0 + $1.images.count }
    require(pictures == drawn, "\(drawn) of \(pictures) pictures are drawn")
  }
}

import Certificates
import DisplayList
import Forms
import Measures

/// Counts sheets and sides again, from what is printed on them.
struct SheetRecount {
  /// The kinds with printed notes: S2-130, and Form A (forms.md 13).
  static let withNotes: Set = ["E", "F", "R", "CA", "RCEP", "B", "S", "G"]

  /// From where to where an entry of the goods table reaches on one sheet.
  private typealias Reach = (top: Length, bottom: Length)

  private let document: Document
  private let form: BoundForm
  private let fronts: [Page]
  private let reaches: [[Int: Reach]]

  /// Everything that does not hold, in words.
  static func problems(of document: Document, _ form: BoundForm) -> [String] {
    let recount = SheetRecount(document, form)
    return recount.sideProblems + recount.orderProblems + recount.roomProblems
  }

  private init(_ document: Document, _ form: BoundForm) {
    self.document = document
    self.form = form
    fronts = document.pages.filter { $0.side == .front && $0.boxes["attachment"] == nil }
    reaches = fronts.map(Self.reaches)
  }

  private static func reaches(_ page: Page) -> [Int: Reach] {
    var reaches: [Int: Reach] = [:]
    for text in page.texts() {
      guard let index = text.field.flatMap(entry) else { continue }
      let frame = text.inkFrame
      let known = reaches[index]
      reaches[index] = (
        min(known?.top ?? frame.top, frame.top), max(known?.bottom ?? frame.bottom, frame.bottom)
      )
    }
    return reaches
  }

  /// The number in `goods[7].description`.
  private static func entry(_ field: String) -> Int? {
    guard field.hasPrefix("goods["), let end = field.firstIndex(of: "]") else { return nil }
    return Int(field[field.index(field.startIndex, offsetBy: 6)..<end])
  }

  // MARK: Sides

  /// Each sheet of the form has its notes behind it or nothing; attachments have nothing.
  private var sideProblems: [String] {
    var expected: [String] = []
    for sheet in fronts.indices {
      expected.append("front of \(sheet + 1)")
      if Self.withNotes.contains(form.layout.form) { expected.append("back of \(sheet + 1)") }
    }
    let attachments = document.pages.count - expected.count
    for sheet in 0..<max(0, attachments) { expected.append("front of \(fronts.count + sheet + 1)") }
    let found = document.pages.map { "\($0.side) of \($0.sheet)" }
    return found == expected ? [] : ["sides \(found), not \(expected)"]
  }

  // MARK: Goods

  /// Every entry is there, each sheet goes on where the one before ends, and none is without goods.
  private var orderProblems: [String] {
    var problems: [String] = []
    var last = -1
    for (sheet, reach) in reaches.enumerated() {
      let entries = reach.keys.sorted()
      guard let first = entries.first, let end = entries.last else {
        problems.append("sheet \(sheet + 1) has no goods")
        continue
      }
      if first != last && first != last + 1 { problems.append("sheet \(sheet + 1) at \(first)") }
      if entries != Array(first...end) {
        problems.append("sheet \(sheet + 1) has gaps: \(entries)")
      }
      last = end
    }
    let count = form.certificate.goods.count
    return problems + (last == count - 1 ? [] : ["\(last + 1) of \(count) entries"])
  }

  /// No sheet ends while the next entry would still have found room on it.
  private var roomProblems: [String] {
    guard let table = form.layout.front.table else { return [] }
    let further = form.layout.continuation.table ?? table
    return reaches.indices.dropLast().compactMap { sheet in
      let body = sheet == 0 ? table.body : further.body
      guard let end = reaches[sheet].values.map(\.bottom).max(),
        let next = reaches[sheet + 1].min(by: { $0.key < $1.key }),
        reaches[sheet][next.key] == nil
      else { return nil }
      // The last entry may go with the closing lines, so that these do not stand alone.
      if sheet == reaches.count - 2, next.key == form.certificate.goods.count - 1 { return nil }
      let needed = next.value.bottom - next.value.top + table.gap + .mm(3)
      return body.bottom - end > needed
        ? "sheet \(sheet + 1) ends early: \(body.bottom - end) left, entry needs \(needed)" : nil
    }
  }
}

import Devices
import Diagnostics
import DisplayList
import PrintDesk

/// Which passes the sheets of a document need at a device (S2-130).
struct SheetPlan {
  /// The side plans of each sheet in turn.
  let passes: [[Sides]]

  /// - Parameters:
  ///   - sheets: what is marked of each sheet.
  ///   - profile: the device.
  /// - Throws: ``Refusal`` for back pages at a printer whose sheets a person turns while nobody knows how.
  init(_ sheets: [Sides], at profile: DeviceProfile) throws(Refusal) {
    if sheets.contains(.duplex), profile.duplex == .manual, profile.turning == nil {
      throw Refusal(
        Diagnostic(
          at: .field("printer"), Wording.noTurning(profile.name), hint: Wording.findTurning))
    }
    passes = sheets.map { sides in
      sides == .duplex && profile.duplex == .manual ? [.front, .back] : [sides]
    }
  }
}

extension Document {
  /// What is marked of each sheet in turn; a back counts where something is printed on it.
  func sheetSides(_ content: Content) -> [Sides] {
    let backs = pages.filter { $0.side == .back && $0.isMarked(in: content) }.map(\.sheet)
    return sheetNumbers.map { backs.contains($0) ? .duplex : .front }
  }

  private var sheetNumbers: [Int] { Set(pages.map(\.sheet)).sorted() }

  /// What one pass over a sheet marks, as a document of its own.
  ///
  /// - Parameters:
  ///   - position: the place of the sheet among all, from 1.
  ///   - sides: the side plan.
  ///   - turning: how a person lays the sheet back for its back page.
  /// - Returns: the document of the marked pages.
  func part(ofSheet position: Int, _ sides: Sides, turning: Turning?) -> Document {
    let numbers = sheetNumbers
    precondition(numbers.indices.contains(position - 1), "a planned sheet is one of the document")
    let sheet = pages.filter { $0.sheet == numbers[position - 1] }
    let marked: [Page] =
      switch sides {
      case .duplex: sheet
      case .front: sheet.filter { $0.side == .front }
      case .back:
        turning.map { TurningPlan(sheet, turning: $0).backs } ?? sheet.filter { $0.side == .back }
      }
    return Document(title: title, language: language, pages: marked)
  }
}

extension Page {
  fileprivate func isMarked(in content: Content) -> Bool {
    content.layers.contains { !items(of: $0).isEmpty }
  }
}

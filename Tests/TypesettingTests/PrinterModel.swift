import Devices
import DisplayList

/// A sheet of paper with what was printed on it; faces and short edges are 0 and 1.
struct PaperSheet {
  /// A printed side: where it stands, which short edge is at its top, and what it is.
  struct Mark {
    let face: Int
    let top: Int
    let page: Page
  }

  /// The face that lies up, and the short edge that goes into the printer first.
  var upper = 0
  var leading = 0
  var marks: [Mark] = []
}

/// Everything in which printers without a duplex unit differ, as far as paper is concerned.
struct PrinterModel: CustomStringConvertible {
  /// Whether the face that lies up in the tray is printed, or the one that lies down.
  let printsUpper: Bool
  /// Whether the top of the page is printed at the edge that goes in first.
  let headLeads: Bool
  /// Whether sheets are drawn from the top of the pile in the tray.
  let feedsFromTop: Bool
  /// Whether the printed face lies up in the output.
  let comesFaceUp: Bool
  /// Whether a sheet comes to lie on those printed before it.
  let stacksOnTop: Bool
  /// Whether a pile that is laid back goes in with the same edge first.
  let leadsAgain: Bool

  /// All there are: 64.
  static let all = (0..<64).map { bits in
    PrinterModel(
      printsUpper: bits & 1 != 0, headLeads: bits & 2 != 0, feedsFromTop: bits & 4 != 0,
      comesFaceUp: bits & 8 != 0, stacksOnTop: bits & 16 != 0, leadsAgain: bits & 32 != 0)
  }

  var description: String {
    "upper \(printsUpper), head \(headLeads), from top \(feedsFromTop), face up \(comesFaceUp), "
      + "on top \(stacksOnTop), leads again \(leadsAgain)"
  }

  /// Prints pages one a sheet and gives the pile of the output, its uppermost sheet first.
  func run(_ pages: [Page], on tray: [PaperSheet]) -> [PaperSheet] {
    precondition(pages.count == tray.count, "a run takes as many sheets as it has pages")
    var tray = tray
    var output: [PaperSheet] = []
    for page in pages {
      var sheet = feedsFromTop ? tray.removeFirst() : tray.removeLast()
      let face = printsUpper ? sheet.upper : 1 - sheet.upper
      let top = headLeads ? sheet.leading : 1 - sheet.leading
      sheet.marks.append(PaperSheet.Mark(face: face, top: top, page: page))
      sheet.upper = comesFaceUp ? face : 1 - face
      output.insert(sheet, at: stacksOnTop ? 0 : output.count)
    }
    return output
  }

  /// The pile of the output as a person lays it into the tray again.
  func laidBack(_ output: [PaperSheet], _ pile: Turning.Pile) -> [PaperSheet] {
    let moved = output.map { sheet in
      var sheet = sheet
      if !leadsAgain { sheet.leading = 1 - sheet.leading }
      return sheet
    }
    guard pile == .turnedOver else { return moved }
    return moved.reversed().map { sheet in
      var sheet = sheet
      sheet.upper = 1 - sheet.upper
      return sheet
    }
  }

  /// Both runs on fresh paper.
  func print(_ fronts: [Page], _ backs: [Page], _ pile: Turning.Pile) -> [PaperSheet] {
    let blank = Array(repeating: PaperSheet(), count: fronts.count)
    return run(backs, on: laidBack(run(fronts, on: blank), pile))
  }
}

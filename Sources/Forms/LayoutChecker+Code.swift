import Diagnostics
import DisplayList
import Measures
import Notation

/// The verification code and the places of seals: nothing stands in the code's quiet zone.
extension LayoutChecker {
  /// Reports a code outside of its box and everything that stands over it.
  func checkCode(_ face: Face) {
    guard let code = face.code else { return }
    checkInBox(code.frame, named: code.box, of: face, "the code", code.places)
    for (frame, what, place) in Self.printed(on: face) where frame.overlaps(code.frame) {
      error(at: place, Wording.overCode(what), hint: Wording.codeStands(code.frame))
    }
  }

  /// What a stamp may miss its place by without coming over the code (sealing.md §6.3).
  private static let gap = Length.mm(3)

  /// Reports seals outside of their boxes, over the code and too near to it.
  func checkSeals(_ face: Face) {
    for seal in face.seals {
      let name = "the place '\(seal.role.rawValue)'"
      checkInBox(seal.frame, named: seal.box, of: face, name, seal.places)
      guard let code = face.code else { continue }
      let near = code.frame.inset(
        left: -Self.gap, top: -Self.gap, right: -Self.gap, bottom: -Self.gap)
      if seal.frame.overlaps(near) {
        error(
          at: seal.places["frame"], Wording.nearCode(name, Self.gap),
          hint: Wording.codeStands(code.frame))
      }
    }
  }

  /// Every frame of a side that is filled in or printed; captions are known only when they are set.
  private static func printed(on face: Face) -> [(frame: Rect, what: String, place: Place)] {
    let texts = face.texts.map { ($0.frame, "the text", $0.places["frame"]) }
    let notes = face.notes.map { [($0.frame, "the notes", $0.places["frame"])] } ?? []
    return texts + notes + face.boxes.flatMap(printed)
  }

  private static func printed(in box: FormBox) -> [(frame: Rect, what: String, place: Place)] {
    let origin = box.frame.origin
    let texts = box.texts.map {
      ($0.frame.moved(by: origin), "a text of box '\(box.id)'", $0.places["frame"])
    }
    let ticks = box.ticks.map {
      ($0.frame.moved(by: origin), "a tick of box '\(box.id)'", $0.places["at"])
    }
    let rules = box.rules.map {
      ($0.frame.moved(by: origin), "a rule of box '\(box.id)'", $0.places["to"])
    }
    return texts + ticks + rules
  }
}

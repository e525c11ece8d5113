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
    if code.signed != code.frame {
      checkInBox(code.signed, named: code.box, of: face, "the signed code", code.places)
    }
    for (frame, what, place) in Self.printed(on: face)
    where frame.overlaps(code.frame) || frame.overlaps(code.signed) {
      error(at: place, Wording.overCode(what), hint: Wording.codeStands(code.signed))
    }
  }

  /// Reports seals outside of their boxes and over the code.
  func checkSeals(_ face: Face) {
    for seal in face.seals {
      let name = "the place '\(seal.role.rawValue)'"
      checkInBox(seal.frame, named: seal.box, of: face, name, seal.places)
      if let code = face.code,
        seal.frame.overlaps(code.frame) || seal.frame.overlaps(code.signed)
      {
        error(
          at: seal.places["frame"], Wording.overCode(name), hint: Wording.codeStands(code.frame))
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

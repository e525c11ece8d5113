import Devices
import Diagnostics

/// What the use case of probing impact printers says.
extension Wording {
  static func noPins(_ profile: String) -> Message {
    Message(
      "office.no-pins", en: "'\(profile)' is no impact printer; only those are probed",
      zh: "“\(profile)”不是针式打印机，只有针式打印机需要探测")
  }

  static func noQuestion(_ text: String) -> Message {
    let known = ProbeQuestion.allCases.map(\.rawValue)
    return Message(
      "office.no-question",
      en:
        "'\(text)' answers none of the questions \(known.joined(separator: ", ")); write it as copies=3",
      zh: "“\(text)”不是对 \(known.joined(separator: "、")) 的回答，请写作 copies=3")
  }

  static func answeredTwice(_ question: String) -> Message {
    Message("office.answered-twice", en: "'\(question)' has two answers", zh: "“\(question)”有两个回答")
  }

  static let noAnswers = Message(
    "office.no-answers", en: "no question was answered; write answers as --answer copies=3",
    zh: "没有回答，请写作 --answer copies=3")

  static func notOnSheet(_ characters: String) -> Message {
    Message(
      "office.not-on-sheet", en: "'\(characters)' is not on the sheet of characters",
      zh: "字符表中没有“\(characters)”")
  }

  static func notCopies(_ answer: String) -> Message {
    Message(
      "office.not-copies", en: "'copies' is answered by a number from 0 to 9, not '\(answer)'",
      zh: "“copies”应回答 0 至 9，而不是“\(answer)”")
  }

  static func notYesOrNo(_ question: String, _ answer: String) -> Message {
    Message(
      "office.not-yes-or-no", en: "'\(question)' is answered by yes or no, not '\(answer)'",
      zh: "“\(question)”应回答 yes 或 no，而不是“\(answer)”")
  }
}

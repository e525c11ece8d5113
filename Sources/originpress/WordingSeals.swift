import Diagnostics
import Measures

/// What the command says of seals.
extension Wording {
  static func printedSize(_ size: Size) -> Message {
    let isRound = size.width == size.height
    let text = isRound ? "\(size.width)" : "\(size.width) × \(size.height)"
    return Message(
      "command.seal-size", en: "it will be printed at \(text)", zh: "图样将以 \(text) 打印")
  }
}

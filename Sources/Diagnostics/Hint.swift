/// Hints that every reader of names gives.
package enum Hint {
  /// The nearest known name, or all of them.
  package static func name(_ name: String, among known: [String]) -> Message {
    Nearest.name(to: name, among: known).map(didYouMean) ?? allowed(known)
  }

  /// The name most likely meant.
  package static func didYouMean(_ name: String) -> Message {
    Message("hint.did-you-mean", en: "did you mean '\(name)'?", zh: "是否应为“\(name)”？")
  }

  /// Everything that may stand here.
  package static func allowed(_ names: [String]) -> Message {
    let list = names.joined(separator: ", ")
    return Message("hint.allowed", en: "allowed: \(list)", zh: "可用：\(list)")
  }
}

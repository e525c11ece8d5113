package import Devices
package import Diagnostics

/// What people answer who have looked at the sheets of a probe.
package struct ProbeAnswers: Hashable, Sendable {
  /// The characters beyond ASCII that came out as they should.
  private var verified: String?
  private var startsInChinese: Bool?
  private var copies: Int?
  private var takesESCP2: Bool?

  /// Reads answers such as `copies=3`.
  ///
  /// - Throws: ``Refusal`` with every answer that is none, one sentence each.
  package init(_ texts: [String]) throws(Refusal) {
    let findings = Findings()
    var answered: Set<ProbeQuestion> = []
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let question = ProbeQuestion(rawValue: String(parts[0])) else {
        findings.error(at: .field("answer"), Wording.noQuestion(text))
        continue
      }
      if !answered.insert(question).inserted {
        findings.error(at: .field("answer"), Wording.answeredTwice(question.rawValue))
      } else if let fault = take(String(parts[1]), to: question) {
        findings.error(at: .field("answer"), fault)
      }
    }
    if texts.isEmpty { findings.error(at: .field("answer"), Wording.noAnswers) }
    try findings.throwErrors()
  }

  /// Takes an answer, or says what is wrong with it.
  private mutating func take(_ answer: String, to question: ProbeQuestion) -> Message? {
    switch question {
    case .wrong:
      let known = ProbeSheet.seen
      let strange = answer.filter { !known.contains($0) && !$0.isWhitespace && $0 != "," }
      guard strange.isEmpty else { return Wording.notOnSheet(strange) }
      verified = known.filter { !answer.contains($0) }
    case .copies:
      guard let count = Int(answer), (0...9).contains(count) else {
        return Wording.notCopies(answer)
      }
      copies = count
    case .startsInChinese, .escp2:
      guard let flag = ["yes": true, "no": false][answer] else {
        return Wording.notYesOrNo(question.rawValue, answer)
      }
      if question == .escp2 { takesESCP2 = flag } else { startsInChinese = flag }
    }
    return nil
  }

  private var questions: [ProbeQuestion] {
    ProbeQuestion.allCases.filter { question in
      switch question {
      case .wrong: verified != nil
      case .startsInChinese: startsInChinese != nil
      case .copies: copies != nil
      case .escp2: takesESCP2 != nil
      }
    }
  }

  /// A profile with the answers, which it no longer calls unknown.
  package func completing(_ profile: DeviceProfile) -> DeviceProfile {
    var completed = profile
    if let verified { completed.dotMatrix?.verifiedCharacters = verified }
    if let startsInChinese { completed.dotMatrix?.startsInChineseMode = startsInChinese }
    if let copies { completed.dotMatrix?.carbonCopies = copies }
    if let takesESCP2 {
      let others = profile.languages.filter { !$0.isImpact }
      completed.languages = (takesESCP2 ? [.escp2, .escp] : [.escp]) + others
    }
    let answered = questions.map(\.unknown)
    completed.unknown.removeAll(where: answered.contains)
    let fresh = answered.filter { !profile.source.contains($0) }
    if !fresh.isEmpty {
      completed.source += "; seen on paper: " + fresh.joined(separator: "; ")
    }
    return completed
  }
}

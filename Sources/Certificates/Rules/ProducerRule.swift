import Diagnostics

/// The producer box can say what the draft asks for (S2-83).
struct ProducerRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    guard let producer = draft.producer else { return }
    for (index, party) in producer.parties.enumerated()
    where party.name.allSatisfy(\.isWhitespace) {
      findings.error(
        at: .field("producer.parties[\(index)].name"), Wording.needed(by: context.kind.code))
    }
    if producer.disclosure == .shown {
      if producer.parties.isEmpty {
        findings.error(at: .field("producer.parties"), Wording.noProducer)
      }
    } else if let words = context.policies.producerWords.value(
      form: draft.form, day: context.day), words[producer.disclosure] == nil
    {
      findings.error(
        at: .field("producer.disclosure"),
        Wording.noProducerWords(producer.disclosure.rawValue, form: draft.form))
    }
  }
}

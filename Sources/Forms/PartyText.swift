import Certificates

/// Parties as the forms print them.
enum PartyText {
  /// Name, address and country, each on its own line.
  ///
  /// The country is not written twice where the address ends with it.
  static func lines(_ party: Party, _ context: FieldContext) -> String {
    let country = party.country.flatMap { Country($0) }
    let name = context.isChinese ? country?.chinese : country?.english
    let address = party.address?.uppercased() ?? ""
    let isNamed = name.map { address.hasSuffix($0) } ?? true
    return [party.name, party.address, isNamed ? nil : name].compactMap(\.self)
      .joined(separator: "\n")
  }

  /// The producers, or the kind's words for what is said instead (S2-83).
  static func producer(of certificate: Certificate, _ context: FieldContext) -> String? {
    guard let producer = certificate.producer else { return nil }
    if let words = context.producerWords?[producer.disclosure] { return words }
    return producer.parties.map { lines($0, context) }.joined(separator: "\n")
  }

  /// The one producer whose telephone and so on are shown; the exporter where they are the same.
  static func shownProducer(of certificate: Certificate) -> Party? {
    switch certificate.producer?.disclosure {
    case .same?: certificate.exporter
    case .shown?: certificate.producer?.parties.first
    default: nil
    }
  }
}

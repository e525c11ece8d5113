import Certificates
import Foundation

extension FieldVocabulary {
  /// The fields of the whole certificate.
  static let fields: [String: Field] = [
    "number": text { c, _ in c.number },
    "serial": text { c, context in context.credential?.serial ?? c.serial },
    "destination": country { $0.destination },
    "origin": country { _ in "CN" },
    "remarks": text { c, _ in c.remarks },
    "specialClause": text { c, _ in c.specialClause },
    "letterOfCredit.number": text { c, _ in c.letterOfCredit?.number },
    "letterOfCredit.date": date { $0.letterOfCredit?.date },
    "exportDeclarationDate": date { $0.exportDeclarationDate },
    "application.place": text { c, _ in c.application?.place },
    "application.date": date { $0.application?.date },
    "issue.place": text { c, _ in c.issue?.place },
    "issue.date": date { $0.issue?.date },
    "producer.text": text { c, context in PartyText.producer(of: c, context) },
    "producer.telephone": text { c, _ in PartyText.shownProducer(of: c)?.telephone },
    "producer.fax": text { c, _ in PartyText.shownProducer(of: c)?.fax },
    "producer.email": text { c, _ in PartyText.shownProducer(of: c)?.email },
  ]
  .merging(party("exporter") { $0.exporter }) { a, _ in a }
  .merging(party("intermediary") { $0.intermediary }) { a, _ in a }
  .merging(party("consignee") { $0.consignee }) { a, _ in a }
  .merging(party("importer") { $0.importer }) { a, _ in a }
  .merging(transport) { a, _ in a }
  .merging(totals) { a, _ in a }
  .merging(invoices) { a, _ in a }
  .merging(circumstances) { a, _ in a }
  .merging(issuer) { a, _ in a }

  private static let transport: [String: Field] = [
    "transport.text": text { c, context in
      c.transport.flatMap { TransportText.route($0, language: context.kind.language) }
    },
    "transport.route": text { c, _ in c.transport?.route },
    "transport.departure": date { $0.transport?.departure },
    "transport.expected": text { c, context in
      guard c.transport?.isDepartureExpected == true else { return nil }
      return context.isChinese ? "预计" : "ABOUT "
    },
    "transport.mode": text { c, context in
      c.transport?.mode.map { TransportText.mode($0, language: context.kind.language) }
    },
    "transport.conveyance": text { c, _ in c.transport?.conveyance },
    "transport.loading": text { c, _ in c.transport?.loading },
    "transport.transshipment": text { c, _ in c.transport?.transshipment },
    "transport.discharge": text { c, _ in c.transport?.discharge },
  ]

  private static let circumstances: [String: Field] = [
    "circumstances.retroactive": flag { $0.circumstances.isRetroactive },
    "mark.retroactive-note": text { c, context in
      c.circumstances.isRetroactive && context.retroactiveMark?.manner == .print
        ? context.retroactiveMark?.words : nil
    },
    "mark.lost": text { c, context in LostMark.text(for: c, context) },
    "thirdParty.name": text { c, _ in c.circumstances.thirdPartyInvoicing?.name },
    "thirdParty.address": text { c, _ in c.circumstances.thirdPartyInvoicing?.address },
    "thirdParty.country": country { $0.circumstances.thirdPartyInvoicing?.country },
    "basedOn.number": text { c, _ in c.circumstances.basedOn?.number },
    "basedOn.date": date { $0.circumstances.basedOn?.date },
    "basedOn.country": country { $0.circumstances.basedOn?.country },
    "basedOn.authority": text { c, _ in c.circumstances.basedOn?.authority },
    "exhibition.name": text { c, _ in c.circumstances.exhibition?.name },
    "exhibition.address": text { c, _ in c.circumstances.exhibition?.address },
    "replaces.number": text { c, _ in c.circumstances.replaces?.number },
    "replaces.date": date { $0.circumstances.replaces?.date },
  ]

  private static let issuer: [String: Field] = [
    "issuer.name": text { _, context in
      context.isChinese ? context.issuer.nameChinese : context.issuer.nameEnglish
    },
    "issuer.nameEnglish": text { _, context in context.issuer.nameEnglish },
    "issuer.nameChinese": text { _, context in context.issuer.nameChinese },
    "kind.english": text { _, context in context.kind.english },
    "kind.chinese": text { _, context in context.kind.chinese },
    "issuer.address": text { _, context in
      context.isChinese ? context.issuer.addressChinese : context.issuer.addressEnglish
    },
    "issuer.telephone": text { _, context in context.issuer.telephone },
    "issuer.fax": text { _, context in context.issuer.fax },
    "issuer.optionalCode": text { _, context in
      context.issuer.optionalCodes.contains(context.kind.code) ? context.kind.code : nil
    },
    "check.code": text { _, context in context.credential?.checkCode },
    "verification.site": text { _, context in
      "HTTPS://\(context.issuer.verificationDomain.uppercased())/"
    },
  ]

  // MARK: Kinds of field

  static func text(
    _ value: @escaping @Sendable (Certificate, FieldContext) -> String?
  ) -> Field {
    Field(kind: .text) { certificate, context in value(certificate, context).map { .text($0) } }
  }

  private static func date(_ value: @escaping @Sendable (Certificate) -> CalendarDate?) -> Field {
    Field(kind: .date) { certificate, _ in value(certificate).map { .date($0) } }
  }

  private static func country(_ value: @escaping @Sendable (Certificate) -> String?) -> Field {
    Field(kind: .country) { certificate, _ in value(certificate).map { .country($0) } }
  }

  private static func flag(_ value: @escaping @Sendable (Certificate) -> Bool) -> Field {
    Field(kind: .flag) { certificate, _ in value(certificate) ? .flag(true) : nil }
  }

  private static func party(
    _ name: String, _ party: @escaping @Sendable (Certificate) -> Party?
  ) -> [String: Field] {
    [
      "\(name).text": text { c, context in party(c).map { PartyText.lines($0, context) } },
      "\(name).name": text { c, _ in party(c)?.name },
      "\(name).address": text { c, _ in party(c)?.address },
      "\(name).country": country { party($0)?.country },
      "\(name).telephone": text { c, _ in party(c)?.telephone },
      "\(name).fax": text { c, _ in party(c)?.fax },
      "\(name).email": text { c, _ in party(c)?.email },
    ]
  }
}

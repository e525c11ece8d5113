/// Facts that tick boxes and mark words depend on.
package struct Circumstances: Hashable, Sendable {
  /// Issued after the period in which the kind is regularly issued (补发).
  package var isRetroactive: Bool
  /// A third party's invoice: who issued it.
  package var thirdPartyInvoicing: Party?
  /// The certificate this one is based on (RCEP back-to-back, Form E movement certificate).
  package var basedOn: EarlierCertificate?
  /// The exhibition the goods are sent to.
  package var exhibition: Party?
  /// The certificate this one replaces.
  package var replaces: EarlierCertificate?

  /// Circumstances under which no box is ticked and no mark printed.
  package init() { isRetroactive = false }
}

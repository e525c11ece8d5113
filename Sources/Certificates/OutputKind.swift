/// What an output of a certificate is: one act of issuing, or a picture of one (design §5,
/// requirements B.13).
package enum OutputKind: Hashable, Sendable {
  /// The one paper or file that is the certificate.
  case original
  /// 失证副本: takes the place of a lost original, with its force (S2-123).
  ///
  /// - Parameters:
  ///   - ordinal: counted from 1 within the certificate.
  ///   - issued: the day of issue of the duplicate itself.
  case duplicate(ordinal: Int, issued: CalendarDate)
  /// 加打副本: an extra copy without the original's force (S2-137); counted from 1.
  case copy(ordinal: Int)
  /// An original that is void (S2-120, S2-124).
  case void
  /// A picture of the form with invented contents.
  case specimen
}

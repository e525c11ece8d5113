/// An officer's word that exactly these contents may be issued (design §5).
///
/// It holds for one content hash; whatever changes in the certificate needs another.
package struct Approval: Hashable, Sendable {
  /// Where the certificate may be printed (S2-125).
  package enum PrintPlace: String, CaseIterable, Sendable {
    /// 企业本地: by the enterprise itself.
    case local
    /// 贸促会: at the chamber.
    case chamber
  }

  /// The certificate's number, which the approval gave it where it had none.
  package let number: String
  /// SHA-256 of the approved contents, with number, place and date, in hexadecimal.
  package let contentHash: String
  /// SHA-256 of the contents as they were handed in, before the approval filled them.
  package let requestHash: String
  /// The officer who approved, by operator id.
  package let officer: String
  /// The date of signing, which is the day of the approval (S2-95).
  package let date: CalendarDate
  /// The place of signing.
  package let place: String
  /// Where it may be printed.
  package let printPlace: PrintPlace
  /// How seal and signature come onto the paper.
  package let sealMode: SealMode
  /// The code of the enterprise whose certificate it is.
  package let enterprise: String
  /// The signatory 手签员 who signs for the enterprise, by id; `nil` where hands sign.
  package let signatory: String?
  /// When it was given, in seconds since 1970.
  package let moment: Int

  /// An approval from its parts.
  package init(
    number: String, contentHash: String, requestHash: String, officer: String,
    date: CalendarDate, place: String, printPlace: PrintPlace, sealMode: SealMode,
    enterprise: String, signatory: String?, moment: Int
  ) {
    self.number = number
    self.contentHash = contentHash
    self.requestHash = requestHash
    self.officer = officer
    self.date = date
    self.place = place
    self.printPlace = printPlace
    self.sealMode = sealMode
    self.enterprise = enterprise
    self.signatory = signatory
    self.moment = moment
  }
}

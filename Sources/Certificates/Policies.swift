package import Diagnostics
package import Notation

/// The dated policy tables of `Layouts/policy/`.
package struct Policies: Sendable {
  /// Every kind of certificate, in the order of `kinds.yaml`.
  package let kinds: [FormKind]
  /// The largest number of goods items; no row means no cap (S2-81).
  package let itemCaps: PolicyTable<Int>
  /// Whether notes are printed on the back; no row means no (S2-130).
  package let backPages: PolicyTable<Bool>
  /// How seal and signature come onto the paper; no row means electronic (S2-128).
  package let sealModes: PolicyTable<SealMode>
  /// Whether the file may be downloaded at print preview; no row means no (S2-132).
  package let downloads: PolicyTable<Bool>
  /// Whether a page for materials imported from the destination goes with it; no row means no (S3-06).
  package let materialPages: PolicyTable<Bool>
  /// The mark of a certificate issued after its regular period.
  package let retroactiveMarks: PolicyTable<MarkWords>
  /// The mark of a copy that takes the place of a lost original.
  package let lostMarks: PolicyTable<MarkWords>
  /// Until when a kind is signed regularly and late; no row means that no period is known (S2-86).
  package let signingWindows: PolicyTable<SigningWindow>
  /// How long a kind can be issued again; no row means that no period is known (S2-122).
  package let reissuePeriods: PolicyTable<ReissuePeriod>
  /// The statutory holidays by year.
  package let holidays: [Holidays]
  /// Which measure of the goods a kind shows where it can show one only (S2-96).
  package let measures: PolicyTable<ShownMeasure>
  /// The origin criteria that each form knows.
  package let criteria: PolicyTable<[CriterionRule]>
  /// What the producer box says when no producer is printed.
  package let producerWords: PolicyTable<ProducerWords>
  /// How certificate numbers look, by profile and time.
  package let numberShapes: [NumberShape]
  /// How serials of original outputs look, by profile and time.
  package let serialShapes: [SerialShape]
  private let kindsByCode: [String: FormKind]

  /// Reads the tables; each node is one file with `table` and `rows`.
  ///
  /// - Throws: ``Refusal`` with everything that is wrong in any of them, rows that overlap included.
  ///
  /// With `form` only that form's rows are read, which is quicker; a form that is not listed reads all.
  package init(_ nodes: [Node], of form: String? = nil) throws(Refusal) {
    let findings = Findings()
    var files = PolicyFiles(nodes, findings)
    if let form { files.keep(only: form) }
    kinds = files.entries("kinds")
    let codes = Set(kinds.map(\.code))
    kindsByCode = Dictionary(kinds.map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
    itemCaps = files.table("item-caps", codes)
    backPages = files.table("back-pages", codes)
    sealModes = files.table("seal-modes", codes)
    downloads = files.table("downloads", codes)
    materialPages = files.table("material-pages", codes)
    retroactiveMarks = files.table("retroactive-marks", codes)
    lostMarks = files.table("lost-marks", codes)
    signingWindows = files.table("signing-windows", codes)
    reissuePeriods = files.table("reissue-periods", codes)
    holidays = files.entries("holidays")
    measures = files.table("measures", codes)
    criteria = files.table("criteria", codes)
    producerWords = files.table("producer-words", codes)
    numberShapes = files.entries("number-shapes")
    serialShapes = files.entries("serial-shapes")
    files.finish()
    try findings.throwErrors()
  }

  /// The kind of a form code.
  package func kind(_ code: String) -> FormKind? { kindsByCode[code] }

  /// The number shape of a profile on a day.
  package func numberShape(profile: String, day: CalendarDate) -> NumberShape? {
    numberShapes.shape(of: profile, on: day)
  }

  /// The number shape of an issuing body on a day, with its own kind letters.
  package func numberShape(of issuer: Issuer, day: CalendarDate) -> NumberShape? {
    numberShape(profile: issuer.numberProfile, day: day)?.completed(by: issuer)
  }

  /// The shape of a profile's serials on a day; `nil` when none is known.
  package func serialShape(profile: String, day: CalendarDate) -> SerialShape? {
    serialShapes.shape(of: profile, on: day)
  }

  /// The seal mode that holds.
  package func sealMode(form: String, destination: String?, day: CalendarDate) -> SealMode {
    sealModes.value(form: form, destination: destination, day: day) ?? .electronic
  }

  /// Whether the notes are printed on the back.
  package func hasBackPage(form: String, day: CalendarDate) -> Bool {
    backPages.value(form: form, day: day) ?? false
  }

  /// Whether the file may be downloaded at print preview.
  package func allowsDownload(form: String, destination: String?, day: CalendarDate) -> Bool {
    downloads.value(form: form, destination: destination, day: day) ?? false
  }

  /// Whether a page for materials imported from the destination goes with the certificate (S3-06).
  package func hasMaterialPage(form: String, destination: String?, day: CalendarDate) -> Bool {
    materialPages.value(form: form, destination: destination, day: day) ?? false
  }

  /// The last day on which a certificate can be issued again; `nil` where no period is known.
  package func lastReissueDay(of draft: CertificateDraft) -> CalendarDate? {
    draft.issue?.date.flatMap { day in
      reissuePeriods.value(form: draft.form, destination: draft.destination, day: day)?
        .lastDay(of: draft)
    }
  }

  /// The rule of an item's origin criterion.
  package func criterion(
    of item: GoodsItem, form: String, destination: String?, day: CalendarDate
  ) -> CriterionRule? {
    criteria.value(form: form, destination: destination, day: day)?
      .first { $0.code == item.criterion?.code }
  }

  /// Whether an item's FOB value is printed: its own wish where the criterion leaves the choice.
  package func showsFOB(
    _ item: GoodsItem, form: String, destination: String? = nil, day: CalendarDate
  ) -> Bool {
    guard item.fob != nil,
      let rule = criterion(of: item, form: form, destination: destination, day: day)
    else { return false }
    switch rule.fob {
    case .hidden: return false
    case .shown: return true
    case .choice: return item.showsFOB ?? false
    }
  }
}

package import Certificates

/// What a form shows beside the certificate's own fields: the issuing body and the policies that
/// hold on the certificate's day.
package struct FieldContext: Sendable {
  /// The issuing body, for its name, place and link.
  package let issuer: Issuer
  /// The largest number of goods items; `nil` without a cap.
  package let itemCap: Int?
  /// Whether the notes are printed on the back.
  package let hasBackPage: Bool
  /// What the producer box says when no producer is printed.
  package let producerWords: ProducerWords?
  /// The mark of a certificate issued after its period.
  package let retroactiveMark: MarkWords?
  /// The mark of a duplicate.
  package let lostMark: MarkWords?
  /// Whether each item's FOB value is printed.
  package let showsFOB: [Bool]
  /// Whether the HS heading stands with each item's criterion.
  package let showsHeading: [Bool]
  /// The one measure of the goods that is shown; `nil` where all that are given are.
  package let shownMeasure: ShownMeasure?
  /// The kind of certificate: its language, its usual HS digits.
  package let kind: FormKind
  /// What is shown; a draft unless ``rendered(as:)`` says otherwise.
  package private(set) var rendition = Rendition.draft
  /// The signed record on the output; `nil` on every preview.
  package private(set) var credential: PrintedCredential?

  /// The values that hold for a certificate.
  package init(
    certificate: Certificate, kind: FormKind, issuer: Issuer, policies: Policies
  ) {
    let form = kind.code
    let day = certificate.day
    self.issuer = issuer
    itemCap = policies.itemCaps.value(form: form, destination: certificate.destination, day: day)
    hasBackPage = policies.hasBackPage(form: form, day: day)
    producerWords = policies.producerWords.value(form: form, day: day)
    retroactiveMark = policies.retroactiveMarks.value(form: form, day: day)
    lostMark = policies.lostMarks.value(form: form, day: day)
    let destination = certificate.destination
    showsFOB = certificate.goods.map {
      policies.showsFOB($0, form: form, destination: destination, day: day)
    }
    showsHeading = certificate.goods.map {
      policies.criterion(of: $0, form: form, destination: destination, day: day)?.showsHeading
        ?? false
    }
    shownMeasure = policies.measures.value(form: form, destination: destination, day: day)
    self.kind = kind
  }

  /// The values that hold for a kind on a day, without a certificate: for templates and proofs.
  package init(kind: FormKind, day: CalendarDate, issuer: Issuer, policies: Policies) {
    let form = kind.code
    self.issuer = issuer
    itemCap = policies.itemCaps.value(form: form, day: day)
    hasBackPage = policies.hasBackPage(form: form, day: day)
    producerWords = nil
    retroactiveMark = policies.retroactiveMarks.value(form: form, day: day)
    lostMark = policies.lostMarks.value(form: form, day: day)
    showsFOB = []
    showsHeading = []
    shownMeasure = nil
    self.kind = kind
  }

  /// The same values for another output of the certificate.
  ///
  /// - Parameters:
  ///   - rendition: what the output is.
  ///   - credential: its signed record; a preview gets none, whatever is given.
  /// - Returns: the values for that output.
  package func rendered(
    as rendition: Rendition, credential: PrintedCredential? = nil
  ) -> FieldContext {
    var context = self
    context.rendition = rendition
    context.credential = rendition.isPreview ? nil : credential
    return context
  }

  /// Whether the certificate is filled in Chinese: ECFA and CEPA (S3-11).
  var isChinese: Bool { kind.language == .chinese }

  /// Whether every output also carries 样张.
  var isDemonstration: Bool { issuer.isDemonstration }

  /// The large pale words over every page; none on an original or duplicate itself.
  package var statusWords: [String] {
    OutputText.status(rendition, isDemonstration: isDemonstration)
  }

  /// The word of the form that only an original bears; `nil` on a duplicate or copy.
  var originalWord: String? { OutputText.word(rendition.kind, language: kind.language) }

  /// The label of a duplicate or copy with its ordinal; `nil` on anything else.
  package var outputLabel: String? { OutputText.label(rendition.kind) }

  /// The plain link of the public check; without a number, that of its front page.
  package func verificationLink(_ certificate: Certificate) -> String {
    let site = "HTTPS://\(issuer.verificationDomain.uppercased())/"
    guard let number = certificate.number else { return site }
    // `/` separates the parts of CCPIT numbers and would split the path.
    return site + "V/" + number.replacing("/", with: "-")
  }

  /// The title of a document in the form's language, with the certificate's number.
  package func title(of layout: Layout, _ certificate: Certificate) -> String {
    let name = layout.language == .chinese ? layout.titleChinese : layout.titleEnglish
    return certificate.number.map { "\(name) \($0)" } ?? name
  }

  /// The values that fixed words of the form may use.
  package func fixedScope(language: Layout.Language) -> FieldScope {
    FieldScope { path, format in
      FieldVocabulary.fixedValue(of: path, self).map { ($0.text(format, language: language), path) }
    }
  }
}

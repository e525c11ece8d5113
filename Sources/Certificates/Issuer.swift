/// The issuing body as `site.yaml` describes it.
package struct Issuer: Hashable, Sendable {
  /// An edition whose unverified wording the site has accepted.
  package struct AcceptedForm: Hashable, Sendable {
    package let form: String
    package let edition: String
    /// Who accepted it.
    package let person: String
    package let date: CalendarDate
  }

  package let nameEnglish: String
  package let nameChinese: String
  package let addressEnglish: String
  package let addressChinese: String
  package let telephone: String
  package let fax: String
  /// The place printed before the date of certification, such as `BEIJING,CHINA`.
  package let place: String
  /// The issuing body's code, such as `1100B0` (S4-03).
  package let code: String
  /// The host of the public check, such as `check.example.org`.
  package let verificationDomain: String
  /// The name of the number profile, `ccpit` or `customs`.
  package let numberProfile: String
  /// True for a demonstration site: every output carries 样张.
  package let isDemonstration: Bool
  package let acceptedForms: [AcceptedForm]
}

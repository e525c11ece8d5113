/// The issuing body as `site.yaml` describes it.
package struct Issuer: Hashable, Sendable {
  /// An edition whose unverified wording the site has accepted.
  package struct AcceptedForm: Hashable, Sendable {
    /// The form code; `*` stands for any.
    package let form: String
    /// The edition's name; `*` stands for any.
    package let edition: String
    /// Who accepted it.
    package let person: String
    /// The day of the acceptance.
    package let date: CalendarDate
  }

  /// The name in English, as certificates print it.
  package let nameEnglish: String
  /// The name in Chinese, as certificates print it.
  package let nameChinese: String
  /// The address in English.
  package let addressEnglish: String
  /// The address in Chinese.
  package let addressChinese: String
  /// The telephone number as printed.
  package let telephone: String
  /// The fax number as printed.
  package let fax: String
  /// The place printed before the date of certification, such as `BEIJING,CHINA`.
  package let place: String
  /// The issuing body's code, such as `1100B0` (S4-03).
  package let code: String
  /// The host of the public check, such as `check.example.org`; it stands as text beside every code.
  package let verificationDomain: String
  /// The longest host that finds room beside the code on every form.
  static let longestDomain = 36
  /// The name of the number profile, `ccpit` or `customs`.
  package let numberProfile: String
  /// The site's own kind letters of numbers by form code, for kinds of which no source confirms any.
  package let numberLetters: [String: String]
  /// Forms on whose stock no room was made for a verification code, and which the site prints with one all
  /// the same.
  package let optionalCodes: [String]
  /// True for a demonstration site: every output carries 样张.
  package let isDemonstration: Bool
  /// The editions whose unverified wording the site has accepted.
  package let acceptedForms: [AcceptedForm]
  /// The keys it signs with, by reference.
  package let keys: KeyReferences
}

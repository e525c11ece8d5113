/// A company or person with its place of business.
package struct Party: Hashable, Sendable {
  /// The name as registered.
  package var name: String
  /// Street, town and postcode; line breaks are kept.
  package var address: String?
  /// ISO 3166-1 alpha-2.
  package var country: String?
  /// The telephone number as printed.
  package var telephone: String?
  /// The fax number as printed.
  package var fax: String?
  /// The e-mail address as printed.
  package var email: String?

  /// A party of which only the name is known.
  package init(name: String) { self.name = name }
}

/// A country or area of ISO 3166-1 with the names certificates print.
package struct Country: Hashable, Sendable {
  /// ISO 3166-1 alpha-2.
  package let code: String
  /// The English name in upper case, such as `VIET NAM`.
  package let english: String
  /// The Chinese name, such as `越南`.
  package let chinese: String

  /// The country of a code; `nil` for a code that ISO 3166-1 does not assign.
  package init?(_ code: String) {
    guard let country = Self.byCode[code] else { return nil }
    self = country
  }

  private init(code: String, english: String, chinese: String) {
    self.code = code
    self.english = english
    self.chinese = chinese
  }

  /// Every country in the order of the codes.
  package static let all: [Country] = CountryTable.text.split(separator: "\n").compactMap { line in
    let parts = line.split(separator: "|").map(String.init)
    guard parts.count == 3 else { return nil }
    return Country(code: parts[0], english: parts[1], chinese: parts[2])
  }

  private static let byCode = Dictionary(
    all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}

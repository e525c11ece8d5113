import Certificates
import Diagnostics
import Notation

/// Names that must exist: styles, font roles, fields, formats, countries.
extension LayoutChecker {
  /// Reports styles whose font role does not exist.
  func checkStyles() {
    for (_, style) in layout.styles.sorted(by: { $0.key < $1.key })
    where !roles.contains(style.font) {
      error(
        at: style.places["font"], Wording.unknownFont(style.font),
        hint: nearest(style.font, roles))
    }
  }

  /// Reports a style that the layout does not have.
  func check(style name: String, at place: Place) {
    guard layout.styles[name] == nil else { return }
    error(at: place, Wording.unknownStyle(name), hint: nearest(name, layout.styles.keys))
  }

  /// Reports fields that do not exist; words of the form use only what holds for every certificate.
  func check(_ pattern: Pattern, fixed: Bool = false) {
    for (path, format) in pattern.fields {
      if fixed, FieldVocabulary.kind(of: path) != nil, !FieldVocabulary.isFixed(path) {
        error(at: pattern.place, Wording.notFixed(path))
      } else {
        check(path: path, format: format, at: pattern.place)
      }
    }
  }

  /// Reports a field that does not exist, and a country that is asked for and does not.
  func check(_ condition: Condition, at place: Place) {
    check(path: condition.path, format: nil, at: place)
    if let value = condition.value, FieldVocabulary.kind(of: condition.path) == .country,
      Country(value) == nil
    {
      error(at: place, Wording.noSuchCountry(value))
    }
  }

  private func check(path: String, format: FieldFormat?, at place: Place) {
    guard let kind = FieldVocabulary.kind(of: path) else {
      error(at: place, Wording.unknownField(path), hint: nearest(path, FieldVocabulary.paths))
      return
    }
    if let format, !format.kinds.contains(kind) {
      error(at: place, Wording.formatMismatch(format.rawValue, path, kind.rawValue))
    }
  }
}

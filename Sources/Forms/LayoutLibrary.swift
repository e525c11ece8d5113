package import Certificates
package import Diagnostics

/// All editions of all forms; picks the one that serves a day.
package struct LayoutLibrary: Sendable {
  /// Editions by form code, oldest first.
  package let editions: [String: [Layout]]

  /// Sorts the layouts by form and reports editions that serve the same days as errors and days
  /// between editions that none serves as warnings.
  package init(_ layouts: [Layout], _ findings: Findings) {
    editions = Dictionary(grouping: layouts, by: \.form)
      .mapValues { $0.sorted { $0.from < $1.from } }
    for form in forms { Self.checkPeriods(of: editions[form] ?? [], findings) }
  }

  /// Every edition, by form.
  package var all: [Layout] { forms.flatMap { editions[$0] ?? [] } }

  /// The form codes in alphabetical order.
  package var forms: [String] { editions.keys.sorted() }

  /// The edition of a form for a day.
  ///
  /// - Throws: ``Refusal`` that names the nearest known form, or the form without an edition.
  package func layout(form: String, day: CalendarDate) throws(Refusal) -> Layout {
    guard let candidates = editions[form] else {
      throw Self.unknown(form: form, among: forms)
    }
    guard let layout = candidates.first(where: { $0.serves(day) }) else {
      throw Refusal(
        Diagnostic(at: .field("issue.date"), Wording.noEdition(form, day.description)))
    }
    return layout
  }

  /// The refusal of a form that has no layout.
  package static func unknown(
    form: String, among known: [String], at place: Place = .field("form")
  ) -> Refusal {
    Refusal(
      Diagnostic(at: place, Wording.unknownForm(form), hint: Hint.name(form, among: known)))
  }

  /// The refusal of an edition that a form does not have.
  package static func unknown(edition: String, of form: String, among known: [String]) -> Refusal {
    Refusal(
      Diagnostic(
        at: .field("edition"), Wording.unknownEdition(edition, form),
        hint: Hint.name(edition, among: known)))
  }
}

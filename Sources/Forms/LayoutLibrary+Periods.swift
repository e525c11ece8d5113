import Certificates
import Diagnostics
import Notation

extension LayoutLibrary {
  /// Reports the editions of one form, oldest first, that serve the same days, and days between
  /// editions that none serves.
  static func checkPeriods(of editions: [Layout], _ findings: Findings) {
    guard var latest = editions.first else { return }
    for edition in editions.dropFirst() {
      checkPeriods(latest, edition, findings)
      if let end = latest.until, edition.until.map({ end < $0 }) ?? true { latest = edition }
    }
  }

  private static func checkPeriods(
    _ older: Layout, _ newer: Layout, _ findings: Findings
  ) {
    let place = newer.places["from"]
    guard let end = older.until, end < newer.from else {
      findings.error(
        at: place, Wording.datesOverlap(older.edition, newer.edition),
        hint: Wording.endEarlier(older.places["until"]))
      return
    }
    if let next = end.next, next < newer.from {
      findings.warning(
        at: place, Wording.datesGap(next.description, newer.from.description),
        hint: Wording.closeGap(older.places["until"]))
    }
  }
}

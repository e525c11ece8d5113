import Certificates
import Forms
import Notation

/// One edition of a form with what the policies say of it.
struct EditionReport {
  /// How far the wording of an edition can be relied on.
  enum Wording: String {
    case verified, accepted
    case notAccepted = "not accepted"
  }

  let layout: Layout
  let policies: Policies
  let issuer: Issuer

  /// A day on which the edition serves, as late as can be told.
  var day: CalendarDate { layout.until ?? max(layout.from, .sample) }

  /// The largest number of goods items; `nil` without a cap.
  var itemCap: Int? { policies.itemCaps.value(form: layout.form, day: day) }

  /// As many items as fill a first sheet of every form without a cap.
  static let manyItems = 60

  /// The items of a sample that fills more than a first sheet, where no cap forbids it.
  var fullItems: Int { itemCap ?? Self.manyItems }

  var hasBackPage: Bool { policies.hasBackPage(form: layout.form, day: day) }

  /// How seal and signature come onto the paper, for most destinations.
  var sealMode: SealMode { policies.sealMode(form: layout.form, destination: nil, day: day) }

  var wording: Wording {
    if layout.facts.areVerified { return .verified }
    return issuer.accepts(form: layout.form, edition: layout.edition) ? .accepted : .notAccepted
  }

  /// Destinations that want ink although most do not.
  var wetDestinations: [String] {
    guard sealMode != .chamberWet else { return [] }
    return Country.all.map(\.code).filter {
      policies.sealMode(form: layout.form, destination: $0, day: day) == .chamberWet
    }
  }

  private var downloadDestinations: [String] {
    Country.all.map(\.code).filter {
      policies.allowsDownload(form: layout.form, destination: $0, day: day)
    }
  }

  /// The dates the edition serves, such as `from 2019-08-20`.
  var period: String { "from \(layout.from)" + (layout.until.map { " to \($0)" } ?? "") }

  /// Cap and back page in words.
  var limits: String {
    let cap = itemCap.map { "\($0) items" } ?? "no cap"
    return "\(cap), \(hasBackPage ? "back page" : "single-sided")"
  }

  var text: String {
    "\(layout.edition)  \(period)  \(limits), \(sealMode.rawValue), \(wording.rawValue)"
  }

  var json: JSONValue {
    let unverified = layout.facts.parts.filter { !$0.fact.isVerified }.map {
      JSONValue.text($0.name)
    }
    return .object([
      "edition": .text(layout.edition),
      "from": .text(layout.from.description),
      "until": layout.until.map { .text($0.description) },
      "itemCap": itemCap.map(JSONValue.integer),
      "backPage": .bool(hasBackPage),
      "sealMode": .text(sealMode.rawValue),
      "wetInkDestinations": .list(wetDestinations.map(JSONValue.text)),
      "downloadDestinations": .list(downloadDestinations.map(JSONValue.text)),
      "unverified": .list(unverified),
      "accepted": .bool(wording != .notAccepted),
    ])
  }
}

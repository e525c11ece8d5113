/// How the goods travel.
package struct Transport: Hashable, Sendable {
  /// Transport modes as the forms name them.
  package enum Mode: String, CaseIterable, Sendable {
    case sea, air, rail, road, post, multimodal
  }

  /// The day of departure.
  package var departure: CalendarDate?
  /// Whether the departure date is a forecast (ECFA: 预计).
  package var isDepartureExpected: Bool
  /// The mode of transport; `nil` when not stated.
  package var mode: Mode?
  /// Vessel, flight, train or vehicle number.
  package var conveyance: String?
  /// Port and country of loading.
  package var loading: String?
  /// Port of transshipment; `nil` without one.
  package var transshipment: String?
  /// Port and country of discharge.
  package var discharge: String?
  /// Replaces the sentence FROM … TO … VIA … BY … when given (S4-13).
  package var route: String?

  /// A transport of which nothing is stated.
  package init() { isDepartureExpected = false }
}

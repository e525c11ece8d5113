package import Certificates

/// What a new duplicate or copy has of its own.
package struct Particulars: Hashable, Sendable {
  /// The new output's id.
  package let id: String
  /// The caller's key.
  package let requestKey: String
  /// When it is reserved, in seconds since 1970.
  package let moment: Int
  /// That day by the site's calendar.
  package let day: CalendarDate
  /// The device profile it is set for.
  package let device: String
  /// The ids of the seals and signatures on it by the role of each.
  package let seals: [String: String]

  /// Particulars from their parts.
  package init(
    id: String, requestKey: String, moment: Int, day: CalendarDate, device: String,
    seals: [String: String]
  ) {
    self.id = id
    self.requestKey = requestKey
    self.moment = moment
    self.day = day
    self.device = device
    self.seals = seals
  }
}

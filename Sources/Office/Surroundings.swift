package import Certificates
package import Foundation

/// The clock and the dice of use cases: the front hands them in, tests their own.
package struct Surroundings: Sendable {
  /// Seconds since 1970.
  package let now: @Sendable () -> Int
  /// Today by the site's calendar.
  package let today: @Sendable () -> CalendarDate
  /// So many random bytes, fit for secrets.
  package let random: @Sendable (_ count: Int) -> Data

  /// Surroundings from their parts.
  package init(
    now: @escaping @Sendable () -> Int, today: @escaping @Sendable () -> CalendarDate,
    random: @escaping @Sendable (Int) -> Data
  ) {
    self.now = now
    self.today = today
    self.random = random
  }
}

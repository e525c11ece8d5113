import Certificates
import Foundation
import Signing
import Synchronization

/// A clock that tests set; every look at it is a second later, so that no two moments are one.
final class TestClock: Sendable {
  private let seconds: Mutex<Int>

  /// A clock that shows the machine's time at first: certificates of this run are good from then on.
  init() { seconds = Mutex(Int(Date().timeIntervalSince1970)) }

  /// Seconds since 1970.
  func now() -> Int {
    seconds.withLock { seconds in
      seconds += 1
      return seconds
    }
  }

  /// The day, of which no look moves the clock.
  func today() -> CalendarDate { Self.day(seconds.withLock { $0 }) }

  /// Goes on by some seconds.
  func wait(_ length: Int) { seconds.withLock { $0 += length } }

  /// The day of a second.
  static func day(_ seconds: Int) -> CalendarDate {
    guard let day = CalendarDate(String(Moment(seconds: seconds).iso8601.prefix(10))) else {
      preconditionFailure("a moment has a day")
    }
    return day
  }
}

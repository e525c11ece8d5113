import Certificates
import Diagnostics
import Foundation
import Signing

/// The program's surroundings, read here and nowhere else: environment, clock, standard streams.
enum Outside {
  private static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// Today by the machine's clock and time zone.
  static var today: CalendarDate {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: .now)
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      let today = CalendarDate(year: year, month: month, day: day)
    else { preconditionFailure("the clock shows no day of this calendar") }
    return today
  }

  /// The seconds since 1970 of a day, by the machine's time zone.
  static func moments(of day: CalendarDate) -> Range<Int> {
    let calendar = Calendar(identifier: .gregorian)
    let parts = DateComponents(year: day.year, month: day.month, day: day.day)
    guard let start = calendar.date(from: parts),
      let end = calendar.date(byAdding: .day, value: 1, to: start)
    else { preconditionFailure("a day of the calendar has a beginning and an end") }
    return Int(start.timeIntervalSince1970)..<Int(end.timeIntervalSince1970)
  }

  /// Messages are Chinese when the locale is, else English.
  static var language: Message.Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .chinese : .english
  }

  /// Whether a person sees standard error as it is written.
  static var hasTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

  /// Writes a line to standard output at once, also into a pipe: for what goes on for a while.
  static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  /// `ORIGINPRESS_HOME`.
  static var home: String? { environment["ORIGINPRESS_HOME"].flatMap { $0.isEmpty ? nil : $0 } }

  /// A variable that holds a secret; `nil` when it is not set or empty.
  static func secret(_ variable: String) -> String? {
    environment[variable].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The moment by the machine's clock.
  static var now: Moment { Moment(seconds: Int(Date.now.timeIntervalSince1970)) }

  /// So many bytes from the system's source of secrets.
  static func random(_ count: Int) -> Data {
    var source = SystemRandomNumberGenerator()
    return Data((0..<count).map { _ in UInt8.random(in: .min ... .max, using: &source) })
  }

  /// The folder of register, seals, keys and log: as stated, else `ORIGINPRESS_DATA`, else the XDG data
  /// folder.
  static func dataFolder(stated: String?) -> String {
    func given(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let path = stated ?? given("ORIGINPRESS_DATA") { return path }
    if let folder = given("XDG_DATA_HOME"), folder.hasPrefix("/") { return folder + "/originpress" }
    return (environment["HOME"] ?? ".") + "/.local/share/originpress"
  }

  /// The folder for what can be made again (XDG base directory specification).
  static let cacheFolder: String? = {
    if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") {
      return folder + "/originpress"
    }
    return environment["HOME"].map { $0 + "/.cache/originpress" }
  }()

  /// The program's own file, with symbolic links followed.
  static var program: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
  }
}

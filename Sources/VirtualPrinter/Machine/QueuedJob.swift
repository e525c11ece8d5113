/// A job in the printer's memory.
struct QueuedJob: Sendable {
  /// `job-state` (RFC 8011 section 5.3.7) with its enum values.
  enum State: Int32, Sendable {
    case pending = 3
    case held = 4
    case processing = 5
    case stopped = 6
    case canceled = 7
    case aborted = 8
    case completed = 9

    var isFinal: Bool { rawValue >= 7 }
  }

  /// Which job since the program began, from 1.
  let ordinal: Int
  /// `job-id`.
  let id: Int
  var uuid: String
  let name: String
  let user: String
  /// The job template attributes as they were asked for.
  let template: [WireAttribute]
  let copies: Int
  let isDuplex: Bool
  /// The index of the tray.
  let tray: Int
  /// `job-impressions` as the client gave it.
  let statedImpressions: Int?
  /// Times are `printer-up-time` in seconds.
  let created: Int

  var state: State
  var reasons: [String]
  var message = ""
  var started: Int?
  var ended: Int?
  var format: String?
  var document: [UInt8] = []
  var sha256 = ""
  /// Pages of one copy; `nil` until the document is there.
  var pages: Int?
  /// Sides of paper marked, as the printer reports them.
  var impressions = 0
  /// Sheets laid out, as the printer reports them.
  var sheets = 0
  /// Whether the last document is in.
  var isClosed = false
  /// Whether it ends with the sheet that is being printed.
  var isCanceled = false

  /// Sheets of one copy.
  private var sheetsPerCopy: Int { isDuplex ? ((pages ?? 0) + 1) / 2 : pages ?? 0 }

  /// Sheets of all copies.
  var totalSheets: Int { sheetsPerCopy * copies }

  /// Sides of all copies; `nil` until the document is there.
  var totalImpressions: Int? { pages.map { $0 * copies } }

  /// The sides of a sheet, counted from 1 over all copies.
  func sides(ofSheet sheet: Int) -> [SheetRecord.Side] {
    // Of a form that was never ejected there is a sheet and no page.
    guard sheetsPerCopy > 0 else { return [.front] }
    let isLast = (sheet - 1) % sheetsPerCopy == sheetsPerCopy - 1
    let hasBack = isDuplex && !(isLast && (pages ?? 0) % 2 == 1)
    return hasBack ? [.front, .back] : [.front]
  }
}

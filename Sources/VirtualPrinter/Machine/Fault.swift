/// One thing that goes wrong with one job.
package struct Fault: Hashable, Sendable {
  /// When in the life of a sheet something happens.
  package enum Moment: String, CaseIterable, Sendable {
    /// Before anything is on it.
    case before
    /// With half of it printed.
    case inside = "in"
    /// When it has come out whole.
    case after
  }

  /// What happens at a sheet.
  package enum Trouble: String, CaseIterable, Sendable {
    case jam
    /// The tray has run out of paper.
    case empty
    /// Somebody opens the cover.
    case cover
    /// Somebody presses the pause button.
    case stop
    /// The printer gives the job up.
    case abort
    /// Somebody pulls the plug: the jobs are gone, their numbers begin again at 1.
    case powerCycle = "power-cycle"
    /// Two sheets are drawn at once; the lower one comes out unmarked.
    case doubleFeed = "double-feed"

    /// The moments at which it can happen.
    package var moments: [Moment] {
      switch self {
      case .jam, .cover, .abort, .powerCycle: Moment.allCases
      case .stop: [.before, .after]
      case .empty: [.before]
      case .doubleFeed: [.after]
      }
    }
  }

  /// The request whose line is disturbed.
  package enum Request: String, CaseIterable, Sendable {
    /// Create-Job, or Print-Job as the request that makes the job.
    case create
    /// Send-Document, or Print-Job as the request with the document.
    case document
    /// Get-Job-Attributes of the job.
    case status
  }

  /// What the printer does about the sheet once a person has cleared the trouble.
  package enum Recovery: String, CaseIterable, Sendable {
    /// Prints the sheet, again if need be: the printer's own jam recovery.
    case reprint
    /// Goes on with the next sheet.
    case goOn = "go-on"
    /// Gives the job up.
    case abort
  }

  /// What goes wrong.
  package enum Kind: Hashable, Sendable {
    case trouble(Trouble, Moment, sheet: Int)
    /// The line is cut with half of the request's document taken; the job is given up.
    case dropMiddle
    /// The line is cut when the last byte is in and before any answer; the job is done.
    case dropEnd
    /// The answer comes so many seconds late.
    case slow(Double)
    /// No answer ever comes, though the request is done.
    case silent
    /// Reports the job completed with all its impressions, and no sheet comes out.
    case printsNothing
    /// Reports so many impressions at the job's end, whatever was printed.
    case says(impressions: Int)
    /// Every sheet comes out twice and is reported once.
    case printsTwice
    /// Gives the job another job-uuid when its printing begins.
    case newUUID
    /// Gives the job the number of the job before it, which is forgotten.
    case reuseID
    /// Takes no more than so many bytes of a raw connection until it is cleared.
    case stallAt(byte: Int)
    /// Cuts a raw connection after so many bytes.
    case cutAt(byte: Int)
  }

  /// Which job, counted from 1 since the printer program began; `nil` for every job.
  package let job: Int?
  /// What goes wrong.
  package let kind: Kind
  /// Seconds after which the printer gets over the trouble by itself; `nil` waits for `clear`.
  package let clear: Double?
  /// What is done after the trouble.
  package let recovery: Recovery
  /// Seconds without power.
  package let down: Double
  /// The request that ``Kind/dropEnd``, ``Kind/slow(_:)`` and the like disturb.
  package let request: Request

  /// A fault from its parts.
  package init(
    job: Int?, _ kind: Kind, clear: Double? = nil, recovery: Recovery? = nil, down: Double = 0.5,
    request: Request = .document
  ) {
    self.job = job
    self.kind = kind
    self.clear = clear
    self.recovery = recovery ?? Self.usualRecovery(kind)
    self.down = down
    self.request = request
  }

  /// A sheet that came out whole is not printed again unless the fault says so.
  private static func usualRecovery(_ kind: Kind) -> Recovery {
    if case .trouble(_, .after, _) = kind { .goOn } else { .reprint }
  }
}

package import Diagnostics

/// What the `cupsd.conf` of a scheduler says of its jobs, as far as `cupsctl` shows it.
package struct SchedulerSettings: Hashable, Sendable {
  /// A directive that can make a job print again, or vanish, or end before its sheet is out
  /// (printing.md section 7).
  package enum Directive: String, CaseIterable, Sendable {
    case dirtyCleanInterval = "DirtyCleanInterval"
    case maxJobTime = "MaxJobTime"
    case preserveJobFiles = "PreserveJobFiles"

    /// What holds when the file does not name it (cupsd.conf(5) of CUPS 2.4).
    fileprivate var usual: String {
      switch self {
      case .dirtyCleanInterval: "30"
      case .maxJobTime: "10800"
      case .preserveJobFiles: "86400"
      }
    }
  }

  private let values: [String: String]

  /// Reads what `cupsctl` writes, `NAME=VALUE` a line; names are alike in capitals and small letters.
  package init(parsing text: String) {
    let pairs = text.split(separator: "\n").compactMap { line in
      line.firstIndex(of: "=").map {
        (line[..<$0].lowercased(), String(line[line.index(after: $0)...]))
      }
    }
    values = Dictionary(pairs) { $1 }
  }

  /// A warning for each directive that stands otherwise than jobs that print at most once need it.
  package var risks: [Diagnostic] {
    Directive.allCases.compactMap { directive in
      let value = values[directive.rawValue.lowercased()] ?? directive.usual
      guard !Self.isOff(value) else { return nil }
      return Diagnostic(
        .warning, at: .field(directive.rawValue), Wording.harm(of: directive, value),
        hint: Wording.switchOff(directive))
    }
  }

  /// Whether a time is zero or a switch off, as cupsd reads them.
  private static func isOff(_ value: String) -> Bool {
    ["no", "off", "false"].contains(value.lowercased())
      || value.wholeMatch(of: /0+[smhdwSMHDW]?/) != nil
  }
}

extension CUPSServer {
  /// What of this scheduler's settings speaks against it where jobs print at most once.
  ///
  /// - Returns: warnings; one that nothing can be said when the settings may not be read.
  /// - Throws: ``PrinterError/Code/programFailed``.
  package func risks() async throws(PrinterError) -> [Diagnostic] {
    // Without a terminal it asks nobody for a password.
    let outcome = try await ToolRun.run(["setsid", "-w", "cupsctl"], environment: environment)
    guard outcome.status == 0 else {
      return [
        Diagnostic(
          .warning, at: .field("cups"), Wording.settingsUnread, hint: Wording.settingsNeeded)
      ]
    }
    return SchedulerSettings(parsing: outcome.text).risks
  }

  /// What leads a program of CUPS to this scheduler.
  var environment: [String: String] {
    switch self {
    case .system: [:]
    case .at(let endpoint): ["CUPS_SERVER": "\(endpoint)"]
    }
  }
}

extension PrinterStatus {
  /// What of a queue lets CUPS print a job of it again, as far as the queue says (findings F5 to F12).
  package var queueRisks: [Diagnostic] {
    var risks: [Diagnostic] = []
    if let uri = attributes.string("device-uri"), !uri.hasPrefix(OnceBackend.uri(for: "")) {
      risks.append(
        Diagnostic(
          .warning, at: .field("device-uri"), Wording.unguarded, hint: Wording.makeGuarded))
    }
    if let policy = attributes.string("printer-error-policy"), policy != "abort-job" {
      risks.append(
        Diagnostic(
          .warning, at: .field("printer-error-policy"), Wording.retries(policy),
          hint: Wording.abortJobs))
    }
    return risks
  }
}

import Foundation
package import Printers

/// A printer behind a private CUPS as a backend of our own: three slow sheets for each run.
///
/// Its queues print through the guard backend `once`, or without it to show what CUPS does then.
package struct CUPSPress: Sendable {
  /// Prints sheet by sheet; the file `fail` holds the sheet before which it fails.
  private static let script = """
    #!/bin/sh
    [ $# -eq 0 ] && { echo 'direct sim "Unknown" "Simulated printer"'; exit 0; }
    folder=${DEVICE_URI#sim:}
    echo $$ >"$folder/pid"
    echo $PPID >"$folder/guard"
    cat "${6:--}" >/dev/null
    for sheet in 1 2 3; do
      [ "$(cat "$folder/fail" 2>/dev/null)" = $sheet ] && exit 1
      sleep 0.4
      echo "$1 $sheet" >>"$folder/physical"
      echo "PAGE: $sheet 1" >&2
    done

    """

  package let cups: PrivateCUPS

  /// Installs the backends of a scheduler.
  package init(_ cups: PrivateCUPS) throws {
    self.cups = cups
    let backends = cups.sandbox.folder.appending(path: "serverbin/backend")
    try OnceBackend.install(in: backends, journal: journalFolder)
    try cups.sandbox.makeFolder("sim", mode: 0o777)
    // Another user may run the backend: the folder's mode is set apart from the umask.
    try cups.sandbox.write("serverbin/backend/sim", Self.script, mode: 0o755)
  }

  private var journalFolder: URL { cups.sandbox.folder.appending(path: "journal") }

  /// What the guard wrote down.
  package var journal: OnceJournal { OnceJournal(journalFolder) }

  /// Makes a queue and gives its printer.
  package func addQueue(
    _ name: String, policy: String = "abort-job", isGuarded: Bool = true
  ) async throws -> Printer {
    let real = "sim:\(cups.sandbox.path("sim"))"
    let uri = isGuarded ? OnceBackend.uri(for: real) : real
    let outcome = try await cups.run(
      "lpadmin", "-p", name, "-E", "-v", uri, "-o", "printer-error-policy=\(policy)")
    guard outcome.status == 0 else { throw CocoaError(.featureUnsupported) }
    return Printer(.queue(name, cups.server))
  }

  /// Lets the next runs fail before a sheet.
  package func fail(beforeSheet sheet: Int) throws {
    try cups.sandbox.write("sim/fail", "\(sheet)")
  }

  /// Kills the backend behind the guard, as the system does when memory runs out.
  package func killBackend() throws { try killProcess("pid") }

  /// Kills the guard and leaves the backend behind it alone.
  package func killGuard() throws { try killProcess("guard") }

  private func killProcess(_ file: String) throws {
    let text = cups.sandbox.text("sim/\(file)").trimmingCharacters(in: .newlines)
    guard let id = pid_t(text), kill(id, SIGKILL) == 0 else {
      throw CocoaError(.fileNoSuchFile)
    }
  }

  /// Sheets that came out so far: job and sheet.
  package var sheets: [String] {
    cups.sandbox.text("sim/physical").split(separator: "\n").map(String.init)
  }

  /// Waits until so many sheets are out, at most ten seconds.
  package func wait(forSheets count: Int) async throws {
    for _ in 0..<1000 where sheets.count < count { try await Task.sleep(for: .milliseconds(10)) }
  }
}

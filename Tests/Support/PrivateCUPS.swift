import Diagnostics
import Foundation
package import Printers
import Synchronization

/// A real `cupsd` of its own: own port, spool and settings, nothing of the system touched.
package final class PrivateCUPS: Sendable {
  package let sandbox: PrintSandbox
  package let port: Int
  /// The one that runs now, and those killed before it, whose backends may live on.
  private let processes: Mutex<[ServerProcess]>

  /// Runs a test with a scheduler, and ends the scheduler whatever happens.
  ///
  /// With `keepingFiles` documents stay after printing, so that a job can be asked for again.
  package static func with<Result>(
    keepingFiles: Bool = false, _ body: (PrivateCUPS) async throws -> Result
  ) async throws -> Result {
    let cups = try await PrivateCUPS(keepingFiles: keepingFiles)
    do {
      let result = try await body(cups)
      await cups.stop()
      return result
    } catch {
      await cups.stop()
      throw error
    }
  }

  private init(keepingFiles: Bool) async throws {
    sandbox = try PrintSandbox()
    port = try Loopback.freePort()
    try await Self.lay(sandbox, port, keepingFiles)
    processes = Mutex([try Self.start(sandbox)])
    try await waitUntilReady()
  }

  private static func start(_ sandbox: PrintSandbox) throws -> ServerProcess {
    try ServerProcess(
      [
        "cupsd", "-f", "-c", sandbox.path("root/cupsd.conf"), "-s",
        sandbox.path("root/cups-files.conf"),
      ],
      log: sandbox.folder.appending(path: "log/out"))
  }

  private func stop() async {
    for process in processes.withLock({ $0.reversed() }) { await process.stop() }
  }

  /// Kills the scheduler alone, as the system does when memory runs out, and starts it again.
  ///
  /// What it had started goes on.
  package func crash() async throws {
    guard let id = Self.process(with: sandbox.path("root/cupsd.conf")), kill(id, SIGKILL) == 0
    else {
      throw Self.failure("kill", log)
    }
    while Self.process(with: sandbox.path("root/cupsd.conf")) != nil {
      try await Task.sleep(for: .milliseconds(10))
    }
    let next = try Self.start(sandbox)
    processes.withLock { $0.append(next) }
    try await waitUntilReady()
  }

  /// The `cupsd` started with those settings.
  private static func process(with settings: String) -> pid_t? {
    let ids = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    for id in ids.compactMap({ pid_t($0) }) {
      let line = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") ?? Data()
      let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      if words.first?.hasSuffix("cupsd") == true, words.contains(settings) { return id }
    }
    return nil
  }

  /// The scheduler's address.
  package var server: CUPSServer { .at(Endpoint(host: "127.0.0.1", port: port)) }

  /// Runs a client program of CUPS against this scheduler.
  package func run(_ command: String...) async throws -> PrintTool.Outcome {
    try await PrintTool.run(command, environment: ["CUPS_SERVER": "127.0.0.1:\(port)"])
  }

  /// Makes a driverless queue for a printer; a failed job is never tried again.
  ///
  /// The scheduler asks the printer in the background and sets the queue up when it has answered.
  package func addQueue(_ name: String, for uri: String) async throws {
    let outcome = try await run(
      "lpadmin", "-p", name, "-E", "-v", uri, "-m", "everywhere", "-o",
      "printer-error-policy=abort-job")
    guard outcome.status == 0 else { throw Self.failure("lpadmin", outcome.text) }
    let queue = Printer(.queue(name, server))
    for _ in 0..<200 {
      if try await !queue.status().sides.isEmpty { return }
      try await Task.sleep(for: .milliseconds(25))
    }
    throw Self.failure("lpadmin", log)
  }

  /// What the scheduler wrote about its work.
  package var log: String { sandbox.text("log/error_log") }

  private func waitUntilReady() async throws {
    for _ in 0..<200 {
      if (try? await Printer.list(on: server, seconds: 5)) != nil { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    await stop()
    throw Self.failure("cupsd", sandbox.text("log/out") + log)
  }

  private static func failure(_ program: String, _ text: String) -> PrinterError {
    let message = Message("test.failed", en: "\(program) failed", zh: "\(program) 失败")
    return PrinterError(.programFailed, message, cause: String(text.suffix(2000)))
  }

  /// Folders and settings, so that as root and as any user nothing outside is written.
  private static func lay(
    _ sandbox: PrintSandbox, _ port: Int, _ keepingFiles: Bool
  ) async throws {
    let folders = ["root/ppd", "root/ssl", "cache", "state", "log", "serverbin"]
    for name in folders { try sandbox.makeFolder(name) }
    try sandbox.makeFolder("spool", mode: 0o710)
    try sandbox.makeFolder("tmp", mode: 0o1777)
    let found = try await PrintTool.run(["cups-config", "--serverbin"])
    let programs = found.text.trimmingCharacters(in: .whitespacesAndNewlines)
    for name in ["daemon", "cgi-bin", "notifier", "driver", "monitor", "filter"] {
      try link("serverbin/\(name)", to: "\(programs)/\(name)", sandbox)
    }
    // A folder of its own, so that a test can add backends.
    try sandbox.makeFolder("serverbin/backend")
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(programs)/backend") {
      try link("serverbin/backend/\(name)", to: "\(programs)/backend/\(name)", sandbox)
    }
    try sandbox.write("root/cups-files.conf", files(sandbox))
    try sandbox.write("root/cupsd.conf", settings(sandbox, port, keepingFiles))
  }

  private static func link(
    _ name: String, to target: String, _ sandbox: PrintSandbox
  ) throws {
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path(name), withDestinationPath: target)
  }

  private static func files(_ sandbox: PrintSandbox) -> String {
    """
    ServerRoot \(sandbox.path("root"))
    ServerBin \(sandbox.path("serverbin"))
    RequestRoot \(sandbox.path("spool"))
    CacheDir \(sandbox.path("cache"))
    StateDir \(sandbox.path("state"))
    TempDir \(sandbox.path("tmp"))
    AccessLog \(sandbox.path("log/access_log"))
    ErrorLog \(sandbox.path("log/error_log"))
    PageLog \(sandbox.path("log/page_log"))
    ServerKeychain \(sandbox.path("root/ssl"))
    Printcap \(sandbox.path("printcap"))
    SystemGroup root
    FatalErrors config
    LogFilePerm 0644

    """
  }

  private static func settings(
    _ sandbox: PrintSandbox, _ port: Int, _ keepingFiles: Bool
  ) -> String {
    """
    Listen 127.0.0.1:\(port)
    ServerName 127.0.0.1
    LogLevel debug
    MaxLogSize 0
    Browsing Off
    DefaultShared No
    WebInterface No
    DefaultAuthType None
    ErrorPolicy abort-job
    DirtyCleanInterval 0
    MaxJobTime 0
    PreserveJobHistory Yes
    PreserveJobFiles \(keepingFiles ? "Yes" : "No")
    DefaultPaperSize A4
    <Location />
      Order allow,deny
      Allow from 127.0.0.1
    </Location>
    <Location /admin>
      Order allow,deny
      Allow from 127.0.0.1
    </Location>
    <Policy default>
      JobPrivateAccess all
      JobPrivateValues none
      SubscriptionPrivateAccess all
      SubscriptionPrivateValues none
      <Limit All>
        Order allow,deny
        Allow from 127.0.0.1
      </Limit>
    </Policy>

    """
  }
}

import Devices
import Diagnostics
import Foundation
import Notation
import Printers

/// The `virtual-printer` beside this program, as a process of its own.
struct DemoMachine {
  /// Where it takes jobs.
  let uri: String
  private let log: String
  private let process: ServerProcess

  private static let patience = 500

  /// Starts it and waits for its first line, which is its URI.
  ///
  /// - Parameters:
  ///   - folder: takes what it writes and its log of paper; what an earlier one left goes.
  ///   - profile: what it is to be like.
  ///   - faults: what goes wrong, as it takes it with `--fault`.
  /// - Throws: ``OutsideFailure`` when it is not there or does not start.
  init(folder: String, as profile: DeviceProfile, faults: [String]) async throws {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("virtual-printer").path
    guard InputFile.exists(program) else {
      throw OutsideFailure(message: Wording.noVirtualPrinter(program))
    }
    try OutputFile.makeFolder(folder)
    log = "\(folder)/sheets.jsonl"
    try? FileManager.default.removeItem(atPath: log)
    let words =
      profile.resolutions.flatMap { ["--resolution", "\($0)"] }
      + faults.flatMap { ["--fault", $0] }
    let said = URL(fileURLWithPath: "\(folder)/printer.log")
    let process = try ServerProcess(
      [program, "--log", log, "--tray", "tray-1"] + words, log: said)
    for _ in 0..<Self.patience {
      let text = (try? String(contentsOf: said, encoding: .utf8)) ?? ""
      if let line = text.split(separator: "\n").first, line.hasPrefix("ipp://") {
        (uri, self.process) = (String(line), process)
        return
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    await process.stop()
    throw OutsideFailure(message: Wording.noVirtualPrinter(program))
  }

  /// The sheets that came out, each as its job's name and what it looks like.
  var sheets: [String] {
    let lines = ((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").split(separator: "\n")
    return lines.compactMap { line in
      guard let node = try? JSONText.parse(Data(line.utf8), file: nil),
        let sheet = ObjectReader(node, Findings()),
        let name: String = sheet.required("name"),
        let condition: String = sheet.required("condition")
      else { return nil }
      return "\(name): \(condition)"
    }
  }

  /// Ends it.
  func stop() async { await process.stop() }
}

package import Foundation

/// What the guard backend wrote down: which jobs a printer was given, and how that ended.
package struct OnceJournal: Sendable {
  /// One job in the journal.
  package struct Entry: Hashable, Sendable {
    /// When the real backend was started.
    package let started: Date
    /// The queue's name.
    package let queue: String
    /// CUPS's number of the job.
    package let job: Int
    /// The real backend's exit status; `nil` when its end was not seen, so that nobody knows what
    /// came out.
    package let status: Int?
  }

  private let folder: URL

  /// The journal in a folder.
  package init(_ folder: URL = OnceBackend.usualJournal) { self.folder = folder }

  /// What became of a job.
  ///
  /// - Parameter uuid: `job-uuid`, with or without `urn:uuid:`.
  /// - Returns: the entry; `nil` when the job was never given to its printer.
  /// - Throws: ``PrinterError/Code/badAnswer`` when the entry cannot be read.
  package func entry(for uuid: String) throws(PrinterError) -> Entry? {
    let name = uuid.replacing("urn:uuid:", with: "")
    guard name.wholeMatch(of: /[0-9a-fA-F\-]{36}/) != nil else { throw Self.unreadable(name) }
    let file = folder.appending(path: name).path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    guard let text = try? String(contentsOfFile: file, encoding: .utf8),
      let start = text.firstMatch(of: /^started (\d{1,12}) (\S+) (\d{1,10})\n/),
      let seconds = Double(start.1), let job = Int(start.3)
    else { throw Self.unreadable(name) }
    let end = text[start.range.upperBound...].firstMatch(of: /^ended (\d{1,3}) \d+\n/)
    return Entry(
      started: Date(timeIntervalSince1970: seconds), queue: String(start.2), job: job,
      status: end.flatMap { Int($0.1) })
  }

  private static func unreadable(_ name: String) -> PrinterError {
    PrinterError(.badAnswer, Wording.unreadableJournal(name))
  }
}

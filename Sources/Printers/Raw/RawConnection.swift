import Foundation

/// One raw connection, with a thread of its own; it carries one job.
actor RawConnection {
  private let executor = ThreadExecutor(name: "raw")
  private let endpoint: Endpoint
  private let patience: RawPrinter.Patience
  private let waitsForEnd: Bool
  private var link: RawLinkBox?

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  init(to endpoint: Endpoint, patience: RawPrinter.Patience, waitsForEnd: Bool) {
    self.endpoint = endpoint
    self.patience = patience
    self.waitsForEnd = waitsForEnd
  }

  /// Connects.
  ///
  /// - Throws: ``PrinterError/Code/unreachable``.
  func open() throws(PrinterError) {
    link = RawLinkBox(try RawLink(to: endpoint, seconds: patience.connecting))
  }

  /// Sends all bytes, and tells when the printer takes no more and when it goes on.
  ///
  /// - Returns: what was noticed meanwhile, as keywords.
  /// - Throws: ``PrinterError/Code/noAnswer`` when the connection broke, ``PrinterError/Code/outOfTime``
  ///   when the printer took nothing for too long; then some of it may be on paper.
  func send(
    _ bytes: Data, watch: @Sendable (JobStatus) async -> Void
  ) async throws(PrinterError) -> [String] {
    guard let link else { preconditionFailure("bytes go out on an open connection") }
    self.link = nil
    var progress = RawProgress(total: bytes.count, patience: patience)
    var reasons: [String] = []
    do throws(PrinterError) {
      while let step = try advance(&progress, bytes, link) {
        if step.isHeld, !reasons.contains(RawPrinter.held) { reasons.append(RawPrinter.held) }
        await watch(step.status)
      }
    } catch {
      link.link.cut()
      throw error
    }
    return reasons
  }

  /// Works until something is to be told; `nil` at the end.
  private func advance(
    _ progress: inout RawProgress, _ bytes: Data, _ box: RawLinkBox
  ) throws(PrinterError) -> RawProgress.Step? {
    while !progress.isOver {
      if progress.written < bytes.count {
        progress.written += try box.link.write(bytes.dropFirst(progress.written))
        if progress.written == bytes.count { box.link.endWriting() }
      } else if waitsForEnd {
        progress.isOver = try box.link.isClosed()
      } else {
        box.link.pause()
      }
      let waiting = box.link.unacknowledged
      progress.taken = max(progress.taken, progress.written - waiting)
      if !waitsForEnd { progress.isOver = progress.taken == bytes.count }
      if let step = try progress.news() { return step }
    }
    return nil
  }
}

/// Holds the link in an optional, which a noncopyable value cannot leave and enter in one step.
private final class RawLinkBox {
  let link: RawLink
  init(_ link: consuming RawLink) { self.link = link }
}

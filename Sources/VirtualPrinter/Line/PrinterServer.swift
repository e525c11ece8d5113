package import Diagnostics
import NIOCore
import NIOHTTP1
import NIOPosix

/// The printer on the network: IPP over HTTP at ``path``, commands at ``controlPath``.
package final class PrinterServer: Sendable {
  typealias Listener = NIOAsyncChannel<any Channel, Never>

  /// Where IPP requests go.
  package static let path = "/ipp/print"
  /// Where commands go (POST, one a line) and a report in JSON comes from (GET).
  package static let controlPath = "/control"

  /// The printer behind the line.
  package let machine: Machine
  /// The port of raw connections; `nil` without any.
  package let rawPort: Int?
  private let work: Task<Void, any Error>

  private init(_ machine: Machine, rawPort: Int?, _ work: Task<Void, any Error>) {
    self.machine = machine
    self.rawPort = rawPort
    self.work = work
  }

  /// Starts a printer; it answers when this returns.
  ///
  /// - Throws: ``Refusal`` when the settings do not fit together, the log cannot be written or
  ///   nothing can listen at the address.
  package static func start(_ settings: MachineSettings) async throws(Refusal) -> PrinterServer {
    let machine = try Machine(settings)
    let lines = OpenLines()
    let listener = try await listen(settings.host, settings.port, lines)
    await machine.listens(at: listener.channel.localAddress?.port ?? settings.port)
    let raw = try await rawListener(settings)
    let work = Task {
      try await withThrowingTaskGroup { group in
        group.addTask { await machine.run() }
        group.addTask { try await serve(machine, settings.host, listener, lines) }
        if let raw { group.addTask { try await serveRaw(machine, raw) } }
        try await group.waitForAll()
      }
    }
    return PrinterServer(machine, rawPort: raw?.channel.localAddress?.port, work)
  }

  /// The printer's URI.
  package var uri: String { get async { await machine.uri } }

  /// Returns when the printer has ended.
  ///
  /// - Throws: ``Refusal`` when it ended itself: the log could not be written, or after a power
  ///   cycle nothing could listen at the address.
  package func finished() async throws {
    try await work.value
    if let failure = await machine.failure { throw failure }
  }

  /// Ends the printer; what is in the paper path stays there.
  package func stop() async {
    await machine.end()
    _ = await work.result
  }

  private static func listen(
    _ host: String, _ port: Int, _ lines: OpenLines
  ) async throws(Refusal) -> Listener {
    try await listen(host, port) { line in
      try line.pipeline.syncOperations.configureHTTPServerPipeline(withPipeliningAssistance: false)
      lines.add(line)
      return line
    }
  }

  private static func rawListener(
    _ settings: MachineSettings
  ) async throws(Refusal) -> NIOAsyncChannel<RawWorker.Connection, Never>? {
    guard let port = settings.rawPort else { return nil }
    return try await listen(settings.host, port) { line in
      // Whoever has sent all sees only then that it was read when this side closes too.
      _ = line.setOption(.allowRemoteHalfClosure, value: true)
      return try RawWorker.Connection(wrappingChannelSynchronously: line)
    }
  }

  private static func listen<Line: Sendable>(
    _ host: String, _ port: Int, _ prepare: @escaping @Sendable (any Channel) throws -> Line
  ) async throws(Refusal) -> NIOAsyncChannel<Line, Never> {
    do {
      return try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        // Nothing is read before somebody serves the connection.
        .childChannelOption(.autoRead, value: false)
        .bind(host: host, port: port) { line in
          line.eventLoop.makeCompletedFuture { try prepare(line) }
        }
    } catch {
      throw Refusal(
        Diagnostic(
          at: .field("port"), Wording.cannotListen("\(host):\(port)"),
          hint: Hint.allowed(["\(error)"])))
    }
  }

  /// Serves raw connections, one after the other, until the printer's end.
  private static func serveRaw(
    _ machine: Machine, _ listener: NIOAsyncChannel<RawWorker.Connection, Never>
  ) async throws {
    try await listener.executeThenClose { accepted in
      await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for try await line in accepted { await RawWorker(machine).serve(line) }
        }
        await machine.ended()
        group.cancelAll()
      }
    }
  }

  /// Serves until the printer's end, with pauses where the power is away.
  private static func serve(
    _ machine: Machine, _ host: String, _ first: Listener, _ lines: OpenLines
  ) async throws {
    var listener = first
    let port = first.channel.localAddress?.port ?? 0
    while let down = try await serveUntilPowerLoss(machine, listener, lines) {
      try await Task.sleep(for: .seconds(down))
      listener = try await listen(host, port, lines)
      await machine.restorePower()
    }
  }

  /// Takes connections until the power goes; all of them are gone on return.
  ///
  /// - Returns: the seconds without power; `nil` at the printer's end.
  private static func serveUntilPowerLoss(
    _ machine: Machine, _ listener: Listener, _ lines: OpenLines
  ) async throws -> Double? {
    try await listener.executeThenClose { accepted in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await accept(accepted, machine) }
        let down = await machine.powerLoss()
        try await listener.channel.close()
        lines.cutAll()
        group.cancelAll()
        try await group.waitForAll()
        lines.cutAll()
        return down
      }
    }
  }

  private static func accept(
    _ accepted: NIOAsyncChannelInboundStream<any Channel>, _ machine: Machine
  ) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      for try await line in accepted {
        group.addTask { await ConnectionWorker(machine).serve(line) }
      }
    }
  }
}

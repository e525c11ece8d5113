import Foundation
import NIOCore

/// Serves one raw connection: takes bytes as long as the printer does, and answers nothing.
struct RawWorker {
  typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

  /// The most bytes of one connection.
  private static let limit = 64 << 20

  private let machine: Machine

  init(_ machine: Machine) { self.machine = machine }

  /// Serves until either side ends it.
  func serve(_ connection: Connection) async {
    try? await connection.executeThenClose { inbound, _ in
      try await connection.channel.setOption(.autoRead, value: true).get()
      let run = await machine.beginRaw()
      await machine.endRaw(run, try await bytes(of: run, inbound, connection.channel))
    }
  }

  private func bytes(
    of run: Machine.Run, _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
    _ channel: any Channel
  ) async throws -> [UInt8] {
    var taken: [UInt8] = []
    for try await buffer in inbound {
      var rest = buffer.readableBytesView[...]
      while !rest.isEmpty, taken.count < Self.limit {
        guard case .take(let count) = await machine.step(of: run, at: taken.count) else {
          cut(channel)
          return taken
        }
        let piece = rest.prefix(count ?? rest.count)
        taken += piece
        rest = rest.dropFirst(piece.count)
      }
    }
    // What is to happen behind the last byte.
    if case .cut = await machine.step(of: run, at: taken.count) { cut(channel) }
    return taken
  }

  /// Makes the end of the connection a reset, as a printer's that is switched off.
  private func cut(_ channel: any Channel) {
    let provider = channel as? any SocketOptionProvider
    _ = provider?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
  }
}

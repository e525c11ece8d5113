import Diagnostics
import Foundation
import NIOCore
import NIOHTTP1

/// Serves one connection, one request after the other.
struct ConnectionWorker {
  private typealias Incoming = NIOAsyncChannelInboundStream<HTTPServerRequestPart>.AsyncIterator
  private typealias Outgoing = NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>

  /// The most bytes of one request.
  private static let limit = 256 << 20

  /// What is left to do with a connection after a request.
  private enum Next {
    case request
    case close
  }

  private let machine: Machine

  init(_ machine: Machine) { self.machine = machine }

  /// Serves until either side closes; a line that breaks ends it quietly, as it would a printer.
  func serve(_ line: any Channel) async {
    let connection = try? await line.eventLoop.submit {
      try NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>(
        wrappingChannelSynchronously: line)
    }.get()
    try? await connection?.executeThenClose { inbound, outbound in
      try await line.setOption(.autoRead, value: true).get()
      var parts = inbound.makeAsyncIterator()
      while case .head(let head)? = try await parts.next() {
        guard case .request = try await answer(head, &parts, outbound) else { return }
      }
    }
  }

  private func answer(
    _ head: HTTPRequestHead, _ parts: inout Incoming, _ outbound: Outgoing
  ) async throws -> Next {
    if head.headers["expect"].contains(where: { $0.lowercased() == "100-continue" }) {
      try await outbound.write(.head(HTTPResponseHead(version: head.version, status: .continue)))
    }
    let path = head.uri.prefix { $0 != "?" }
    if path == PrinterServer.controlPath { return try await control(head, &parts, outbound) }
    guard head.method == .POST, path.hasPrefix(PrinterServer.path) else {
      guard try await body(&parts) != nil else { return .close }
      return try await send(.notFound, "text/plain", Array("not here\n".utf8), head, outbound)
    }
    return try await print(head, &parts, outbound)
  }

  /// An IPP request, with whatever befalls its line.
  private func print(
    _ head: HTTPRequestHead, _ parts: inout Incoming, _ outbound: Outgoing
  ) async throws -> Next {
    var intake = Intake()
    var trouble: Fault.Kind?
    while true {
      guard let part = try await parts.next() else {
        if let request = intake.message { await machine.giveUp(request) }
        return .close
      }
      guard case .body(let buffer) = part else { break }
      guard intake.count + buffer.readableBytes <= Self.limit else { return .close }
      if intake.add(Array(buffer.readableBytesView)), let request = intake.message {
        trouble = await machine.disturbance(of: request)
      }
      if trouble == .dropMiddle, let request = intake.message, intake.hasDocument {
        await machine.giveUp(request)
        return .close
      }
    }
    return try await finish(intake, trouble, head, &parts, outbound)
  }

  private func finish(
    _ intake: Intake, _ trouble: Fault.Kind?, _ head: HTTPRequestHead, _ parts: inout Incoming,
    _ outbound: Outgoing
  ) async throws -> Next {
    guard let request = intake.message else {
      return try await send(
        .badRequest, "text/plain", Array("no IPP message\n".utf8), head, outbound)
    }
    let response = await machine.answer(request, intake.document)
    switch trouble {
    case .dropEnd, .dropMiddle: return .close
    case .silent:
      while try await parts.next() != nil {}
      return .close
    case .slow(let seconds): try await Task.sleep(for: .seconds(seconds))
    default: break
    }
    return try await send(.ok, "application/ipp", response.bytes, head, outbound)
  }

  /// Commands and the report.
  private func control(
    _ head: HTTPRequestHead, _ parts: inout Incoming, _ outbound: Outgoing
  ) async throws -> Next {
    guard let bytes = try await body(&parts) else { return .close }
    guard head.method == .POST else {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      let report = try encoder.encode(await machine.report())
      return try await send(.ok, "application/json", Array(report) + [10], head, outbound)
    }
    do throws(Refusal) {
      for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
        try await machine.command(String(line))
      }
    } catch {
      let text = Array("\(error)\n".utf8)
      return try await send(.badRequest, "text/plain; charset=utf-8", text, head, outbound)
    }
    return try await send(.ok, "text/plain", Array("ok\n".utf8), head, outbound)
  }

  /// The rest of a small request; `nil` when the line broke or it is not small.
  private func body(_ parts: inout Incoming) async throws -> [UInt8]? {
    var bytes: [UInt8] = []
    while let part = try await parts.next() {
      guard case .body(let buffer) = part else { return bytes }
      bytes += buffer.readableBytesView
      if bytes.count > 1 << 16 { return nil }
    }
    return nil
  }

  private func send(
    _ status: HTTPResponseStatus, _ type: String, _ bytes: [UInt8], _ head: HTTPRequestHead,
    _ outbound: Outgoing
  ) async throws -> Next {
    var headers = HTTPHeaders([("content-type", type), ("content-length", "\(bytes.count)")])
    if !head.isKeepAlive { headers.add(name: "connection", value: "close") }
    let response = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    try await outbound.write(contentsOf: [
      .head(response), .body(.byteBuffer(ByteBuffer(bytes: bytes))), .end(nil),
    ])
    return head.isKeepAlive ? .request : .close
  }
}

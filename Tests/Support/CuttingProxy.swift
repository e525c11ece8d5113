import Foundation
import Synchronization

/// Stands between a client and a printer, and cuts the line before the answer to one operation.
///
/// It counts how often that operation was asked for, on all connections together.
package final class CuttingProxy: Sendable {
  private struct State {
    var seen = 0
    var isClosed = false
  }

  package let port: Int
  private let listener: Int32
  private let upstream: Int
  private let pattern: [UInt8]
  private let state = Mutex(State())

  /// - Parameters:
  ///   - upstream: the printer's port.
  ///   - operation: the IPP operation whose answer never arrives.
  /// - Throws: when there is no loopback network.
  package init(to upstream: Int, cutting operation: UInt8) throws {
    self.upstream = upstream
    pattern = [2, 0, 0, operation]
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Self.loopback(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let result = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) | listen(listener, 8) | getsockname(listener, $0, &length)
      }
    }
    guard result == 0 else { throw CocoaError(.featureUnsupported) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in serve() }
  }

  /// How often the operation was asked for.
  package var seen: Int { state.withLock(\.seen) }

  /// Ends the proxy's listening.
  package func close() {
    state.withLock { $0.isClosed = true }
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private static func loopback(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return address
  }

  private func serve() {
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0, !state.withLock(\.isClosed) else { break }
      Thread.detachNewThread { [self] in carry(client) }
    }
    Foundation.close(listener)
  }

  /// Carries one connection both ways until an end closes or the operation comes by.
  private func carry(_ client: Int32) {
    let printer = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Self.loopback(upstream)
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(printer, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    let isCut = Mutex(false)
    while connected == 0 {
      var ends = [
        pollfd(fd: client, events: Int16(POLLIN), revents: 0),
        pollfd(fd: printer, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&ends, 2, 10_000) > 0 else { break }
      if ends[0].revents != 0 {
        guard let bytes = Self.move(from: client, to: printer) else { break }
        if bytes.firstRange(of: pattern) != nil {
          state.withLock { $0.seen += 1 }
          isCut.withLock { $0 = true }
        }
      }
      if ends[1].revents != 0 {
        let target = isCut.withLock { $0 } ? nil : client
        guard let bytes = Self.move(from: printer, to: target) else { break }
        // "100 Continue" asks for the document; only the answer itself is kept back.
        if target == nil, bytes.firstRange(of: Array("HTTP/1.1 200".utf8)) != nil { break }
        if target == nil { _ = bytes.withUnsafeBytes { write(client, $0.baseAddress, $0.count) } }
      }
    }
    Foundation.close(printer)
    Foundation.close(client)
  }

  /// Moves what has arrived; `nil` when the end is closed.
  private static func move(from source: Int32, to target: Int32?) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(source, &buffer, buffer.count)
    guard count > 0 else { return nil }
    let bytes = Array(buffer[..<count])
    if let target {
      guard bytes.withUnsafeBytes({ write(target, $0.baseAddress, $0.count) }) == count else {
        return nil
      }
    }
    return bytes
  }
}

import CCUPS
import Foundation

/// Owns one TCP connection; it never leaves the thread that made it.
@safe
struct RawLink: ~Copyable {
  /// The longest wait of one call, in milliseconds: how soon a printer's silence is noticed.
  private static let slice: Int32 = 100

  private let descriptor: Int32

  /// Connects.
  ///
  /// - Throws: ``PrinterError/Code/unreachable``.
  init(to endpoint: Endpoint, seconds: Double) throws(PrinterError) {
    let list = unsafe httpAddrGetList(endpoint.host, AF_UNSPEC, String(endpoint.port))
    defer { unsafe httpAddrFreeList(list) }
    var socket: Int32 = -1
    let found = unsafe list.flatMap { list in
      unsafe httpAddrConnect2(list, &socket, Int32(seconds * 1000), nil)
    }
    guard unsafe found != nil, socket >= 0 else {
      throw PrinterError(
        .unreachable, Wording.unreachable(endpoint.description), cause: Self.fault)
    }
    descriptor = socket
  }

  deinit { close(descriptor) }

  /// Hands over what the system takes within a moment.
  ///
  /// - Returns: how many bytes that were, perhaps none.
  /// - Throws: ``PrinterError/Code/noAnswer`` when the connection is broken.
  func write(_ bytes: Data) throws(PrinterError) -> Int {
    guard wait(for: Int16(POLLOUT)) != 0 else { return 0 }
    let count = unsafe bytes.withUnsafeBytes { bytes in
      unsafe Glibc.send(
        descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
    }
    if count < 0, errno != EAGAIN, errno != EINTR { throw Self.broken }
    return max(0, count)
  }

  /// Takes back what the printer has not taken: once given up, nothing comes out later.
  func cut() {
    var option = linger(l_onoff: 1, l_linger: 0)
    let size = socklen_t(MemoryLayout<linger>.size)
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, size)
  }

  /// Says that no more bytes follow.
  func endWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Whether the printer closes its side within a moment; what it sends is not read for anything.
  ///
  /// - Throws: ``PrinterError/Code/noAnswer`` when the connection is broken.
  func isClosed() throws(PrinterError) -> Bool {
    guard wait(for: Int16(POLLIN)) != 0 else { return false }
    var buffer: (UInt64, UInt64) = (0, 0)
    let count = unsafe withUnsafeMutableBytes(of: &buffer) { buffer in
      unsafe recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
    }
    if count < 0, errno != EAGAIN, errno != EINTR { throw Self.broken }
    return count == 0
  }

  /// Waits a moment.
  func pause() { _ = wait(for: 0) }

  /// Bytes that the system was given and the printer's side has not acknowledged (tcp(7)).
  var unacknowledged: Int {
    var count: Int32 = 0
    return unsafe ioctl(descriptor, UInt(TIOCOUTQ), &count) == 0 ? Int(count) : 0
  }

  private func wait(for events: Int16) -> Int16 {
    var entry = pollfd(fd: descriptor, events: events, revents: 0)
    _ = unsafe poll(&entry, 1, Self.slice)
    return entry.revents
  }

  private static var fault: String { unsafe String(cString: strerror(errno)) }

  private static var broken: PrinterError { PrinterError(.noAnswer, Wording.broken, cause: fault) }
}

import CCUPS
import Foundation
import Synchronization

/// Ports of this machine's own network.
package enum Loopback {
  /// The ports given out so far: their servers may not have begun to listen.
  private static let given = Mutex(Set<Int>())

  /// A TCP port nobody listens on at this moment, and never the same one twice.
  ///
  /// - Returns: a port the system chose.
  /// - Throws: ``PrinterError/Code/programFailed`` when the machine has no loopback network.
  package static func freePort() throws(PrinterError) -> Int {
    while true {
      let port = try unusedPort()
      if given.withLock({ $0.insert(port).inserted }) { return port }
    }
  }

  private static func unusedPort() throws(PrinterError) -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe bind(socket, generic, length) | getsockname(socket, generic, &length)
      }
    }
    guard result == 0 else {
      throw PrinterError(.programFailed, Wording.noLoopback, cause: "errno \(errno)")
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}

import CCUPS

/// The bytes of a message in memory, for libcups's read and write callbacks.
private final class ByteStream {
  var bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }
}

extension IPPMessage {
  /// Reads a message as it travels (RFC 8010); `nil` when the bytes are none.
  init?(bytes: [UInt8]) {
    guard let handle = unsafe ippNew() else { return nil }
    let stream = ByteStream(bytes)
    let state = unsafe ippReadIO(
      Unmanaged.passUnretained(stream).toOpaque(),
      { context, buffer, wanted in
        guard let context = unsafe context, let buffer = unsafe buffer else { return -1 }
        let stream = unsafe Unmanaged<ByteStream>.fromOpaque(context).takeUnretainedValue()
        let count = min(wanted, stream.bytes.count - stream.position)
        for index in 0..<count { unsafe buffer[index] = stream.bytes[stream.position + index] }
        stream.position += count
        return count
      }, 1, nil, handle)
    guard state == IPP_STATE_DATA else {
      unsafe ippDelete(handle)
      return nil
    }
    unsafe self.init(owning: handle)
  }

  /// The message as it travels (RFC 8010).
  var bytes: [UInt8] {
    let stream = ByteStream()
    unsafe ippSetState(handle, IPP_STATE_IDLE)
    _ = unsafe ippWriteIO(
      Unmanaged.passUnretained(stream).toOpaque(),
      { context, buffer, count in
        guard let context = unsafe context, let buffer = unsafe buffer else { return -1 }
        let stream = unsafe Unmanaged<ByteStream>.fromOpaque(context).takeUnretainedValue()
        unsafe stream.bytes.append(contentsOf: UnsafeBufferPointer(start: buffer, count: count))
        return count
      }, 1, nil, handle)
    return stream.bytes
  }
}

extension IPPRequest {
  /// The request as it travels, without a document.
  package var bytes: [UInt8] { IPPMessage(self).bytes }
}

extension IPPResponse {
  /// Reads an answer as it travels; `nil` when the bytes are no IPP message.
  package init?(bytes: [UInt8]) {
    guard let message = IPPMessage(bytes: bytes) else { return nil }
    self = message.response
  }
}

import CCairo

/// Collects the bytes that a C library hands out piece by piece.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  func append(_ start: UnsafePointer<UInt8>?, count: Int) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
  }

  /// For the `closure` argument of C callbacks; the sink must outlive their use.
  var closure: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

  static let cairoWrite: cairo_write_func_t = { closure, data, length in
    guard let closure = unsafe closure else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = unsafe Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    unsafe sink.append(data, count: Int(length))
    return CAIRO_STATUS_SUCCESS
  }
}

/// Hands the bytes of a file to a C library piece by piece.
final class ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var closure: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

  static let cairoRead: cairo_read_func_t = { closure, data, length in
    guard let closure = unsafe closure, let data = unsafe data else {
      return CAIRO_STATUS_READ_ERROR
    }
    let source = unsafe Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
    let end = source.position + Int(length)
    guard end <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
    unsafe source.bytes.withUnsafeBufferPointer { bytes in
      for index in source.position..<end {
        unsafe data[index - source.position] = unsafe bytes[index]
      }
    }
    source.position = end
    return CAIRO_STATUS_SUCCESS
  }
}

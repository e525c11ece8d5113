import CCUPS
import Foundation

/// Owns one `http_t` of libcups; it never leaves the thread that made it.
@safe
struct HTTPLink: ~Copyable {
  /// Bytes handed to libcups at once.
  private static let pieceSize = 1 << 16

  private let handle: OpaquePointer

  /// Connects.
  ///
  /// - Parameters:
  ///   - endpoint: where to.
  ///   - seconds: how long to wait for the connection, and later for each answer.
  /// - Throws: ``PrinterError/Code/unreachable``.
  init(to endpoint: Endpoint, seconds: Double) throws(PrinterError) {
    unsafe cupsSetPasswordCB2({ _, _, _, _, _ in nil }, nil)  // never ask on a terminal
    let encryption = endpoint.isEncrypted ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED
    let handle = unsafe httpConnect2(
      endpoint.host, Int32(clamping: endpoint.port), nil, AF_UNSPEC, encryption, 1,
      Int32(seconds * 1000), nil)
    guard let handle = unsafe handle else {
      throw PrinterError(.unreachable, Wording.unreachable(endpoint.description), cause: Self.fault)
    }
    unsafe self.handle = unsafe handle
    unsafe httpSetTimeout(handle, seconds, { _, _ in 0 }, nil)
  }

  deinit { unsafe httpClose(handle) }

  /// Asks once and reads the answer; nothing is ever sent a second time.
  ///
  /// `cupsDoRequest` is not used because it may send again after an authentication challenge.
  ///
  /// - Throws: ``PrinterError/Code/connectionLost`` when nothing of a document was sent,
  ///   ``PrinterError/Code/noAnswer`` when some or all of it was.
  func exchange(
    _ request: IPPRequest, resource: String, document: Data?
  ) throws(PrinterError) -> IPPResponse {
    let message = IPPMessage(request)
    let length = message.length + (document?.count ?? 0)
    let status = unsafe cupsSendRequest(handle, message.handle, resource, length)
    guard status == HTTP_STATUS_CONTINUE || status == HTTP_STATUS_OK else {
      throw notTaken(status)
    }
    if let document { try write(document) }
    guard let answer = unsafe cupsGetResponse(handle, resource) else {
      guard document != nil else { throw unsafe notTaken(httpGetStatus(handle)) }
      throw PrinterError(.noAnswer, Wording.noAnswer, cause: brokenBy)
    }
    return unsafe IPPMessage(owning: answer).response
  }

  /// Sends the document after its request.
  private func write(_ document: Data) throws(PrinterError) {
    var start = document.startIndex
    while start < document.endIndex {
      let end = min(start + Self.pieceSize, document.endIndex)
      let piece = document[start..<end]
      let status = unsafe piece.withUnsafeBytes { bytes in
        unsafe cupsWriteRequestData(
          handle, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
      }
      guard status == HTTP_STATUS_CONTINUE else {
        // A printer may answer early, for example to refuse: that answer is read and decides.
        if status.rawValue > HTTP_STATUS_CONTINUE.rawValue { return }
        throw PrinterError(.noAnswer, Wording.noAnswer, cause: brokenBy)
      }
      start = end
    }
  }

  /// The request failed below IPP, before any of a document was sent.
  private func notTaken(_ status: http_status_t) -> PrinterError {
    switch status {
    case HTTP_STATUS_UNAUTHORIZED, HTTP_STATUS_FORBIDDEN, HTTP_STATUS_CUPS_AUTHORIZATION_CANCELED:
      PrinterError(.notAllowed, Wording.notAllowed, cause: Self.fault)
    case HTTP_STATUS_NOT_FOUND: PrinterError(.notFound, Wording.notFound, cause: Self.fault)
    case HTTP_STATUS_ERROR: PrinterError(.connectionLost, Wording.connectionLost, cause: brokenBy)
    default:
      PrinterError(
        .connectionLost, Wording.connectionLost, cause: Self.fault ?? "HTTP \(status.rawValue)")
    }
  }

  /// What the system says of a connection that broke: libcups has no words for a printer that is silent
  /// or closed its side.
  private var brokenBy: String {
    let code = unsafe httpError(handle)
    return code == 0 ? Self.fault ?? "HTTP error" : unsafe String(cString: strerror(code))
  }

  /// What libcups says went wrong on this thread.
  private static var fault: String? {
    unsafe cupsLastErrorString().map { unsafe String(cString: $0) }
  }
}

extension Machine {
  /// Values of `ipp-versions-supported`, as in a message's first two bytes.
  static let versions: [UInt16] = [0x0101, 0x0200]
  private static let oldest: UInt16 = 0x0100

  /// A request that is refused, with the attributes that are why.
  struct Rejection: Error {
    let status: WireStatus
    var message = ""
    var unsupported: [WireAttribute] = []
  }

  /// Does what a request asks for (RFC 8011 section 4) and answers.
  ///
  /// - Parameters:
  ///   - request: a request as it was read.
  ///   - document: the bytes behind it.
  /// - Returns: the response; every fault of the request is one of its statuses.
  package func answer(_ request: WireMessage, _ document: [UInt8]) -> WireMessage {
    do throws(Rejection) {
      let operation = try checked(request)
      return try perform(operation, request, document)
    } catch {
      return response(
        to: request, error.status, error.message,
        error.unsupported.isEmpty
          ? [] : [WireMessage.Group(WireTag.unsupported, error.unsupported)])
    }
  }

  /// A response with its first group as RFC 8011 section 4.1.4.2 demands.
  func response(
    to request: WireMessage, _ status: WireStatus, _ message: String = "",
    _ groups: [WireMessage.Group] = []
  ) -> WireMessage {
    var first = [
      WireAttribute("attributes-charset", .text(tag: WireTag.charset, "utf-8")),
      WireAttribute("attributes-natural-language", .text(tag: WireTag.naturalLanguage, "en")),
    ]
    if !message.isEmpty { first.append(WireAttribute("status-message", .words(message))) }
    let isKnown = request.version >= Self.oldest && request.version <= 0x0202
    return WireMessage(
      version: isKnown ? request.version : Self.versions[0], code: status.rawValue,
      requestID: request.requestID,
      groups: [WireMessage.Group(WireTag.operation, first)] + groups)
  }

  /// Checks what every request has to have (RFC 8011 sections 4.1.1 to 4.1.8).
  private func checked(_ request: WireMessage) throws(Rejection) -> WireOperation {
    guard request.version >= Self.oldest, request.version <= 0x0202 else {
      throw Rejection(status: .version)
    }
    guard request.requestID > 0 else {
      throw Rejection(status: .badRequest, message: "request-id is not positive")
    }
    guard let first = request.groups.first, first.tag == WireTag.operation,
      request.groups.dropFirst().allSatisfy({ $0.tag != WireTag.operation }),
      first.attributes.first?.name == "attributes-charset",
      first.attributes.dropFirst().first?.name == "attributes-natural-language"
    else {
      throw Rejection(status: .badRequest, message: "charset and language do not come first")
    }
    guard ["utf-8", "us-ascii"].contains(first.attributes.string("attributes-charset") ?? "") else {
      throw Rejection(status: .charset)
    }
    guard let operation = WireOperation(rawValue: request.code) else {
      throw Rejection(status: .operation)
    }
    try checkTarget(first.attributes)
    return operation
  }

  private func checkTarget(_ attributes: [WireAttribute]) throws(Rejection) {
    guard let target = attributes.string("printer-uri") ?? attributes.string("job-uri") else {
      throw Rejection(status: .badRequest, message: "no printer-uri and no job-uri")
    }
    guard target.contains(PrinterServer.path) else {
      throw Rejection(status: .notFound, message: "there is no such printer")
    }
  }

  private func perform(
    _ operation: WireOperation, _ request: WireMessage, _ document: [UInt8]
  ) throws(Rejection) -> WireMessage {
    switch operation {
    case .printJob: return try printJob(request, document)
    case .validateJob: return try validateJob(request)
    case .createJob: return try createJob(request)
    case .sendDocument: return try sendDocument(request, document)
    case .cancelJob: try cancelJob(request)
    case .holdJob: try holdJob(request)
    case .releaseJob: try releaseJob(request)
    case .getJobAttributes: return try getJobAttributes(request)
    case .getJobs: return try getJobs(request)
    case .getPrinterAttributes: return try getPrinterAttributes(request)
    case .pausePrinter: pause(true)
    case .resumePrinter: pause(false)
    case .identifyPrinter: break  // Nobody stands before it to see a lamp blink.
    }
    return response(to: request, .ok)
  }

  private func pause(_ isPaused: Bool) {
    self.isPaused = isPaused
    changed()
  }

  private func getPrinterAttributes(_ request: WireMessage) throws(Rejection) -> WireMessage {
    let asked = request.attributes(WireTag.operation)
    if let format = asked.string("document-format"), !formats.contains(format) {
      throw Rejection(
        status: .documentFormat, unsupported: asked.filter { $0.name == "document-format" })
    }
    let wish = AttributeWish(asked.strings("requested-attributes"), otherwise: ["all"])
    let list = wish.chosen(from: printerAttributes())
    return response(to: request, .ok, "", [WireMessage.Group(WireTag.printer, list)])
  }
}

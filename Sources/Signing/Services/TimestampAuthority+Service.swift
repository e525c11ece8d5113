extension TimestampAuthority {
  private static let queryType = "application/timestamp-query"
  private static let replyType = "application/timestamp-reply"

  /// An authority that is reached over HTTP (RFC 3161, 3.4).
  ///
  /// - Parameters:
  ///   - url: its address; plain HTTP will do, for tokens are signed.
  ///   - client: how it is asked.
  package init(url: String, client: ServiceClient = ServiceClient()) {
    self.init { request in
      let answer = try await client.post(
        request, to: url, headers: ["Content-Type: \(Self.queryType)", "Accept: \(Self.replyType)"])
      guard answer.status < 500 else { throw ServiceClient.Failure(status: answer.status) }
      guard answer.status == 200, answer.mediaType == Self.replyType else {
        throw SigningError(
          .timestampRefused, Wording.timestampRefused,
          cause: "HTTP \(answer.status), \(answer.mediaType)")
      }
      return answer.body
    }
  }
}

extension ServiceClient.Failure {
  /// The failure of a service that answers with this status.
  init(status: Int) { self.init(description: "HTTP \(status)") }
}

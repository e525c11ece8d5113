import CCURL
import Dispatch
import Foundation

/// Asks services over HTTP.
///
/// libcurl waits on threads of a queue of its own: the global executor has one thread a core only,
/// which a slow service must not hold.
package struct ServiceClient: Sendable {
  /// What a service answered, with any status.
  struct Answer: Sendable {
    let status: Int
    /// The media type in small letters, without parameters; empty when none is stated.
    let mediaType: String
    let body: [UInt8]
  }

  /// A service that gave no answer.
  struct Failure: Error, CustomStringConvertible {
    /// What libcurl said; it names hosts, no contents.
    let description: String
  }

  private static let queue = DispatchQueue(label: "originpress.services", attributes: .concurrent)

  private let timeout: Duration
  private let limit: Int

  /// A client.
  ///
  /// - Parameters:
  ///   - timeout: how long a request may take in all.
  ///   - limit: the most bytes of an answer that are taken.
  package init(timeout: Duration = .seconds(20), limit: Int = 1 << 20) {
    self.timeout = timeout
    self.limit = limit
  }

  /// Posts bytes to an address and waits for the answer; `headers` are one `Name: value` each.
  func post(
    _ body: [UInt8], to url: String, headers: [String]
  ) async throws(Failure) -> Answer {
    let result: Result<Answer, Failure> = await withCheckedContinuation { continuation in
      Self.queue.async {
        continuation.resume(returning: answer(to: body, url, headers.joined(separator: "\n")))
      }
    }
    return try result.get()
  }

  private func answer(
    to body: [UInt8], _ url: String, _ headers: String
  ) -> Result<Answer, Failure> {
    var answer = [UInt8](repeating: 0, count: limit)
    var length = limit
    var type = [CChar](repeating: 0, count: OP_CURL_TEXT)
    var fault = type
    let milliseconds = Int(timeout / .milliseconds(1))
    let status = unsafe op_curl(
      "POST", url, headers, body, body.count, milliseconds, Self.isLoopback(url) ? 1 : 0, &answer,
      &length, &type, &fault)
    guard status != 0 else { return .failure(Failure(description: Self.text(fault))) }
    let mediaType = Self.text(type).lowercased().prefix { $0 != ";" }.filter { $0 != " " }
    return .success(Answer(status: status, mediaType: mediaType, body: Array(answer[..<length])))
  }

  private static func isLoopback(_ url: String) -> Bool {
    let host = URLComponents(string: url)?.host
    return ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
  }

  private static func text(_ bytes: [CChar]) -> String {
    String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

package import Diagnostics

/// Something outside failed: the printer, the server or the way to it.
///
/// Holds no personal data.
package struct PrinterError: Error, Sendable, CustomStringConvertible {
  /// What failed.
  package enum Code: String, Sendable {
    /// No connection: nothing was sent.
    case unreachable
    /// The connection broke or no answer came, and nothing of a document had been sent.
    case connectionLost = "connection-lost"
    /// Some or all of a document went out and no answer came: it may be printed.
    case noAnswer = "no-answer"
    /// The printer answered with an error.
    case refused
    /// The printer does one job at a time, or has no room.
    case busy
    /// The printer asks for a password or forbids the request.
    case notAllowed = "not-allowed"
    /// There is no such printer or job.
    case notFound = "not-found"
    /// The printer takes no jobs now.
    case notAccepting = "not-accepting"
    /// The printer was switched off and on while the job was in it.
    case restarted
    /// The printer does not know the job any more.
    case jobForgotten = "job-forgotten"
    /// The job did not end in the time allowed.
    case outOfTime = "out-of-time"
    /// The answer has not what the standard asks for.
    case badAnswer = "bad-answer"
    /// A program that is needed did not start.
    case programFailed = "program-failed"
  }

  /// What failed, for callers that tell failures apart.
  package let code: Code
  /// What a person is told, in both languages.
  package let message: Message
  /// What the system or the printer said, in its words.
  package let cause: String?

  /// An error from its code, its message and what the other side said.
  package init(_ code: Code, _ message: Message, cause: String? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  /// The error of an answer that is not a success (RFC 8011 appendix B).
  package init(refusedBy response: IPPResponse) {
    let hexadecimal = String(response.status, radix: 16)
    let cause = response.statusMessage ?? "IPP status 0x\(hexadecimal)"
    switch response.status {
    case 0x0401...0x0403: self.init(.notAllowed, Wording.notAllowed, cause: cause)
    case 0x0406, 0x0407: self.init(.notFound, Wording.notFound, cause: cause)
    case 0x0502, 0x0505, 0x0507: self.init(.busy, Wording.busy, cause: cause)
    case 0x0506: self.init(.notAccepting, Wording.notAccepting, cause: cause)
    default: self.init(.refused, Wording.refused, cause: cause)
    }
  }

  /// Whether paper may have been marked although no success was reported.
  package var isOutcomeUnknown: Bool {
    switch code {
    case .noAnswer, .restarted, .jobForgotten, .outOfTime, .badAnswer: true
    default: false
    }
  }

  /// The message in English, with the cause in parentheses when there is one.
  package var description: String {
    cause.map { "\(message.english) (\($0))" } ?? message.english
  }
}

import Diagnostics
import Foundation
package import Notation

/// Something that happened and that nobody may deny later.
package struct LogEvent: Hashable, Sendable {
  /// The kinds of event.
  package enum Kind: String, NodeChoice, Sendable {
    /// A serial was reserved for approved contents, before anything is sealed.
    case release
    /// The hash of a finished file, before anyone gets it.
    case sealed
    /// An output was handed out, or its paper was seen.
    case issue
    /// A new print took the place of an older one.
    case revision
    case void
    case sealApproved = "seal-approved"
    case sealChanged = "seal-changed"
    case sealRevoked = "seal-revoked"
    /// An officer looked at the scan of a seal.
    case sealViewed = "seal-viewed"
    /// An owner may not seal or sign until that ends.
    case sealsSuspended = "seals-suspended"
    case sealsResumed = "seals-resumed"
    case keyAdded = "key-added"
    case keyRevoked = "key-revoked"
  }

  /// What happened.
  package let kind: Kind
  /// When, in seconds since 1970.
  package let time: Int
  /// The names and hashes it happened to, such as `number` and `serial`.
  package let details: [String: String]

  /// An event from its parts.
  package init(_ kind: Kind, at time: Int, _ details: [String: String]) {
    self.kind = kind
    self.time = time
    self.details = details
  }

  /// The one text of the event: JSON with sorted members and no blanks.
  package var canonical: [UInt8] { JSONWriter.bytes(json.sorted, pretty: false) }

  /// The event as JSON.
  package var json: JSONValue {
    [
      "details": .object(
        details.sorted { $0.key < $1.key }.map { JSONMember($0.key, .text($0.value)) }),
      "event": .text(kind.rawValue), "time": .integer(time),
    ]
  }

  /// Reads the canonical text; `nil` for any other.
  package init?(canonical bytes: [UInt8]) {
    let findings = Findings()
    guard let node = try? JSONText.parse(Data(bytes), file: nil),
      let reader = ObjectReader(node, findings), let kind: Kind = reader.required("event"),
      let time: Int = reader.required("time"), let details = reader.node("details"),
      case .object(let members) = details.value
    else { return nil }
    var texts: [String: String] = [:]
    for member in members { texts[member.key] = String(member.node, findings) }
    guard !findings.hasErrors else { return nil }
    self.init(kind, at: time, texts)
    guard canonical == bytes else { return nil }
  }
}

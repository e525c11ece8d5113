import SwiftASN1

/// What a certificate's extensions allow its key (RFC 5280, 4.2).
struct X509Extensions: Sendable {
  /// Critical extensions that are understood or do not matter for what is asked here.
  private static let known = [
    Identifiers.keyUsage, Identifiers.basicConstraints, Identifiers.purposes, Identifiers.policies,
  ]

  /// Whether the key may sign certificates by its basic constraints.
  private(set) var isAuthority = false
  /// The bits of the key's usage from the left; `nil` when nothing is said.
  private var usage: [UInt8]?
  /// What the key may be used for; `nil` when nothing is said.
  private(set) var purposes: [ASN1ObjectIdentifier]?

  init(_ tagged: DERNode?) throws(DERFault) {
    guard let tagged else { return }
    let part = "extension"
    let list = try tagged.members(part)
    guard list.count == 1 else { throw DERFault(part: part) }
    for entry in try list[0].sequence(part) {
      let fields = try entry.sequence(part, atLeast: 2)
      let identifier = try fields[0].identifier(part)
      let isCritical = fields.count == 3 ? try fields[1].boolean(part) : false
      guard !isCritical || Self.known.contains(identifier)
      else { throw DERFault(part: "critical extension \(identifier)") }
      guard Self.known.contains(identifier), identifier != Identifiers.policies else { continue }
      try read(identifier, DERNode(try fields[fields.count - 1].octets(part), part))
    }
  }

  private mutating func read(
    _ identifier: ASN1ObjectIdentifier, _ value: DERNode
  ) throws(DERFault) {
    switch identifier {
    case Identifiers.basicConstraints:
      let fields = try value.sequence("basic constraints")
      isAuthority = if let first = fields.first { (try? first.boolean("")) ?? false } else { false }
    case Identifiers.keyUsage:
      usage = try value.bits("key usage")
    default:
      var found: [ASN1ObjectIdentifier] = []
      for purpose in try value.sequence("purposes") {
        found.append(try purpose.identifier("purposes"))
      }
      purposes = found
    }
  }

  /// Whether the key may sign documents: bit 0, digitalSignature, or bit 1, nonRepudiation.
  var signsDocuments: Bool { allows(0b1100_0000) }

  /// Whether the key may sign certificates: bit 5.
  var signsCertificates: Bool { isAuthority && allows(0b0000_0100) }

  private func allows(_ mask: UInt8) -> Bool { usage.map { ($0.first ?? 0) & mask != 0 } ?? true }
}

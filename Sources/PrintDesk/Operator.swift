package import Diagnostics

/// A person of the issuing body who is enrolled with a PIN (design §5).
package struct Operator: Hashable, Sendable {
  /// The short name that commands and records use, such as `li`.
  package let id: String
  /// The person's name.
  package let name: String
  /// What the person may do.
  package let role: OperatorRole
  /// What is kept of the PIN.
  package let pin: PIN
  /// Whether the person may act; records of what was done stay as they are.
  package var isActive: Bool

  /// The longest id.
  private static let longestID = 32

  /// An operator from their parts, such as a store keeps them.
  package init(id: String, name: String, role: OperatorRole, pin: PIN, isActive: Bool = true) {
    self.id = id
    self.name = name
    self.role = role
    self.pin = pin
    self.isActive = isActive
  }

  /// What is wrong with a new person's id, name and PIN.
  package static func faults(id: String, name: String, pin: String) -> [Diagnostic] {
    let findings = Findings()
    let isPlain = id.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "-")
    }
    if id.isEmpty || id.utf8.count > longestID || !isPlain {
      findings.error(at: .field("id"), Wording.operatorID(id))
    }
    if name.allSatisfy(\.isWhitespace) { findings.error(at: .field("name"), Wording.noName) }
    if !PIN.lengths.contains(pin.count) { findings.error(at: .field("pin"), Wording.pinLength) }
    return findings.diagnostics
  }
}

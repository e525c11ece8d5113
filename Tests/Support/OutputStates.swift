package import PrintDesk

/// What the register's triggers say of outputs, as a rule for other registers and for tests.
extension Output.State {
  /// Whether a register may have this state and later another: what may be on paper never looks unprinted
  /// again, and what is void stays so, whatever an interrupted step still believes.
  package func canBecome(_ next: Output.State) -> Bool {
    switch self {
    case .reserved: true
    case .released: next != .reserved
    case .printing: next != .reserved && next != .released
    case .uncertain: next == .uncertain || next == .issued || next == .void
    case .issued: next == .issued || next == .void
    case .void: next == .void
    }
  }
}

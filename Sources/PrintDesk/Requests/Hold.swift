/// A reason not to print a certificate for now.
package struct Hold: Hashable, Sendable {
  /// What holds.
  package enum Reason: String, CaseIterable, Sendable {
    /// 改证重发 is open: the old certificate stays valid, its printing is frozen (B.3).
    case amendment
    /// It came through another channel and is printed there (S2-138).
    case channel
    /// Printed at a counter, when its collector stands there.
    case collector
  }

  /// The certificate's number.
  package let number: String
  /// What holds.
  package let reason: Reason
  /// Who placed it, and when.
  package let placed: Act
  /// Who lifted it, and when; `nil` while it is in force.
  package private(set) var lifted: Act?

  /// A hold.
  package init(number: String, reason: Reason, placed: Act, lifted: Act? = nil) {
    self.number = number
    self.reason = reason
    self.placed = placed
    self.lifted = lifted
  }

  /// Whether it holds.
  package var isInForce: Bool { lifted == nil }

  /// The hold once it is lifted; lifted twice it is lifted once.
  package func lifted(by act: Act) -> Hold {
    var next = self
    next.lifted = lifted ?? act
    return next
  }
}

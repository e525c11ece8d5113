/// One sheet of numbered stock, from its receipt to its end (design §5, B.2).
package struct StockSheet: Hashable, Sendable {
  /// Where the sheet stands.
  package enum State: String, CaseIterable, Sendable {
    /// Counted in.
    case received
    /// In the locked drawer.
    case inDrawer = "in-drawer"
    /// In a printer's tray.
    case loaded
    /// It belongs to a sheet of an output.
    case bound
    /// It bears a good sheet.
    case used
    /// It bears nothing valid and waits for its destruction.
    case spoiled
    /// Two people destroyed it.
    case destroyed
    /// Two people say that nobody has it.
    case lost
    /// It is not where the register had it, and nobody answers for that yet.
    case unaccounted

    /// Whether nothing more becomes of it, but for a used one whose output is printed anew.
    package var isFinal: Bool { self == .used || self == .destroyed || self == .lost }
  }

  /// Its number.
  package let number: StockNumber
  /// Who counted it in, and when.
  package let received: Act
  /// Where it stands.
  package internal(set) var state: State = .received
  /// The tray it was put into; `nil` before.
  package internal(set) var tray: Tray?
  /// The sheet of an output it belongs to, by id; `nil` for none.
  package internal(set) var sheet: String?
  /// Why it is spoiled; `nil` while it is not.
  package internal(set) var cause: SpoilCause?
  /// The last that was done with it.
  package internal(set) var last: Act
  /// The second person at its destruction or loss.
  package internal(set) var witness: String?

  /// A sheet that comes in.
  package init(_ number: StockNumber, received: Act) {
    self.number = number
    self.received = received
    last = received
  }

  /// A sheet as a store keeps it.
  package init(
    _ number: StockNumber, received: Act, state: State, tray: Tray?, sheet: String?,
    cause: SpoilCause?, last: Act, witness: String?
  ) {
    self.init(number, received: received)
    self.state = state
    self.tray = tray
    self.sheet = sheet
    self.cause = cause
    self.last = last
    self.witness = witness
  }
}

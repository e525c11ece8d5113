package import Diagnostics

/// The life of a numbered sheet: each step answers the sheet after it, or refuses.
extension StockSheet {
  /// The sheet in the drawer: from its receipt, from a tray, or found again.
  ///
  /// - Throws: ``Refusal`` for a sheet that belongs to an output or is spoiled.
  package func stored(by act: Act) throws(Refusal) -> StockSheet {
    var next = try step(.inDrawer, from: [.received, .loaded, .unaccounted, .inDrawer], act)
    guard sheet == nil else { throw refusal(Wording.stockState(number, state)) }
    next.tray = nil
    return next
  }

  /// The sheet in a printer's tray.
  ///
  /// - Throws: ``Refusal`` for a sheet that is not in the drawer.
  package func loaded(into tray: Tray, by act: Act) throws(Refusal) -> StockSheet {
    var next = try step(.loaded, from: [.inDrawer], act)
    next.tray = tray
    return next
  }

  /// The sheet spoiled before anything was printed on it, or found again and not to be used.
  ///
  /// - Throws: ``Refusal`` for a sheet that belongs to an output: that is decided there.
  package func spoiled(_ cause: SpoilCause, by act: Act) throws(Refusal) -> StockSheet {
    var next = try step(.spoiled, from: [.received, .inDrawer, .loaded, .unaccounted, .lost], act)
    next.cause = cause
    return next
  }

  /// The spoiled sheet destroyed before two people.
  ///
  /// - Throws: ``Refusal`` for a sheet that is not spoiled, and when both are the same person.
  package func destroyed(by act: Act, witness: String) throws(Refusal) -> StockSheet {
    guard witness != act.by else { throw refusal(Wording.samePerson(witness)) }
    var next = try step(.destroyed, from: [.spoiled], act)
    next.witness = witness
    return next
  }

  /// The sheet given up before two people.
  ///
  /// - Throws: ``Refusal`` for a sheet that was not missed before, and when both are the same person.
  package func lost(by act: Act, witness: String) throws(Refusal) -> StockSheet {
    guard witness != act.by else { throw refusal(Wording.samePerson(witness)) }
    var next = try step(.lost, from: [.unaccounted], act)
    next.witness = witness
    return next
  }

  /// The sheet missing where the register has it.
  ///
  /// - Throws: ``Refusal`` for a sheet that belongs to an output or is destroyed.
  package func missing(by act: Act) throws(Refusal) -> StockSheet {
    try step(.unaccounted, from: [.received, .inDrawer, .loaded, .spoiled], act)
  }

  /// The sheet bound to one of an output.
  ///
  /// - Throws: ``Refusal`` for one that is not loaded.
  package func bound(to sheet: String, by act: Act) throws(Refusal) -> StockSheet {
    var next = try step(.bound, from: [.loaded], act)
    next.sheet = sheet
    return next
  }

  /// The sheet free again in its tray: nothing was burned over it.
  ///
  /// - Throws: ``Refusal`` for one that is not bound.
  package func unbound(by act: Act) throws(Refusal) -> StockSheet {
    var next = try step(.loaded, from: [.bound], act)
    next.sheet = nil
    return next
  }

  /// The sheet where the output's sheet that it belongs to puts it.
  ///
  /// - Throws: ``Refusal`` when it is another's, or cannot get there.
  package func following(_ sheet: Sheet, by act: Act) throws(Refusal) -> StockSheet {
    guard self.sheet == sheet.id else { throw refusal(Wording.stockState(number, state)) }
    switch sheet.state {
    case .expected, .unused: return try unbound(by: act)
    case .bound, .printed: return self
    case .good: return state == .used ? self : try step(.used, from: [.bound], act)
    case .spoiled: return try ended(.spoiled, sheet, act)
    case .lost: return try ended(.lost, sheet, act)
    }
  }

  private func ended(
    _ state: State, _ sheet: Sheet, _ act: Act
  ) throws(Refusal) -> StockSheet {
    if self.state == state || self.state == .destroyed { return self }
    var next = try step(state, from: [.bound, .used], act)
    next.cause = sheet.cause
    next.witness = sheet.witness
    return next
  }

  private func step(
    _ state: State, from states: Set<State>, _ act: Act
  ) throws(Refusal) -> StockSheet {
    guard states.contains(self.state) else { throw refusal(Wording.stockState(number, self.state)) }
    var next = self
    next.state = state
    next.last = act
    return next
  }

  private func refusal(_ message: Message) -> Refusal {
    Refusal(Diagnostic(at: .field("stock"), message))
  }
}

/// What was found from readings, on record: by whom, and whether it can be relied upon (dotmatrix.md 4.2).
package struct KeptFit<
  Place: Hashable & Sendable, Fit: Hashable & Sendable, Reading: Hashable & Sendable
>: Hashable, Sendable {
  package typealias Doubt = CalibrationDoubt

  /// What it holds for.
  package let place: Place
  /// How the printer, or its paper, deviates, as found from the readings.
  package let fit: Fit
  /// What was read of the sheets that were printed without it, in their order.
  package let readings: [Reading]
  /// Who read it, and when.
  package let made: Act
  /// Who last read a second print that showed it to be right, and when; `nil` for nobody.
  package private(set) var confirmed: Act?
  /// Why it has to be confirmed; `nil` while it is.
  package private(set) var doubt: Doubt?

  /// One as a store keeps it.
  package init(
    _ fit: Fit, from readings: [Reading], at place: Place, by act: Act, confirmed: Act?,
    doubt: Doubt?
  ) {
    self.place = place
    self.fit = fit
    self.readings = readings
    made = act
    self.confirmed = confirmed
    self.doubt = doubt
  }

  /// The same after a second print showed it to be right.
  package func confirmed(by act: Act) -> Self {
    var next = self
    next.confirmed = act
    next.doubt = nil
    return next
  }

  /// The same after something happened that may have changed it; one that was never confirmed stays so.
  package func doubted(for doubt: Doubt) -> Self {
    var next = self
    if next.doubt != .unchecked { next.doubt = doubt }
    return next
  }
}

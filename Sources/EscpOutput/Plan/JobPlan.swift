package import Measures

/// What one job puts on its forms, before it becomes bytes.
package struct JobPlan: Hashable, Sendable {
  /// The command set.
  package let dialect: Dialect
  /// The length of each form from perforation to perforation.
  package let formLength: Length
  /// Whether the head strikes each line twice, for the last carbon copy.
  package let isDoubleStrike: Bool
  /// Whether Chinese mode is left first; only for printers known to start without is it not.
  package let leavesChineseMode: Bool
  /// Forms printed since the top of form was set by hand; the fractions of their lengths count on.
  package let formsBefore: Int
  /// The forms in printing order.
  package let sheets: [SheetPlan]

  /// A job from its forms and what holds for all of them.
  package init(
    dialect: Dialect, formLength: Length, isDoubleStrike: Bool = false,
    leavesChineseMode: Bool = true, formsBefore: Int = 0, sheets: [SheetPlan]
  ) {
    self.dialect = dialect
    self.formLength = formLength
    self.isDoubleStrike = isDoubleStrike
    self.leavesChineseMode = leavesChineseMode
    self.formsBefore = formsBefore
    self.sheets = sheets
  }

  /// The length that the printer is told of a form of the stack, counted from 0, in units of 1/360 inch.
  package func toldUnits(ofForm index: Int) -> Int {
    let units = PageLength.units(ofForm: index, length: formLength)
    return dialect == .escp2 ? units : PageLength.lines(within: units).units
  }

  /// The units that the form before the first one was told too few, which this job feeds at its start: the job
  /// that printed that form could not.
  package var owedBefore: Int {
    guard formsBefore > 0 else { return 0 }
    let last = formsBefore - 1
    return PageLength.units(ofForm: last, length: formLength) - toldUnits(ofForm: last)
  }

  /// Passes of the head over all forms; only tests ask.
  package var passCount: Int { sheets.reduce(0) { $0 + $1.lines.count } }
}

package import Measures

/// How a form's length is told to the printer, so that lengths never add up to a drift.
///
/// A length is seldom a whole number of units; each form gets as many as bring the whole stack to its
/// true end, rounded down. Printers before ESC/P 2 know lengths as lines of so many units only: where
/// no product serves, the rest is fed on the next form.
package enum PageLength {
  /// Forms that can be printed.
  package static let range = Length.mm(50)...Length.mm(558)

  /// A length as lines of equal spacing, in units of 1/360 inch.
  package struct Lines: Hashable, Sendable {
    /// Units from line to line, `ESC +`.
    package let spacing: Int
    /// Lines of the form, `ESC C`.
    package let count: Int
    /// The length of the form in units.
    package var units: Int { spacing * count }
  }

  /// Units from the first form's top to the top of the form after so many.
  package static func top(ofForm index: Int, length: Length) -> Int {
    length.units * index / (Length.unitsPerInch / PlanUnit.perInch)
  }

  /// Units of one form of a stack, counted from 0.
  package static func units(ofForm index: Int, length: Length) -> Int {
    top(ofForm: index + 1, length: length) - top(ofForm: index, length: length)
  }

  /// The longest product of a spacing (1–255) and a line count (1–127) that is not over a length.
  package static func lines(within units: Int) -> Lines {
    let products = (1...127).map { count in
      Lines(spacing: min(255, units / count), count: count)
    }
    let best = products.max { $0.units < $1.units }
    guard let best, best.spacing > 0 else { preconditionFailure("a form has 127 units at least") }
    return best
  }
}

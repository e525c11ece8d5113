/// The passes over one form, from top to bottom.
package struct SheetPlan: Hashable, Sendable {
  /// The passes in the order of the paper.
  package let lines: [PlanLine]

  /// A sheet from its passes in any order, one for each place.
  package init(lines: [PlanLine]) {
    self.lines = lines.sorted { $0.y < $1.y }
    precondition(
      zip(self.lines, self.lines.dropFirst()).allSatisfy { $0.y < $1.y },
      "each place of the paper is passed once")
  }
}

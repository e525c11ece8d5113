import Measures

/// The bytes of a job that say exactly what was planned: each is read back before it is given out.
package struct PrintJob: Sendable {
  /// What is sent to the printer.
  package let bytes: [UInt8]
  /// What the bytes put on paper.
  package let reading: JobReading

  /// Encodes a plan and reads the bytes back.
  ///
  /// - Throws: ``PrintJobError`` when the bytes say something else, which is our fault.
  package init(_ plan: JobPlan) throws(PrintJobError) {
    try self.init(plan, bytes: Encoder.bytes(of: plan))
  }

  /// Takes bytes as those of a plan only if they are.
  package init(_ plan: JobPlan, bytes: [UInt8]) throws(PrintJobError) {
    let reading: JobReading
    do throws(ReadingFault) {
      reading = try JobReading(bytes, startsInChineseMode: plan.leavesChineseMode)
    } catch {
      throw PrintJobError(.unreadable, error.message)
    }
    guard reading.sheets.map(\.lines) == plan.sheets.map(\.lines),
      reading.isDoubleStrike == plan.isDoubleStrike
    else { throw PrintJobError(.otherMarks, Wording.notPlan) }
    guard Self.keepsLength(reading, plan) else {
      throw PrintJobError(.drift, Wording.drifts)
    }
    self.bytes = bytes
    self.reading = reading
  }

  /// Whether every form begins within a unit of its true place on the stack, and is as long as it
  /// can be told.
  private static func keepsLength(_ reading: JobReading, _ plan: JobPlan) -> Bool {
    let before = trueTop(plan.formsBefore, plan)
    return reading.sheets.enumerated().allSatisfy { index, sheet in
      let form = plan.formsBefore + index
      return abs(Double(sheet.top - plan.owedBefore) - (trueTop(form, plan) - before)) <= 1
        && sheet.end - sheet.top == plan.toldUnits(ofForm: form)
    }
  }

  private static func trueTop(_ form: Int, _ plan: JobPlan) -> Double {
    plan.formLength.dots(perInch: PlanUnit.perInch) * Double(form)
  }
}

package import Certificates
package import PrintDesk
package import Seals

/// The repositories of one unit of work: what is written through them stays together, or not at all.
///
/// They serve inside the closure they are given to and nowhere else.
package struct UnitOfWork {
  /// Running numbers.
  package let numbers: any NumberRepository
  /// Approvals with the approved contents.
  package let approvals: any ApprovalRepository
  /// The register of outputs.
  package let outputs: any OutputRepository
  /// Sheets and passes of outputs; ``desk`` keeps them together with what they belong to.
  package let runs: any RunRepository
  /// Numbered stock.
  package let stock: any StockRepository
  /// Requests, holds, print places and switches.
  package let cases: any CaseRepository
  /// The desk's printers.
  package let printers: any PrinterRepository
  /// What is known of how far their print is off.
  package let calibrations: any CalibrationRepository
  /// Enrolled people.
  package let operators: any OperatorRepository
  /// Seals and signatures, encrypted.
  package let seals: any SealRepository
  /// The changes of outputs, sheets, passes and stock, for the outside.
  package let events: any EventRepository

  /// A unit of work from its repositories; what changes through it is told to the stream of events.
  package init(
    numbers: any NumberRepository, approvals: any ApprovalRepository,
    outputs: any OutputRepository, runs: any RunRepository, stock: any StockRepository,
    cases: any CaseRepository, printers: any PrinterRepository,
    calibrations: any CalibrationRepository,
    operators: any OperatorRepository, seals: any SealRepository, events: any EventRepository
  ) {
    self.numbers = numbers
    self.approvals = approvals
    self.outputs = outputs.telling(events)
    self.runs = runs.telling(events)
    self.stock = stock.telling(events)
    self.cases = cases
    self.printers = printers
    self.calibrations = calibrations
    self.operators = operators
    self.seals = seals
    self.events = events
  }

  /// The desk's records, kept together.
  package var desk: DeskLedger { DeskLedger(outputs: outputs, runs: runs, stock: stock) }

  /// What is done with numbered stock.
  package var stockroom: StockLedger { StockLedger(stock) }

  /// What the register knows about the printing of a certificate; `nil` without an approval.
  package func printCase(number: String) throws -> PrintCase? {
    guard let approval = try approvals.approval(number: number) else { return nil }
    return PrintCase(
      approval: approval, place: try cases.printPlace(number: number) ?? approval.printPlace,
      allowsSelfPrinting: try cases.allowsSelfPrinting(enterprise: approval.enterprise),
      runs: try desk.runs(number: number), requests: try cases.requests(number: number),
      holds: try cases.holds(number: number))
  }
}

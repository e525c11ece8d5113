import Certificates
import Devices
import Diagnostics
import DisplayList
package import PrintDesk
package import Printers
import Seals
import Store

/// Prints released outputs, each pass at most once (design §5): planned, bound to stock, burned, sent,
/// and known by what the printer itself reported.
///
/// Nothing here decides that a sheet is good: that takes a look at it (``SheetDecisions``). One program at
/// a time works at a printer; who does so ends what an interrupted one left there.
package struct Printing {
  /// What is to be printed.
  package struct Request: Sendable {
    /// The output's id.
    package var output: String
    /// The printer, as the register names it.
    package var printer: String
    /// Its tray, by IPP `media-source` keyword; `nil` for the first one of the profile.
    package var tray: String?
    /// The number on the sheet that lies on top of numbered stock, as the operator reads it.
    package var top: String?
    /// Who prints.
    package var person: Identification

    /// A request from its parts.
    package init(
      output: String, printer: String, tray: String? = nil, top: String? = nil,
      person: Identification
    ) {
      self.output = output
      self.printer = printer
      self.tray = tray
      self.top = top
      self.person = person
    }
  }

  /// What happens while it is printed.
  package enum Event: Sendable {
    /// Each side of the sheets is moved by the calibration that the register has for it, and forms of a strip are
    /// as long as was measured.
    case calibrated(PlaceCalibrations)
    /// A pass was taken by the printer as a job.
    case sent(Pass, JobHandle)
    /// The printer says something new about the job.
    case progress(Pass, JobStatus)
    /// The register has a new state of the run.
    case changed(PrintRun)
  }

  private let office: OfficeContext
  private let keys: SiteKeys
  private let connect: (DeskPrinter) throws -> any JobTransport

  /// The use case in an office; `connect` finds the way to a printer.
  package init(
    _ office: OfficeContext, keys: SiteKeys,
    connect: @escaping (DeskPrinter) throws -> any JobTransport
  ) {
    self.office = office
    self.keys = keys
    self.connect = connect
  }

  /// Prints what is left of an output, up to the first doubt, a sheet to be turned, or the last pass.
  ///
  /// - Parameters:
  ///   - request: the output and where.
  ///   - tell: is told what happens, in order.
  /// - Returns: the run as the register has it.
  /// - Throws: ``Refusal`` for what a rule speaks against and ``PrinterError`` for a printer that cannot
  ///   take it, before anything is burned; ``StoreError`` when the register fails, whereupon a burned
  ///   pass is uncertain.
  package func print(
    _ request: Request, tell: @escaping @Sendable (Event) -> Void = { _ in }
  ) async throws -> PrintRun {
    let person = try await request.person.confirmed(as: .operator, by: office.store)
    return try await print(request, by: person, tell: tell)
  }

  /// The same for a person who is known to be who they say, such as one who logged in.
  package func print(
    _ request: Request, by person: Operator, tell: @escaping @Sendable (Event) -> Void = { _ in }
  ) async throws -> PrintRun {
    let printer = try await PrinterCare(office).printer(request.printer)
    let records = RunRecords(office: office, person: person.id)
    try await records.recover(at: printer.name)
    let place = try PrintingPlace(
      printer, profile: try office.workshop.device(printer.profile), tray: request.tray)
    var run = try await records.open(request.output, at: place)
    let calibrations = try await calibrations(for: run, at: place)
    let passes = try await passes(of: run.output, at: place, calibrations)
    run = try await records.prepared(
      request.output, plan: try SheetPlan(try await passes.sheets, at: place.profile),
      at: place, top: request.top)
    if run.next != nil, !calibrations.isEmpty { tell(.calibrated(calibrations)) }
    tell(.changed(run))
    let sending = PassSending(
      office: office, records: records, transport: try connect(printer), place: place, tell: tell)
    while let pass = run.next, run.mayContinue(with: pass) {
      let number = try await records.number(for: pass, at: place)
      let document = try await passes.document(of: pass, on: number)
      run = try await sending.send(pass, as: document, on: number)
      tell(.changed(run))
      guard try run.pass(pass.ordinal).isReported, run.sheetsInDoubt.isEmpty,
        run.sheetsUnseen.isEmpty
      else { break }
    }
    return run
  }

  /// The calibrations for the paper that the run has, or that lies in the tray.
  private func calibrations(
    for run: PrintRun, at place: PrintingPlace
  ) async throws -> PlaceCalibrations {
    try await office.store.read { unit in
      let paper = try run.sheets.first?.paper ?? unit.paper(at: place)
      return try PlaceCalibrations(unit, at: place, on: paper)
    }
  }

  private func passes(
    of output: Output, at place: PrintingPlace, _ calibrations: PlaceCalibrations
  ) async throws -> PassMaking {
    let approved = try await CaseFinder(office).approved(.number(output.number))
    let gate = ReleaseGate(
      approved, issuer: try office.workshop.issuer(),
      policies: try office.workshop.policies(of: approved.certificate.form))
    let kept = try await office.store.read { unit in
      try gate.check(output.seals, unit.seals)
      return try unit.outputs.file(of: output.id)
    }
    return try PassMaking(
      office: office, approved: approved, output: output, gate: gate, kept: kept, keys: keys,
      place: place, calibrations: calibrations)
  }
}

extension PrintRun {
  /// Whether a pass can follow now: a back page waits until its sheet was turned.
  fileprivate func mayContinue(with pass: Pass) -> Bool {
    pass.sides != .back || sheets[pass.sheet - 1].turned != nil
  }
}

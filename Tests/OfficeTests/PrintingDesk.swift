import Certificates
import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk
import Printers
import Store
import Support
import Testing
import VirtualPrinter

/// An office whose desk prints at a virtual printer in this process.
final class PrintingDesk {
  /// The registers of tests that are about people: that on disk, in the soak run both.
  static let registers = Soak.isOn ? OfficeWorkplace.Register.allCases : [.sqlite]
  /// The printer's name in the register.
  static let printer = "counter-1"
  static let clerk = Identification(id: "wang", pin: "4713")

  let place: OfficeWorkplace
  let faulty: FaultyPrinter
  let profile: String

  private init(_ place: OfficeWorkplace, _ faulty: FaultyPrinter, _ profile: String) {
    self.place = place
    self.faulty = faulty
    self.profile = profile
  }

  /// Runs a test at a desk, and ends its printer whatever happens.
  static func with<Result>(
    _ register: OfficeWorkplace.Register = .memory, faults: String..., trays: [String] = [],
    profile: String = "colour-duplex-laser", at printPlace: Approval.PrintPlace = .chamber,
    change: (inout MachineSettings) -> Void = { _ in },
    _ body: (PrintingDesk) async throws -> Result
  ) async throws -> Result {
    try await FaultyPrinter.with(trays: trays, change: change) { faulty in
      for fault in faults { try await faulty.server.machine.command("fault \(fault)") }
      let desk = PrintingDesk(try await OfficeWorkplace(register), faulty, profile)
      try await desk.keepPrinter(at: printPlace)
      return try await body(desk)
    }
  }

  /// Enters the printer in the register, or another address of it.
  func keepPrinter(
    _ name: String = printer, address: String? = nil, profile: String? = nil,
    at printPlace: Approval.PrintPlace = .chamber
  ) async throws {
    let known = await faulty.server.uri
    try await PrinterCare(place.office()).keep(
      DeskPrinter(
        name: name, address: address ?? known, profile: profile ?? self.profile,
        place: printPlace))
  }

  // MARK: What people do

  /// An original for paper, approved and released; another seed is another certificate.
  func released(
    _ form: String = "C", to destination: String? = nil, seed: Int = 0, items: Int = 1,
    at printPlace: Approval.PrintPlace = .chamber,
    _ change: (inout CertificateDraft) -> Void = { _ in }
  ) async throws -> Output {
    let draft = try place.draft(form, to: destination, seed: seed, items: items, change)
    let number = try await place.approve(draft, at: printPlace).number
    return try await Releasing(place.office(), keys: place.keys.basic).release(
      Releasing.Request(subject: .number(number), kind: .original, device: profile))
  }

  /// Finishes the release of what took another output's place.
  @discardableResult func finish(_ id: String) async throws -> Output {
    try await Releasing(place.office(), keys: place.keys.basic).finish(id)
  }

  /// Prints what is left of an output.
  @discardableResult func print(
    _ id: String, to printer: String = printer, tray: String? = nil, top: String? = nil,
    in office: OfficeContext? = nil, seconds: Double = 60, held: Double = 10,
    tell: @escaping @Sendable (Printing.Event) -> Void = { _ in }
  ) async throws -> PrintRun {
    try await Printing(office ?? place.office(), keys: place.keys.basic) { printer in
      let address = try PrinterAddress(parsing: printer.address)
      guard case .raw(let endpoint, _) = address else { return address.transport(seconds: seconds) }
      var patience = RawPrinter.Patience()
      patience.held = held
      return RawPrinter(endpoint, patience: patience)
    }
    .print(
      Printing.Request(output: id, printer: printer, tray: tray, top: top, person: Self.clerk),
      tell: tell)
  }

  /// Somebody who stands by the printer, and clears its trouble once the desk has seen it.
  var clearing: @Sendable (Printing.Event) -> Void {
    let machine = faulty.server.machine
    return { event in
      guard case .progress(_, let status) = event, !status.printerReasons.isEmpty else { return }
      // A trouble that is over already needs nobody.
      Task { try? await machine.command("clear") }
    }
  }

  /// What people say of sheets.
  var decisions: SheetDecisions { SheetDecisions(place.office()) }

  /// A look at a sheet that is good: the last digits of its number, or of the serial on it.
  @discardableResult func confirm(
    _ id: String, sheet: Int? = nil, typed: String? = nil
  ) async throws -> PrintRun {
    let run = try await run(id)
    let position = sheet ?? run.sheetsToDecide.first?.position ?? 1
    let seen = run.sheets.first { $0.position == position }
    let number = seen?.stock?.text ?? run.output.serial
    return try await decisions.good(
      sheet, of: id, .typed(typed ?? String(number.suffix(4))), by: Self.clerk)
  }

  /// A look at a sheet that is not.
  @discardableResult func spoil(
    _ id: String, sheet: Int? = nil, _ cause: SpoilCause = .jam
  ) async throws -> SheetDecisions.Outcome {
    try await decisions.failed(sheet, of: id, cause, by: Self.clerk)
  }

  // MARK: What is there

  /// The run of an output as the register has it.
  func run(_ id: String) async throws -> PrintRun {
    try #require(try await place.store.read { try $0.desk.run(id) })
  }

  /// What the public check says of an output's code.
  func answer(_ output: Output) async throws -> CredentialCheck.Answer {
    try await place.checking.answer(toCode: output.progress.code ?? "").answer
  }

  /// The paper that came out for an output, in order.
  func paper(_ id: String) throws -> [SheetRecord] {
    try faulty.sheets().filter { $0.name.hasPrefix("\(id)/") }
  }

  /// The account of all days.
  func report() async throws -> DailyReport {
    try await DeskOverview(place.office()).report(day: place.clock.today(), moments: 0..<Int.max)
  }

  /// Waits until the printer has power and nothing to do.
  func printerIsIdle() async throws {
    let printer = try await faulty.printer(seconds: 20)
    let machine = faulty.server.machine
    let isIdle = try await faulty.wait {
      do { _ = try await printer.status() } catch { return false }
      return await machine.report().jobs.allSatisfy { $0.state >= 7 }
    }
    #expect(isIdle)
  }
}

extension PrintingDesk {
  /// Expects that nothing that ended is unaccounted for, and that no pass left the desk twice.
  func expectAccounted(location: SourceLocation = #_sourceLocation) async throws {
    #expect(try await report().unaccountedItems == [], sourceLocation: location)
    let told = try await place.store.read { try EventFollower($0).differences(from: $0) }
    #expect(told == [], sourceLocation: location)
    let jobs = await faulty.server.machine.report().jobs.map(\.name)
    let passes = jobs.compactMap { $0.split(separator: " ").first }
    #expect(Set(passes).count == passes.count, "\(jobs)", sourceLocation: location)
    // The paper remembers what a printer without power forgot.
    let sent = Dictionary(grouping: try faulty.sheets()) { $0.name.split(separator: " ")[0] }
    #expect(
      sent.values.allSatisfy { Set($0.map(\.ordinal)).count == 1 }, sourceLocation: location)
  }

  /// Expects that an output's sheets are uncertain, and that printing it again sends nothing.
  func expectUncertain(
    _ id: String, tray: String? = nil, location: SourceLocation = #_sourceLocation
  ) async throws {
    let jobs = await faulty.server.machine.report().jobs.count
    do { try await print(id, tray: tray) } catch let error as Refusal {
      // What is left waits for the word on the sheet in doubt.
      #expect(keys(of: error) == ["desk.sheet-open"], sourceLocation: location)
    }
    let run = try await run(id)
    #expect(run.output.state == .uncertain, sourceLocation: location)
    #expect(run.passes.contains { $0.state == .uncertain }, sourceLocation: location)
    #expect(try await answer(run.output) == .notYetIssued, sourceLocation: location)
    #expect(
      await faulty.server.machine.report().jobs.count == jobs, "nothing is sent again",
      sourceLocation: location)
  }
}

/// The messages that a refusal gives, by key.
func keys(of error: (any Error)?) -> [String] {
  (error as? Refusal)?.diagnostics.map(\.message.key) ?? []
}

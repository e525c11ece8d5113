import Certificates
import Diagnostics
import Foundation
import Office
import PrintDesk
import Printers

/// Prints originals of the demonstration at a virtual printer: one comes out, one jams and is printed anew.
struct DemoDesk {
  let demo: DemoOffice
  /// The demo's folder.
  let folder: String
  /// Makes a certificate of a form, for a destination, with so many items.
  let sample: (String, String?, Int) throws -> CertificateDraft

  private static let printer = "counter-1"
  private static let profile = "colour-duplex-laser"
  /// The second job jams, and the printer goes on by itself once the paper is out.
  private static let faults = ["job=2 jam-in=1 clear=1"]

  /// Prints, answers for the sheets as a clerk would, and tells it with the day's account.
  func run() async throws -> [DemoRelease.Entry] {
    let machine = try await DemoMachine(
      folder: "\(folder)/desk", as: try demo.office.context.workshop.device(Self.profile),
      faults: Self.faults)
    do {
      let entries = try await run(at: machine)
      await machine.stop()
      return entries
    } catch {
      await machine.stop()
      throw error
    }
  }

  private func run(at machine: DemoMachine) async throws -> [DemoRelease.Entry] {
    let context = demo.office.context
    let printer = DeskPrinter(
      name: Self.printer, address: machine.uri, profile: Self.profile, place: .chamber)
    let differences = try await PrinterCare(context).differences(of: printer)
    guard differences.isEmpty else { throw Refusal(differences) }
    try await PrinterCare(context).keep(printer)
    let first = try await released("E", items: 2)
    var lines = try await printed(first.id)
    let second = try await released("B", items: 2)
    lines += try await printed(second.id)
    let outcome = try await SheetDecisions(context).failed(
      nil, of: second.id, .jam, by: DemoOffice.clerk)
    lines.append(("the jammed sheet", line(outcome.void)))
    guard let successor = outcome.successor else {
      preconditionFailure("a void original has its replacement")
    }
    _ = try await Releasing(context, keys: demo.keys).finish(successor.id)
    lines += try await printed(successor.id)
    lines.append(("serial \(second.serial)", try await answer(second)))
    lines.append(("serial \(successor.serial)", try await answer(successor)))
    return [
      DemoRelease.Entry(title: "at the print desk", lines: lines),
      DemoRelease.Entry(title: "the day's account", lines: try await account(machine)),
    ]
  }

  private func released(_ form: String, items: Int) async throws -> Output {
    let approval = try await demo.approve(try sample(form, nil, items), at: .chamber)
    return try await demo.release(approval.number, as: .original, for: Self.profile)
  }

  /// Prints an output; a clean sheet is looked at and found good.
  private func printed(_ id: String) async throws -> [(String, String)] {
    let context = demo.office.context
    let printing = Printing(context, keys: demo.keys) { printer in
      try PrinterAddress(parsing: printer.address).transport()
    }
    let run = try await printing.print(
      Printing.Request(output: id, printer: Self.printer, person: DemoOffice.clerk))
    let printed = ("printed \(run.output.number)", line(run))
    print("printed \(run.output.number), serial \(run.output.serial): \(run.output.state.rawValue)")
    guard run.output.state != .uncertain else { return [printed] }
    let look = Look.scanned(number: run.output.number, serial: run.output.serial)
    var seen = run
    for sheet in run.sheetsToDecide {
      seen = try await SheetDecisions(context).good(
        sheet.position, of: id, look, by: DemoOffice.clerk)
    }
    return [printed, ("the sheet was looked at", line(seen))]
  }

  private func line(_ run: PrintRun) -> String {
    let sheets = run.sheets.map { sheet in
      let passes = run.passes(over: sheet.position).map(\.state.rawValue)
      return "sheet \(sheet.position) \(sheet.state.rawValue), "
        + "pass \(passes.joined(separator: ", "))"
    }
    return "\(run.output.id), serial \(run.output.serial): \(run.output.state.rawValue); "
      + sheets.joined(separator: "; ")
  }

  private func answer(_ output: Output) async throws -> String {
    try await demo.check(output).text(in: Outside.language)
  }

  /// The register's account beside the printer's own log of paper.
  private func account(_ machine: DemoMachine) async throws -> [(String, String)] {
    let day = Outside.today
    let report = try await DeskOverview(demo.office.context).report(
      day: day, moments: Outside.moments(of: day))
    return [("the register", DayText(report).text)]
      + machine.sheets.map { ("a sheet in the printer's log", $0) }
  }
}

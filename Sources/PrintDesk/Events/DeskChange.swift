/// A step of one thing that the desk accounts for, as the outside is told of it.
package struct DeskChange: Hashable, Sendable {
  /// What made the step.
  package enum Subject: String, CaseIterable, Sendable {
    case output, sheet, pass, stock
  }

  /// What made the step.
  package let subject: Subject
  /// Its name, such as `O-00000012/1`; for numbered stock series and number.
  package let id: String
  /// Where it stands now, in the words of its register.
  package let state: String
  /// Where it stood before; `nil` for what is new.
  package let previous: String?
  /// What belongs to it, by name: numbers, printer, job, SHA-256 of what was sent or issued, causes.
  package let details: [String: String]

  /// A change as a store keeps it.
  package init(
    subject: Subject, id: String, state: String, previous: String?, details: [String: String]
  ) {
    self.subject = subject
    self.id = id
    self.state = state
    self.previous = previous
    self.details = details
  }

  /// A step from a state to another; `nil` where it stays.
  private init?<State: RawRepresentable<String>>(
    _ subject: Subject, _ id: String, from previous: State?, to state: State,
    _ details: [String: String?]
  ) {
    guard previous?.rawValue != state.rawValue else { return nil }
    self.init(
      subject: subject, id: id, state: state.rawValue, previous: previous?.rawValue,
      details: details.compactMapValues(\.self))
  }
}

extension DeskChange {
  /// The step of an output; `nil` where its state is the same.
  init?(from before: Output?, to output: Output) {
    self.init(
      .output, output.id, from: before?.state, to: output.state,
      [
        "number": output.number, "serial": output.serial, "kind": output.kind.rawValue,
        "copyOrdinal": output.ordinal.map(String.init), "file": output.progress.manifest?.file,
        "reason": output.voidReason?.word.rawValue, "cause": output.voidReason?.cause?.rawValue,
        "successor": output.voidReason?.successor, "amendment": output.voidReason?.amendment,
      ])
  }

  /// The step of a sheet; `nil` where its state is the same.
  init?(from before: Sheet?, to sheet: Sheet) {
    self.init(
      .sheet, sheet.id, from: before?.state, to: sheet.state,
      [
        "output": sheet.output, "series": sheet.stock?.series, "stock": sheet.stock?.text,
        "cause": sheet.cause?.rawValue, "by": sheet.decided?.by, "witness": sheet.witness,
      ])
  }

  /// The step of a pass; `nil` where its state is the same.
  init?(from before: Pass?, to pass: Pass) {
    self.init(
      .pass, pass.id, from: before?.state, to: pass.state,
      [
        "output": pass.output, "sides": pass.sides.rawValue, "printer": pass.burn?.printer,
        "tray": pass.burn?.tray, "job": pass.burn?.job, "document": pass.burn?.document,
        "by": pass.burn?.act.by, "printerJob": pass.printerJob.map(String.init),
        "failure": pass.failure,
      ])
  }

  /// The step of a sheet of numbered stock; `nil` where its state is the same.
  init?(from before: StockSheet?, to sheet: StockSheet) {
    self.init(
      .stock, sheet.number.description, from: before?.state, to: sheet.state,
      [
        "series": sheet.number.series, "stock": sheet.number.text, "sheet": sheet.sheet,
        "printer": sheet.tray?.printer, "tray": sheet.tray?.name, "cause": sheet.cause?.rawValue,
        "by": sheet.last.by, "witness": sheet.witness,
      ])
  }
}

import Diagnostics
import DisplayList
import Foundation
import Measures
import Notation
import Seals

/// What was found on a scan, for people and for scripts.
struct SealReport {
  private let prepared: SealPreparation

  init(_ prepared: SealPreparation) { self.prepared = prepared }

  /// Writes the report to standard output.
  func write(asJSON: Bool) { print(asJSON ? JSONWriter.text(json) : text) }

  private var text: String {
    var lines: [String] = []
    if let found = prepared.found {
      lines.append(
        "\(found.shape.rawValue) \(found.size.width) × \(found.size.height)  "
          + "ink \(found.ink.hex)  turned \(Self.number(prepared.skew))°  "
          + "mask \(found.mask.width) × \(found.mask.height) dots at 600 dpi")
      lines.append(Wording.printedSize(found.size).text(in: Outside.language))
    }
    for result in prepared.gates {
      let measured = result.measured.map { "  \(Self.number($0))" } ?? ""
      lines.append("\(result.isPassed ? "passed" : "FAILED")  \(result.gate.rawValue)\(measured)")
    }
    return lines.joined(separator: "\n")
  }

  private var json: JSONValue {
    .object([
      "kind": .text(prepared.kind.rawValue),
      "resolution": .number(Self.number(prepared.resolution)),
      "mark": prepared.found.map(json),
      "gates": .list(prepared.gates.map(Self.json)),
    ])
  }

  private func json(_ found: SealImage) -> JSONValue {
    .object([
      "shape": .text(found.shape.rawValue),
      "size": Self.json(found.size),
      "frame": Self.json(found.frame),
      "dots": ["width": .integer(found.mask.width), "height": .integer(found.mask.height)],
      "ink": .text(found.ink.hex),
      "skew": .number(Self.number(prepared.skew)),
      "centre": [
        "x": .number(Self.number(prepared.centre.x)), "y": .number(Self.number(prepared.centre.y)),
      ],
      "slider": .integer(found.slider.value),
    ])
  }

  private static func json(_ size: Size) -> JSONValue {
    ["width": .number(number(size.width.mm)), "height": .number(number(size.height.mm))]
  }

  private static func json(_ result: GateResult) -> JSONValue {
    .object([
      "gate": .text(result.gate.rawValue), "passed": .bool(result.isPassed),
      "measured": result.measured.map { .number(number($0)) },
    ])
  }

  /// At most three decimals.
  private static func number(_ value: Double) -> String {
    let rounded = (value * 1000).rounded() / 1000
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }
}

extension Refusal {
  /// The same faults as those of a file.
  func inFile(_ path: String) -> Refusal {
    Refusal(
      diagnostics.map { fault in
        var place = fault.place
        place.file = InputFile.shownName(path)
        return Diagnostic(fault.severity, at: place, fault.message, hint: fault.hint)
      })
  }
}

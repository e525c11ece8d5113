package import Diagnostics
package import Notation

/// How one profile's serials (打印号) of a time look, as `serial-shapes.yaml` lists them.
///
/// A serial names one original output; a profile without an entry has no confirmed shape.
package struct SerialShape: Hashable, Sendable, NodeReadable, ProfileShape {
  /// The number profile, `ccpit` or `customs`.
  package let profile: String
  /// The first day it holds.
  package let from: CalendarDate?
  /// The last day it holds.
  package let until: CalendarDate?
  /// The parts in order, such as `CCPIT{serial:12}`; `{year}` may stand among them.
  package let pattern: String
  /// The pattern taken apart, in order.
  package let parts: [NumberShape.Part]
  /// Where the facts stand.
  package let source: String
  /// How many serials there are, counted from 1: of each year where the year is a part.
  package let capacity: Int

  /// Whether each year has serials of its own.
  package var showsYear: Bool { parts.contains(.year) }

  /// Reads one entry of `serial-shapes.yaml`, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let profile: String? = reader.required("profile")
    let pattern: String? = reader.required("pattern")
    let source: String? = reader.required("source")
    from = reader.optional("from")
    until = reader.optional("until")
    reader.finish()
    guard let profile, let pattern, let source else { return nil }
    guard let parts = NumberShape.parts(pattern), let width = Self.width(of: parts) else {
      findings.error(at: reader.place(of: "pattern"), Wording.serialPattern(pattern))
      return nil
    }
    self.profile = profile
    self.pattern = pattern
    self.parts = parts
    self.source = source
    capacity = Counting.last(digits: width)
  }

  /// The digits of the running number, if it is the one part beside words and year.
  private static func width(of parts: [NumberShape.Part]) -> Int? {
    var widths: [Int] = []
    for part in parts {
      switch part {
      case .serial(let width): widths.append(width)
      case .literal, .year: continue
      case .letters, .holder, .prefixedSerial: return nil
      }
    }
    return widths.count == 1 ? widths[0] : nil
  }

  /// The n-th serial, from 1.
  ///
  /// - Parameters:
  ///   - ordinal: the running number.
  ///   - year: the year in full, for shapes that show it.
  /// - Returns: the serial as it is printed.
  /// - Throws: ``Refusal`` when all serials are used.
  package func serial(_ ordinal: Int, year: Int) throws(Refusal) -> String {
    guard ordinal >= 1 else {
      throw Refusal(Diagnostic(at: .field("serial"), Wording.countsFromOne))
    }
    guard ordinal <= capacity else {
      throw Refusal(Diagnostic(at: .field("serial"), Wording.serialsUsed(profile, capacity)))
    }
    return parts.map { part in
      switch part {
      case .literal(let character): String(character)
      case .year: Counting.padded(year % 100, digits: 2)
      case .serial(let width): Counting.padded(ordinal, digits: width)
      case .letters, .holder, .prefixedSerial: ""
      }
    }.joined()
  }

  /// The running number of a serial; `nil` when it has not the shape.
  package func ordinal(of text: String) -> Int? {
    CertificateNumber.match(text[...], parts, letters: "").flatMap {
      Counting.ordinal($0.serial[...])
    }
  }

  /// What is wrong with a serial that somebody typed; `nil` when nothing is.
  package func fault(of text: String) -> Diagnostic? {
    guard ordinal(of: text) == nil else { return nil }
    return Diagnostic(at: .field("serial"), Wording.serial(text, pattern: pattern))
  }
}

/// A shape that holds for one profile for a time.
protocol ProfileShape {
  var profile: String { get }
  var from: CalendarDate? { get }
  var until: CalendarDate? { get }
}

extension Collection where Element: ProfileShape {
  /// The shape of a profile on a day.
  func shape(of profile: String, on day: CalendarDate) -> Element? {
    first { shape in
      shape.profile == profile && (shape.from.map { $0 <= day } ?? true)
        && (shape.until.map { day <= $0 } ?? true)
    }
  }
}

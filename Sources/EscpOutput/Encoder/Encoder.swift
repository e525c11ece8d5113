/// Turns a job's passes into the bytes of its command set: always down, always to the right, one form
/// feed a form, no margins.
struct Encoder {
  private let plan: JobPlan
  private var bytes: [UInt8] = []
  private var pitch: Pitch?
  private var isOneWay = false
  /// Where the paper stands on its form.
  private var y = 0
  /// Where the head stands for certain; `nil` behind resident text and between lines.
  private var x: Int?
  /// Units that the form before was told too few.
  private var owed = 0
  private var knownLength: [UInt8] = []

  private init(_ plan: JobPlan) {
    self.plan = plan
    owed = plan.owedBefore
  }

  /// The bytes of a job.
  static func bytes(of plan: JobPlan) -> [UInt8] {
    var encoder = Encoder(plan)
    encoder.begin()
    for (index, sheet) in plan.sheets.enumerated() {
      encoder.append(sheet, form: plan.formsBefore + index)
    }
    return encoder.bytes
  }

  // MARK: Job and form

  /// Reset, leave Chinese mode, units, letter quality, Roman, USA, no skip over the perforation.
  private mutating func begin() {
    bytes += [0x1b, 0x40]
    if plan.leavesChineseMode { bytes += [0x1c, 0x2e] }
    if plan.dialect == .escp2 { bytes += [0x1b, 0x28, 0x55, 1, 0, 10] }
    bytes += [0x1b, 0x4f, 0x1b, 0x78, 1, 0x1b, 0x6b, 0, 0x1b, 0x52, 0]
    if plan.hasAccents { bytes += CodePage.selection }
    if plan.isDoubleStrike { bytes += [0x1b, 0x47] }
  }

  private mutating func append(_ sheet: SheetPlan, form index: Int) {
    startForm(units: PageLength.units(ofForm: index, length: plan.formLength))
    for line in sheet.lines { append(line) }
    bytes += [0x0d, 0x0c]
    (y, x) = (0, nil)
  }

  private mutating func startForm(units: Int) {
    if owed > 0 {
      bytes += [0x1b, 0x2b, UInt8(owed), 0x0a]
      owed = 0
      knownLength = []
    }
    let command: [UInt8]
    switch plan.dialect {
    case .escp2: command = [0x1b, 0x28, 0x43, 2, 0] + Self.word(units)
    case .classic:
      let lines = PageLength.lines(within: units)
      owed = units - lines.units
      command = [0x1b, 0x2b, UInt8(lines.spacing), 0x1b, 0x43, UInt8(lines.count)]
    }
    if command != knownLength { bytes += command }
    knownLength = command
  }

  // MARK: Passes

  private mutating func append(_ line: PlanLine) {
    move(down: line.y)
    if line.isOneWay != isOneWay {
      bytes += [0x1b, 0x55, line.isOneWay ? 1 : 0]
      isOneWay = line.isOneWay
    }
    for mark in line.marks {
      if x != mark.x { move(across: mark.x) }
      switch mark.strike {
      case .text(let text, let units):
        append(text, units)
        // What follows is placed anew, should a font not keep to its pitch.
        x = nil
      case .image(let columns):
        bytes += [0x1b, 0x2a, 39] + Self.word(columns.count) + columns.bytes
        x = mark.end
      }
    }
    x = nil
  }

  private mutating func append(_ text: String, _ units: Int) {
    guard let wanted = Pitch(units: units) else {
      preconditionFailure("no command sets a pitch of \(units)/360 inch")
    }
    bytes += wanted.bytes(after: pitch)
    pitch = wanted
    for character in text {
      guard let byte = CodePage.byte(of: character) else {
        preconditionFailure("a character without a byte is drawn")
      }
      bytes.append(byte)
    }
  }

  private mutating func move(down target: Int) {
    switch plan.dialect {
    case .escp2:
      if target != y { bytes += [0x1b, 0x28, 0x56, 2, 0] + Self.word(target) }
    case .classic:
      var steps = (target - y) / plan.dialect.step
      while steps > 0 {
        bytes += [0x1b, 0x4a, UInt8(min(255, steps))]
        steps -= min(255, steps)
      }
    }
    y = target
  }

  /// ESC/P 2 knows every unit; before it there are sixtieths, and 1/180 inch on from there.
  private mutating func move(across target: Int) {
    switch plan.dialect {
    case .escp2: bytes += [0x1b, 0x24] + Self.word(target)
    case .classic:
      bytes += [0x1b, 0x24] + Self.word(target / 6)
      if target % 6 > 0 { bytes += [0x1b, 0x5c] + Self.word(target % 6 / 2) }
    }
  }

  private static func word(_ value: Int) -> [UInt8] { [UInt8(value & 0xff), UInt8(value >> 8)] }
}

extension JobPlan {
  /// Whether a resident character beyond ASCII is printed, so that its code page is needed.
  fileprivate var hasAccents: Bool {
    sheets.contains { sheet in
      sheet.lines.contains { line in
        line.marks.contains { mark in
          if case .text(let text, _) = mark.strike {
            !text.allSatisfy(CodePage.isASCII)
          } else {
            false
          }
        }
      }
    }
  }
}

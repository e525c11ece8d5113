/// Does what a printer does with the bytes of a job, strictly: what is not one of our commands is a
/// fault, and so is every way up or to the left (dotmatrix.md §1.1, §6.5).
///
/// It shares no table with the encoder; the commands are those of the ESC/P Reference Manual.
struct Interpreter {
  private var cursor: ByteCursor
  private var font = HeldFont()
  private var paper = HeldPaper()
  private var mayBeChinese: Bool
  /// Whether `ESC ( U` has set units of 1/360 inch.
  private var hasFineUnit = false
  private var hasLetterQuality = false
  private var isOneWay = false
  private var table: [Int] = []
  private var line = HeldLine()
  private var lines: [PlanLine] = []

  private(set) var sheets: [SheetReading] = []
  private(set) var isDoubleStrike = false

  init(_ bytes: [UInt8], startsInChineseMode: Bool) {
    cursor = ByteCursor(bytes)
    mayBeChinese = startsInChineseMode
  }

  /// Reads to the end, which has to be that of a form.
  mutating func run() throws(ReadingFault) {
    while let byte = cursor.begin() {
      switch byte {
      case 0x20...0x7e, 0x80...0xff: try strike(byte)
      case 0x1b: try escape()
      case 0x1c: try leaveChineseMode()
      case 0x0a: try lineFeed()
      case 0x0c: try formFeed()
      case 0x0d: paper.x = 0
      case 0x0f: font.isCondensed = true
      case 0x12: font.isCondensed = false
      default: throw unknown
      }
    }
    guard line.isEmpty, lines.isEmpty, paper.y == 0 else {
      throw ReadingFault(.cutShort, Wording.cutShort(at: cursor.start))
    }
  }

  private var unknown: ReadingFault {
    ReadingFault(.unknownCommand, Wording.unknownCommand(cursor.command, at: cursor.start))
  }

  private var badValue: ReadingFault {
    ReadingFault(.badValue, Wording.badValue(at: cursor.start))
  }

  private func expect(_ holds: Bool) throws(ReadingFault) {
    if !holds { throw badValue }
  }

  // MARK: Commands

  private mutating func escape() throws(ReadingFault) {
    switch try cursor.byte() {
    case 0x24: place(at: try cursor.word() * (hasFineUnit ? 1 : 6))
    case 0x28: try extended()
    case 0x2a: try image()
    case 0x2b: paper.spacing = try cursor.byte()
    case 0x40: try reset()
    case 0x43: try setLength(lines: cursor.byte())
    case 0x47: isDoubleStrike = true
    case 0x4a: try feed(cursor.byte() * 2)
    case 0x4d: font.perInch = 12
    case 0x4f: break  // No skip over the perforation: the state after a reset, said once more.
    case 0x50: font.perInch = 10
    case 0x52: try expect(cursor.byte() == 0)
    case 0x55: isOneWay = try flag()
    case 0x5c: try step()
    case 0x67: font.perInch = 15
    case 0x6b: try expect(cursor.byte() == 0)
    case 0x74: try chooseTable()
    case 0x78: hasLetterQuality = try flag()
    default: throw unknown
    }
  }

  private mutating func flag() throws(ReadingFault) -> Bool {
    let value = try cursor.byte()
    try expect(value <= 1)
    return value == 1
  }

  /// Commands with a count of their parameters: `ESC ( C`, `U`, `V` and `t`.
  private mutating func extended() throws(ReadingFault) {
    let name = try cursor.byte()
    let count = try cursor.word()
    switch (name, count) {
    case (0x43, 2): try setLength(units: cursor.word())
    case (0x55, 1):
      try expect(cursor.byte() == 10)
      hasFineUnit = true
    case (0x56, 2): try feed(cursor.word() - paper.y)
    case (0x74, 3): table = [try cursor.byte(), try cursor.byte(), try cursor.byte()]
    default: throw unknown
    }
  }

  private mutating func reset() throws(ReadingFault) {
    try expect(cursor.start == 0)
    font = HeldFont()
    paper.setTop()
  }

  private mutating func leaveChineseMode() throws(ReadingFault) {
    guard try cursor.byte() == 0x2e else { throw unknown }
    mayBeChinese = false
  }

  private mutating func chooseTable() throws(ReadingFault) {
    let number = try cursor.byte()
    font.hasPC850 = table == [number, 3, 0]
    try expect(font.hasPC850)
  }

  // MARK: Paper

  private mutating func setLength(lines count: Int) throws(ReadingFault) {
    try expect((1...127).contains(count) && paper.spacing > 0)
    try setLength(units: paper.spacing * count)
  }

  /// Makes where the paper stands the top of a form of so many units.
  private mutating func setLength(units: Int) throws(ReadingFault) {
    try expect(units > 0 && line.isEmpty && lines.isEmpty)
    paper.setTop()
    paper.length = units
  }

  private mutating func feed(_ units: Int) throws(ReadingFault) {
    guard units >= 0 else {
      throw ReadingFault(.backwards, Wording.backwards(at: cursor.start))
    }
    endLine()
    try moved(paper.feed(units))
  }

  private mutating func lineFeed() throws(ReadingFault) {
    try feed(paper.spacing)
    paper.x = 0
  }

  private mutating func formFeed() throws(ReadingFault) {
    endLine()
    let top = paper.top
    try moved(paper.feedForm())
    sheets.append(SheetReading(lines: lines, top: top, end: paper.fed))
    lines = []
  }

  private func moved(_ isOnForm: Bool) throws(ReadingFault) {
    if !isOnForm { throw ReadingFault(.beyondForm, Wording.beyondForm(at: cursor.start)) }
  }

  private mutating func endLine() {
    if !line.isEmpty { lines.append(PlanLine(y: paper.y, marks: line.marks, isOneWay: isOneWay)) }
    line = HeldLine()
  }

  // MARK: Head

  private mutating func place(at x: Int) {
    paper.x = x
    line.isPlaced = true
  }

  /// Goes on to where a mark ends that was struck where the head stands.
  private mutating func move(to end: Int?) throws(ReadingFault) {
    guard let end else {
      throw ReadingFault(.backwards, Wording.backwards(at: cursor.start))
    }
    paper.x = end
  }

  /// `ESC \` forwards: 1/180 inch in letter quality, or the unit.
  private mutating func step() throws(ReadingFault) {
    let steps = try cursor.word()
    try expect(steps < 0x8000 && (hasFineUnit || hasLetterQuality))
    place(at: paper.x + steps * (hasFineUnit ? 1 : 2))
  }

  private mutating func strike(_ byte: UInt8) throws(ReadingFault) {
    if byte >= 0x80, mayBeChinese {
      throw ReadingFault(.chineseMode, Wording.chineseMode(at: cursor.start))
    }
    guard let character = font.character(byte) else { throw badValue }
    try move(to: line.strike(character, pitch: font.advance, at: paper.x))
  }

  /// `ESC * 39`: columns of 24 dots, 180 to the inch.
  private mutating func image() throws(ReadingFault) {
    try expect(cursor.byte() == 39)
    let count = try cursor.word()
    try expect(count > 0)
    let columns = DotColumns(bytes: try cursor.take(count * 3))
    try move(to: line.strike(.image(columns), at: paper.x))
  }
}

import EscpOutput
import Measures
import Testing

/// The reader refuses what no job of ours says, with the place.
struct ReadingTests {
  private static let start: [UInt8] = [0x1b, 0x40, 0x1c, 0x2e, 0x1b, 0x78, 1]
  private static let form: [UInt8] = [0x1b, 0x2b, 36, 0x1b, 0x43, 100]

  private static func code(_ bytes: [UInt8]) -> ReadingFault.Code? {
    do {
      _ = try JobReading(bytes)
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `a job by hand`() throws {
    let bytes =
      Self.start + Self.form + [
        0x1b, 0x4a, 90, 0x1b, 0x24, 60, 0, 0x1b, 0x5c, 2, 0, 0x0f, 0x41, 0x42,
      ]
      + [0x1b, 0x2a, 39, 1, 0, 0x80, 0, 1, 0x0d, 0x0c]
    let reading = try JobReading(bytes)
    let text = PlanMark(x: 364, strike: .text("AB", pitch: 21))
    let image = PlanMark(x: 406, strike: .image(DotColumns(bytes: [0x80, 0, 1])))
    #expect(reading.sheets.map(\.lines) == [[PlanLine(y: 180, marks: [text, image])]])
    #expect(reading.sheets.map(\.end) == [3600])
    #expect(!reading.isDoubleStrike)
  }

  @Test func `faults by their kind`() {
    let head = Self.start + Self.form
    #expect(Self.code(head + [0x0c]) == nil)
    #expect(Self.code(head + [0x1b, 0x6c, 3, 0x0c]) == .unknownCommand)
    #expect(Self.code(head + [0x1b, 0x51, 80, 0x0c]) == .unknownCommand)
    #expect(Self.code(head + [0x09, 0x0c]) == .unknownCommand)
    #expect(Self.code(head + [0x1b, 0x2a, 39, 2, 0, 1]) == .cutShort)
    #expect(Self.code(head + [0x41]) == .cutShort)
    #expect(Self.code(head + [0x1b, 0x2a, 40, 1, 0, 1, 2, 3, 0x0c]) == .badValue)
    #expect(Self.code(head + [0x90, 0x0c]) == .badValue)
    #expect(Self.code(head + [0x41, 0x1b, 0x24, 0, 0, 0x42, 0x0c]) == .backwards)
    #expect(Self.code(head + [0x1b, 0x4a, 90, 0x1b, 0x28, 0x56, 2, 0, 10, 0, 0x0c]) == .backwards)
    let far = Array(repeating: [UInt8]([0x1b, 0x4a, 255]), count: 8).flatMap(\.self)
    #expect(Self.code(head + far + [0x0c]) == .beyondForm)
    #expect(Self.code(Self.start + [0x0c]) == .beyondForm)
    #expect(Self.code([0x1b, 0x40] + Self.form + [0x90, 0x0c]) == .chineseMode)
    #expect(Self.code(head + [0x1b, 0x40, 0x0c]) == .badValue)
  }

  @Test func `a fault says where`() throws {
    let fault = #expect(throws: ReadingFault.self) { try JobReading(Self.start + [0x1b, 0x6c, 3]) }
    #expect(fault?.description == "unknown command 1b 6c at byte 7")
  }
}

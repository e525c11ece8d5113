import Credentials
import Support
import Testing

/// The CBOR of records against RFC 8949.
struct CBORTests {
  /// Appendix A, those of the kinds that records use.
  private static let examples: [(CBOR, String)] = [
    (.unsigned(0), "00"), (.unsigned(1), "01"), (.unsigned(10), "0a"), (.unsigned(23), "17"),
    (.unsigned(24), "1818"), (.unsigned(25), "1819"), (.unsigned(100), "1864"),
    (.unsigned(1000), "1903e8"), (.unsigned(1_000_000), "1a000f4240"),
    (.unsigned(1_000_000_000_000), "1b000000e8d4a51000"),
    (.unsigned(.max), "1bffffffffffffffff"), (.negative(.max), "3bffffffffffffffff"),
    (.integer(-1), "20"), (.integer(-10), "29"), (.integer(-100), "3863"),
    (.integer(-1000), "3903e7"), (.bool(false), "f4"), (.bool(true), "f5"), (.null, "f6"),
    (.bytes([]), "40"), (.bytes([1, 2, 3, 4]), "4401020304"), (.text(""), "60"),
    (.text("a"), "6161"), (.text("IETF"), "6449455446"), (.text("\"\\"), "62225c"),
    (.text("\u{FC}"), "62c3bc"), (.text("\u{6C34}"), "63e6b0b4"),
    (.text("\u{10151}"), "64f0908591"), (.array([]), "80"),
    (.array([.unsigned(1), .unsigned(2), .unsigned(3)]), "83010203"),
    (
      .array([
        .unsigned(1), .array([.unsigned(2), .unsigned(3)]), .array([.unsigned(4), .unsigned(5)]),
      ]),
      "8301820203820405"
    ),
    (
      .array((1...25).map { .unsigned($0) }),
      "98190102030405060708090a0b0c0d0e0f101112131415161718181819"
    ),
    (.map([]), "a0"),
    (
      .map([CBOR.Pair(.unsigned(1), .unsigned(2)), CBOR.Pair(.unsigned(3), .unsigned(4))]),
      "a201020304"
    ),
    (
      .map([
        CBOR.Pair(.text("a"), .unsigned(1)),
        CBOR.Pair(.text("b"), .array([.unsigned(2), .unsigned(3)])),
      ]), "a26161016162820203"
    ),
    (.array([.text("a"), .map([CBOR.Pair(.text("b"), .text("c"))])]), "826161a161626163"),
  ]

  @Test func `the examples of RFC 8949 appendix A are written and read`() throws {
    for (value, hex) in Self.examples {
      #expect(Hex.encode(value.encoded) == hex)
      #expect(try CBORDecoder.decode(try #require(Hex.decode(hex))) == value)
    }
  }

  @Test func `keys are written in the order of their bytes (RFC 8949 4.2.1)`() {
    let keys: [CBOR] = [
      .bool(false), .text("aa"), .array([.integer(-1)]), .text("z"), .integer(-1), .unsigned(100),
      .unsigned(10),
    ]
    let map = CBOR.map(keys.map { CBOR.Pair($0, .null) })
    #expect(
      Hex.encode(map.encoded) == "a7" + "0af6" + "1864f6" + "20f6" + "617af6" + "626161f6"
        + "8120f6" + "f4f6")
  }

  @Test(arguments: [
    ("", CBORDecoder.Fault.endsEarly), ("18", .endsEarly), ("4401", .endsEarly),
    ("830102", .endsEarly), ("0000", .bytesAfterEnd), ("1817", .notShortest),
    ("190017", .notShortest), ("1900ff", .notShortest), ("1a0000ffff", .notShortest),
    ("1b00000000ffffffff", .notShortest), ("3800", .notShortest), ("5801ff", .notShortest),
    ("9fff", .notShortest), ("5f4101ff", .notShortest), ("bfff", .notShortest),
    ("1c", .notShortest), ("c000", .unsupported), ("f90000", .unsupported),
    ("fb3ff199999999999a", .unsupported), ("f7", .unsupported), ("f0", .unsupported),
    ("f818", .unsupported), ("61ff", .notUTF8), ("62c328", .notUTF8), ("63eda080", .notUTF8),
    ("a203000100", .keyOrder), ("a201000100", .keyOrder), ("818181818181818181818100", .tooDeep),
    ("9b7fffffffffffffff", .endsEarly), ("bb7fffffffffffffff", .endsEarly),
  ])
  func `what is not deterministic CBOR is refused`(_ hex: String, _ fault: CBORDecoder.Fault) throws
  {
    let bytes = try #require(Hex.decode(hex))
    #expect(throws: fault) { try CBORDecoder.decode(bytes) }
  }

  @Test func `bytes that are read are those that are written (seeded)`() {
    var dice = Dice(seed: 20_261)
    var read = 0
    for _ in 0..<200_000 {
      let bytes = (0..<dice.number(1...8)).map { _ in
        dice.once(in: 3)
          ? UInt8(dice.pick([0x81, 0xA1, 0x41, 0x61, 0x18, 0xF6, 0x20]))
          : UInt8(dice.number(0...255))
      }
      guard let value = try? CBORDecoder.decode(bytes) else { continue }
      read += 1
      #expect(value.encoded == bytes)
    }
    #expect(read > 1000, "too few readable inputs")
  }
}

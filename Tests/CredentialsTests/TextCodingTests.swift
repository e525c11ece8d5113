import Credentials
import Foundation
import Support
import Testing

/// Base32 and the check code.
struct TextCodingTests {
  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
    ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
  ])
  func `the vectors of RFC 4648 without padding`(_ plain: String, _ coded: String) {
    #expect(Base32.encode(Array(plain.utf8)) == coded)
    #expect(Base32.decode(coded) == Array(plain.utf8))
    #expect(Base32.decode(coded.lowercased()) == Array(plain.utf8))
  }

  @Test(arguments: ["M", "MZX", "MZXW6Y", "MZ", "MZXW7YTBOJ", "MY======", "M1", "M8", "MÜ", " MY"])
  func `what no bytes are written as is refused`(_ text: String) {
    #expect(Base32.decode(text) == nil)
  }

  @Test func `bytes come back (seeded)`() {
    var dice = Dice(seed: 32)
    for length in 0..<300 {
      let bytes = Samples.bytes(length, &dice)
      #expect(Base32.decode(Base32.encode(bytes)) == bytes)
    }
  }

  @Test func `a check code is read however it is typed and depends on every part`() throws {
    let key = Data(repeating: 7, count: 32)
    let code = CheckCode(number: "26C1100B0001/00001", serial: "S1", key: key)
    #expect(code.description.utf8.count == 6)
    let typed = code.description.lowercased().replacing("0", with: "o").replacing("1", with: "l")
    let spaced = typed.prefix(3) + "-" + typed.dropFirst(3)
    #expect(try #require(CheckCode(typed: String(spaced))).matches(code))
    let others = [
      CheckCode(number: "26C1100B0001/00002", serial: "S1", key: key),
      CheckCode(number: "26C1100B0001/00001", serial: "S2", key: key),
      CheckCode(number: "26C1100B0001/00001", serial: "S1", key: Data(repeating: 8, count: 32)),
    ]
    #expect(others.allSatisfy { !$0.matches(code) })
    for wrong in ["", "ABCDE", "ABCDEFG", "ABCDEU", "ABCDE国"] {
      #expect(CheckCode(typed: wrong) == nil)
    }
  }
}

import Diagnostics
import Foundation
import PrintDesk
import Testing

@Suite struct OperatorTests {
  @Test func `a PIN is known again and no other passes`() {
    let pin = PIN("4711", salt: Data(repeating: 7, count: 16))
    #expect(pin.matches("4711"))
    #expect(!pin.matches("4712"))
    #expect(!pin.matches(""))
    #expect(pin.hash.range(of: Data("4711".utf8)) == nil)
  }

  @Test(arguments: ["", "0000", "4711", "\0\0\0\0"])
  func `nobody's PIN is none that is typed`(_ typed: String) {
    #expect(!PIN.nobodys.matches(typed))
  }

  @Test func `the same PIN of two people is kept differently`() {
    let one = PIN("4711", salt: Data(repeating: 1, count: 16))
    let other = PIN("4711", salt: Data(repeating: 2, count: 16))
    #expect(one.hash != other.hash)
  }

  @Test(arguments: [
    ("Li Ming", "Li", "4711", "id"), ("li", "  ", "4711", "name"), ("li", "Li", "47", "pin"),
  ])
  func `what is wrong is named by its field`(id: String, name: String, pin: String, field: String) {
    #expect(Operator.faults(id: id, name: name, pin: pin).map(\.place.path) == [field])
  }
}

import Foundation
import Measures
import Testing

/// Distances on paper are whole numbers of units, so sums never drift.
@Suite struct LengthTests {
  @Test func unitsOfTheTradeAreWhole() {
    #expect(Length.mm(1).units == 36_000)
    #expect(Length.pt(1).units == 12_700)
    #expect(Length.inches(1).units == 914_400)
    #expect(Length.mm(25.4) == .inches(1))
    #expect(Length.pt(72) == .inches(1))
  }

  @Test(arguments: [60, 72, 120, 180, 300, 360, 600])
  func oneDotIsAWholeNumberOfUnits(_ resolution: Int) {
    #expect(Length.unitsPerInch.isMultiple(of: resolution))
    let dot = Length.inches(1) / resolution
    #expect(dot * resolution == .inches(1))
    #expect(dot.dots(perInch: resolution) == 1)
  }

  @Test func sumsDoNotDrift() {
    var sum = Length.zero
    for _ in 0..<1000 { sum += .mm(0.1) }
    #expect(sum == .mm(100))
    for _ in 0..<1000 { sum -= .mm(0.1) }
    #expect(sum == .zero)
  }

  @Test(arguments: [0, 0.25, 3.175, -12.7, 297, 1189])
  func millimetresComeBack(_ value: Double) {
    #expect(Length.mm(value).mm == value)
    #expect(abs(Length.mm(value).pt - value * 72 / 25.4) < 1e-9)
    #expect(abs(Length.mm(value).inches - value / 25.4) < 1e-9)
  }

  @Test func arithmetic() {
    #expect(Length.mm(3) + .mm(4) == .mm(7))
    #expect(Length.mm(3) - .mm(4) == -Length.mm(1))
    #expect(Length.mm(3) * 4 == .mm(12))
    #expect(Length.mm(12) / 4 == .mm(3))
    #expect(Length.mm(3) < .mm(3.001))
    #expect(Length(units: 7) / 2 == Length(units: 3))
  }

  @Test func scalingRoundsToTheNearestUnit() {
    #expect(Length(units: 3).scaled(by: 0.5) == Length(units: 2))
    #expect(Length(units: -3).scaled(by: 0.5) == Length(units: -2))
    #expect(Length.mm(10).scaled(by: 1.18) == .mm(11.8))
  }

  @Test(arguments: [
    (Length.mm(10), "10mm"), (.mm(0), "0mm"), (.mm(4.5), "4.5mm"), (.mm(-0.25), "-0.25mm"),
    (.mm(10.05), "10.05mm"), (.mm(0.007), "0.007mm"), (Length(units: 1), "0mm"),
    (.inches(1), "25.4mm"), (.mm(-12), "-12mm"),
  ])
  func description(_ length: Length, _ text: String) {
    #expect("\(length)" == text)
  }

  @Test func travelsAsItsUnits() throws {
    let bytes = try JSONEncoder().encode([Length.mm(1), Length(units: -5)])
    #expect(String(decoding: bytes, as: UTF8.self) == "[36000,-5]")
    #expect(try JSONDecoder().decode([Length].self, from: bytes) == [.mm(1), Length(units: -5)])
  }
}

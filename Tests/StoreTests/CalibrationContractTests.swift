import Certificates
import Devices
import Measures
import PrintDesk
import Store
import Support
import Testing

/// What every register does with calibrations, in memory and in SQLite.
@Suite struct CalibrationContractTests {
  private static let li = Act(by: "li", at: 1_790_000_000)
  private static let wang = Act(by: "wang", at: 1_790_000_100)

  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static func place(
    _ printer: String = "counter", tray: String = "tray-2", _ series: String? = "L",
    _ side: CalibrationPlace.Side = .front
  ) -> CalibrationPlace {
    CalibrationPlace(tray: Tray(printer: printer, name: tray), series: series, side: side)
  }

  private static func calibration(
    _ place: CalibrationPlace = place(), off: Double = 1.2
  ) throws -> KeptCalibration {
    let map = Transform(xx: 1.001, xy: 0.0003, yx: -0.0002, yy: 0.998, dx: .mm(off), dy: .mm(-0.4))
    let readings = CalibrationMarks(on: .a4).places.enumerated().map {
      CalibrationReading(mark: $0 + 1, nominal: $1, read: map.apply($1))
    }
    let fit = try CalibrationFit(readings, canTilt: true)
    return KeptCalibration(fit, from: readings.reversed(), at: place, by: li)
  }

  private func ready(_ kind: RegisterKind) async throws -> any RegisterStore {
    let store = try kind.empty(scratch)
    try await store.write { unit in
      for name in ["counter", "other"] {
        try unit.printers.keep(
          DeskPrinter(name: name, address: "ipp://a/", profile: "p", place: .chamber))
      }
    }
    return store
  }

  private func known(_ store: any RegisterStore, at place: CalibrationPlace = place())
    async throws -> KeptCalibration?
  {
    try await store.read { try $0.calibrations.calibration(at: place) }
  }

  @Test(arguments: RegisterKind.allCases)
  func `a calibration is kept to the unit, for its place alone`(_ kind: RegisterKind) async throws {
    let store = try await ready(kind)
    let made = try Self.calibration()
    try await store.write { try $0.calibrations.keep(made) }
    #expect(try await known(store) == made)
    #expect(made.readings.map(\.mark) == [1, 2, 3, 4, 5] && made.doubt == .unchecked)
    for other in [
      Self.place("other"), Self.place(tray: "tray-1"), Self.place("counter", nil),
      Self.place("counter", "L", .back), Self.place("counter", "M"),
    ] {
      #expect(try await known(store, at: other) == nil)
    }
  }

  @Test(arguments: RegisterKind.allCases)
  func `a new one takes the place of the old one, readings and all`(_ kind: RegisterKind)
    async throws
  {
    let store = try await ready(kind)
    let (old, blank) = (try Self.calibration(), try Self.calibration(Self.place("counter", nil)))
    let one = Array(try Self.calibration(off: 0.3).readings.prefix(1))
    let new = KeptCalibration(
      try CalibrationFit(one, canTilt: true), from: one, at: old.place, by: Self.wang)
    try await store.write { unit in
      for each in [old, blank, new] { try unit.calibrations.keep(each) }
    }
    #expect(try await known(store) == new)
    #expect(try await known(store, at: blank.place) == blank)
    // A printer that gets another address keeps them.
    try await store.write { unit in
      try unit.printers.keep(
        DeskPrinter(name: "counter", address: "ipp://b/", profile: "p", place: .chamber))
    }
    #expect(try await store.read { try $0.calibrations.calibrations() } == [blank, new])
  }

  @Test(arguments: RegisterKind.allCases)
  func `what happens puts in doubt what it may have moved`(_ kind: RegisterKind) async throws {
    let store = try await ready(kind)
    let right = try Self.calibration().confirmed(by: Self.wang)
    let other = try Self.calibration(Self.place("other", "L", .back)).confirmed(by: Self.wang)
    let unread = try Self.calibration(Self.place("other"))
    try await store.write { unit in
      for each in [right, other, unread] { try unit.calibrations.keep(each) }
    }
    #expect(try await known(store)?.doubt == nil)
    #expect(try await known(store)?.confirmed == Self.wang)
    try await store.write { unit in
      try unit.calibrations.doubt(.serviced) { $0.tray.printer == "other" }
    }
    let doubts = try await store.read { try $0.calibrations.calibrations().map(\.doubt) }
    #expect(doubts == [nil, .unchecked, .serviced], "one that nobody confirmed stays so")
    try await store.write { try $0.calibrations.keep(other.doubted(for: .newLot)) }
    let again = try await known(store, at: other.place)
    #expect(again?.doubt == .newLot && again?.confirmed == Self.wang && again?.fit == other.fit)
    try await store.write { try $0.calibrations.keep(other.confirmed(by: Self.li)) }
    #expect(try await known(store, at: other.place)?.confirmed == Self.li)
  }

  @Test(arguments: RegisterKind.allCases)
  func `a printer that nobody named has no calibration`(_ kind: RegisterKind) async throws {
    let store = try await ready(kind)
    let stray = try Self.calibration(Self.place("stray"))
    await #expect(throws: (any Error).self) {
      try await store.write { try $0.calibrations.keep(stray) }
    }
  }

  // MARK: Lengths of forms

  private static func formPitch(
    _ printer: String = "counter", _ series: String? = "L", by micrometres: Int = -120
  ) -> KeptFormPitch {
    KeptFormPitch(
      FormPitchFit(micrometres: micrometres, residual: .mm(0.07)),
      from: [FormReading(form: 10, read: .mm(41.1)), FormReading(form: 1, read: .mm(40))],
      at: FormPitchPlace(tray: Tray(printer: printer, name: "tractor"), series: series), by: li)
  }

  @Test(arguments: RegisterKind.allCases)
  func `a length of forms is kept for its printer, tray and series, the newest alone`(
    _ kind: RegisterKind
  ) async throws {
    let store = try await ready(kind)
    let (old, new) = (Self.formPitch(), Self.formPitch(by: 80))
    let (blank, other) = (Self.formPitch("counter", nil), Self.formPitch("other"))
    try await store.write { unit in
      for each in [old, other, blank, new] { try unit.calibrations.keep(each) }
    }
    #expect(new.readings.map(\.form) == [1, 10] && new.doubt == .unchecked)
    let all = try await store.read { try $0.calibrations.formPitches() }
    #expect(all == [blank, new, other])
    #expect(try await store.read { try $0.calibrations.formPitch(at: old.place) } == new)
    let elsewhere = FormPitchPlace(tray: old.place.tray, series: "M")
    #expect(try await store.read { try $0.calibrations.formPitch(at: elsewhere) } == nil)
    await #expect(throws: (any Error).self) {
      try await store.write { try $0.calibrations.keep(Self.formPitch("stray")) }
    }
  }

  @Test(arguments: RegisterKind.allCases)
  func `what puts calibrations in doubt does so with lengths of forms`(_ kind: RegisterKind)
    async throws
  {
    let store = try await ready(kind)
    let right = Self.formPitch().confirmed(by: Self.wang)
    let (blank, unread) = (
      Self.formPitch("counter", nil).confirmed(by: Self.wang), Self.formPitch("other")
    )
    try await store.write { unit in
      for each in [right, blank, unread] { try unit.calibrations.keep(each) }
      try unit.calibrations.doubt(.newLot) { $0.series == "L" }
    }
    let all = try await store.read { try $0.calibrations.formPitches() }
    #expect(all.map(\.doubt) == [nil, .newLot, .unchecked])
    #expect(all.map(\.confirmed) == [Self.wang, Self.wang, nil])
  }
}

import Certificates
import Devices
import DisplayList
import EscpOutput
import Forms
import Measures
import Support
import Testing
import Typesetting

/// The sheets of a calibration are struck whatever the calibration that moves them.
struct MovedSheetTests {
  private static func sheet(_ press: PinPress) throws -> CalibrationSheet {
    let (site, layout) = (try Site.load(), try Site.document("calibration"))
    let context = FieldContext(
      kind: try #require(site.policies.kinds.first), day: layout.from, issuer: site.issuer,
      policies: site.policies)
    return CalibrationSheet(
      of: layout, context: context,
      setBy: Typesetter(shaper: press.shaper, device: press.profile))
  }

  @Test(arguments: ["generic-24pin", "generic-24pin-escp2"])
  func `no shift lays a scale over a figure or out of reach`(_ device: String) throws {
    let press = try PinPress(device)
    let sheet = try Self.sheet(press)
    let frame = Rect(x: .mm(20), y: .mm(16), width: .mm(183), height: .mm(270))
    var dice = Dice(seed: 131)
    for _ in 0..<4 {
      func within(_ limit: Double) -> Double { Double.random(in: -limit...limit, using: &dice) }
      let deviation = Transform(
        xx: 1 + within(0.003), yy: 1 + within(0.003), dx: .mm(within(3)), dy: .mm(within(3)))
      let correction = try #require(deviation.inverse)
      let area = press.profile.printableArea
      let corner = deviation.apply(area.origin)
      let end = deviation.apply(Point(x: area.right, y: area.bottom))
      let reach = Rect(
        x: corner.x, y: corner.y, width: end.x - corner.x, height: end.y - corner.y)
      let pages = try [
        sheet.vernier(named: "n", on: .front).pages[0],
        sheet.overlay(named: "n", on: .front, over: frame, within: reach).pages[0],
      ]
      for page in pages {
        let plan = try press.plan([page], calibration: Calibration(correction: correction))
        _ = try PrintJob(plan)
        #expect(plan.images.count > 8)
      }
    }
  }
}

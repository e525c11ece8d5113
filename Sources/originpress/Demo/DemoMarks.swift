import CairoOutput
import DisplayList
import Foundation
import Measures
import Seals
import Typography

/// Seals and signatures of the demonstration, drawn as pages and taken as scans of 600 dots per inch, so
/// that they go the way of any other scan.
struct DemoMarks {
  private let fonts: FontCatalogue
  private let shaper: Shaper

  private static let resolution = 600
  private static let paper = Size(width: .mm(60), height: .mm(60))
  private static let centre = Point(x: .mm(30), y: .mm(30))
  private static let red = Ink(red: 196, green: 24, blue: 40)

  init(fonts: FontCatalogue) {
    self.fonts = fonts
    shaper = Shaper(catalogue: fonts)
  }

  /// A round seal of 40 mm with a name around a star.
  func seal(_ name: String, kind: SealKind) throws -> SealImage {
    let rim = PathItem(
      steps: Self.circle(radius: 19.4), stroke: PathItem.Stroke(width: .mm(1.2), ink: Self.red))
    let star = PathItem(steps: Self.star(radius: 6), fill: Self.red)
    let below = try text("样张", size: 4.2, angle: 0, radius: -12)
    return try image(
      of: [.path(rim), .path(star)] + around(name).map(PageItem.text) + [.text(below)], kind)
  }

  /// A signature of some waves.
  func signature(_ ink: Ink, waves: Int) throws -> SealImage {
    var steps: [PathStep] = [.move(Self.point(-14, 4))]
    for wave in 0..<waves {
      let x = -14 + 28 * Double(wave) / Double(waves)
      let next = -14 + 28 * Double(wave + 1) / Double(waves)
      steps.append(
        .curve(
          Self.point(x + 1, -12), Self.point(next + 3, 13), Self.point(next, Double(wave % 3) - 2)))
    }
    let line = PathItem(steps: steps, stroke: PathItem.Stroke(width: .mm(0.6), ink: ink))
    return try image(of: [.path(line)], .signature)
  }

  /// The page's picture as a scan, prepared like every scan.
  private func image(of items: [PageItem], _ kind: SealKind) throws -> SealImage {
    var layers = LayeredItems()
    for item in items { layers.append(item, to: .data) }
    let page = Page(
      template: PageTemplate(size: Self.paper, items: LayeredItems(), boxes: [:]), items: layers,
      side: .front, sheet: 1)
    let picture = try PNGRenderer(fonts: fonts)
      .png(page, content: .full, resolution: Self.resolution)
    let scan = try Scan(upload: picture, stated: Double(Self.resolution))
    return try SealPreparation(scan, kind: kind).taken()
  }

  // MARK: Drawing

  /// The characters of a name on an arc from lower left over the top to lower right.
  private func around(_ name: String) throws -> [TextItem] {
    let span = min(240.0, 27 * Double(name.count - 1))
    return try name.enumerated().map { index, character in
      let part = name.count > 1 ? Double(index) / Double(name.count - 1) : 0.5
      return try text(String(character), size: 5, angle: span * (part - 0.5), radius: 14.5)
    }
  }

  /// A text whose middle stands so far above the centre, turned clockwise about it by degrees.
  private func text(
    _ text: String, size: Double, angle: Double, radius: Double
  ) throws -> TextItem {
    let line = try shaper.line(
      text, style: TextStyle(role: .cjk, isBold: true, size: .mm(size), ink: Self.red))
    let (sine, cosine) = (sin(angle * .pi / 180), cos(angle * .pi / 180))
    let (back, down) = (line.width.mm / 2, size * 0.38)
    let origin = Self.point(
      radius * sine - back * cosine - down * sine, -radius * cosine - back * sine + down * cosine)
    return line.item(at: origin, ink: Self.red, rotation: -angle)
  }

  private static func circle(radius: Double) -> [PathStep] {
    let bend = radius * 0.5523
    return [
      .move(point(radius, 0)), .curve(point(radius, bend), point(bend, radius), point(0, radius)),
      .curve(point(-bend, radius), point(-radius, bend), point(-radius, 0)),
      .curve(point(-radius, -bend), point(-bend, -radius), point(0, -radius)),
      .curve(point(bend, -radius), point(radius, -bend), point(radius, 0)), .close,
    ]
  }

  private static func star(radius: Double) -> [PathStep] {
    let corners = (0..<10).map { corner -> Point in
      let distance = corner % 2 == 0 ? radius : radius * 0.382
      let angle = Double(corner) * .pi / 5
      return point(distance * sin(angle), -distance * cos(angle))
    }
    return [.move(corners[0])] + corners.dropFirst().map(PathStep.line) + [.close]
  }

  /// A point so many millimetres right of and below the centre.
  private static func point(_ x: Double, _ y: Double) -> Point {
    centre + Point(x: .mm(x), y: .mm(y))
  }
}

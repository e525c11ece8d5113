import Foundation

/// Where `pdftotext -bbox-layout` found a word, in points from the top left.
struct BoundingBox {
  let xMin: Double
  let yMin: Double
  let xMax: Double
  let yMax: Double

  init?(of word: String, in output: String) {
    guard let line = output.split(separator: "\n").first(where: { $0.contains(">\(word)</word>") })
    else { return nil }
    func value(_ name: String) -> Double? {
      guard let start = line.range(of: "\(name)=\"") else { return nil }
      return Double(line[start.upperBound...].prefix { $0 != "\"" })
    }
    guard let xMin = value("xMin"), let yMin = value("yMin"), let xMax = value("xMax"),
      let yMax = value("yMax")
    else { return nil }
    self.init(xMin: xMin, yMin: yMin, xMax: xMax, yMax: yMax)
  }

  private init(xMin: Double, yMin: Double, xMax: Double, yMax: Double) {
    (self.xMin, self.yMin, self.xMax, self.yMax) = (xMin, yMin, xMax, yMax)
  }
}

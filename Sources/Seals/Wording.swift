import Diagnostics
import Foundation

/// Every sentence of this module for people.
enum Wording {
  static let noResolution = Message(
    "seal.no-resolution", en: "the file does not say at how many dots per inch it was scanned",
    zh: "文件未注明扫描分辨率（dpi）")

  static let stateResolution = Message(
    "seal.state-resolution", en: "give the scanner's setting with --dpi, such as --dpi 600",
    zh: "请用 --dpi 指明扫描仪的设置，如 --dpi 600")

  static func resolutionOutOfRange(_ resolution: Double) -> Message {
    let (low, high) = (Scan.resolutions.lowerBound, Scan.resolutions.upperBound)
    return Message(
      "seal.resolution-range",
      en: "\(number(resolution)) dpi is out of range; \(number(low)) to \(number(high)) are taken",
      zh: "\(number(resolution)) dpi 超出范围，仅接受 \(number(low)) 至 \(number(high)) dpi")
  }

  // MARK: Gates

  static func coarse(_ resolution: Double) -> Message {
    let least = number(SealGates.leastResolution)
    return Message(
      "seal.resolution",
      en: "the scan has \(number(resolution)) dots per inch; at least \(least) are needed",
      zh: "扫描分辨率为 \(number(resolution)) dpi，至少需要 \(least) dpi")
  }

  static let noInk = Message(
    "seal.ink", en: "no seal or signature can be told from the paper", zh: "扫描件中未能识别出印章或签名")

  static let clipped = Message(
    "seal.complete", en: "the mark reaches the border of the scan; some of it may be missing",
    zh: "图样触及扫描件边缘，可能不完整")

  static func otherMarks(_ part: Double) -> Message {
    Message(
      "seal.single",
      en: "beside the mark there is another one with \(number(part)) % of its ink",
      zh: "图样之外还有另一图样（墨量为其 \(number(part))%）")
  }

  static func open(_ closed: Double) -> Message {
    let least = number(SealGates.leastClosed)
    return Message(
      "seal.outline",
      en: "the outline is closed to \(number(closed)) %; at least \(least) % are needed",
      zh: "印章边框完整度为 \(number(closed))%，至少需要 \(least)%")
  }

  static func covered(_ part: Double, _ range: ClosedRange<Double>) -> Message {
    let (low, high) = (number(range.lowerBound), number(range.upperBound))
    return Message(
      "seal.coverage",
      en: "ink covers \(number(part)) % of the seal; \(low) to \(high) % are usual",
      zh: "印章墨迹覆盖率为 \(number(part))%，正常为 \(low)% 至 \(high)%")
  }

  static func pale(_ chroma: Double) -> Message {
    Message(
      "seal.colour",
      en: "the ink has too little colour (chroma \(number(chroma))): a black copy or a faint print",
      zh: "印泥颜色不足（色度 \(number(chroma))），可能是黑白复印件或印迹过淡")
  }

  static let penColour = Message(
    "seal.colour", en: "the signature is neither black nor blue", zh: "签名颜色不是黑色或蓝色")

  static func tooLarge(
    _ size: MarkSize, _ shape: SealShape, _ maximum: (length: Double, breadth: Double)
  ) -> Message {
    let found = "\(number(size.width)) × \(number(size.height)) mm"
    let most = "\(number(maximum.length)) × \(number(maximum.breadth)) mm"
    return Message(
      "seal.size", en: "the \(name(shape).english) has \(found); at most \(most) are allowed",
      zh: "\(name(shape).chinese)尺寸为 \(found)，最大允许 \(most)")
  }

  static func thin(_ width: Double) -> Message {
    let least = number(SealGates.leastStroke)
    return Message(
      "seal.stroke",
      en: "the strokes are \(number(width, 2)) mm wide; at least \(least) mm print well",
      zh: "笔画宽度为 \(number(width, 2)) mm，至少需要 \(least) mm")
  }

  // MARK: Hints

  static let scanFine = Message(
    "seal.scan-fine", en: "scan the paper again at 600 dpi", zh: "请以 600 dpi 重新扫描")
  static let scanAll = Message(
    "seal.scan-all", en: "scan again with white paper around the mark",
    zh: "请重新扫描，图样四周留出空白")
  static let scanOne = Message(
    "seal.scan-one", en: "stamp one mark on an empty sheet and scan it alone",
    zh: "请在空白纸上只盖一枚印章后单独扫描")
  static let stampAgain = Message(
    "seal.stamp-again", en: "stamp evenly on white paper and scan in colour",
    zh: "请在白纸上均匀盖章并彩色扫描")
  static let signAgain = Message(
    "seal.sign-again", en: "sign with a black or blue pen on white paper and scan in colour",
    zh: "请用黑色或蓝色笔在白纸上签名并彩色扫描")
  static let checkResolution = Message(
    "seal.check-resolution", en: "check the scanner's resolution; state it with --dpi",
    zh: "请核对扫描分辨率，可用 --dpi 指明")

  /// A number for reading, without needless decimals.
  private static func number(_ value: Double, _ decimals: Int = 1) -> String {
    let factor = decimals == 2 ? 100.0 : 10.0
    let rounded = (value * factor).rounded() / factor
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }

  private static func name(_ shape: SealShape) -> (english: String, chinese: String) {
    switch shape {
    case .round: ("round seal", "圆形印章")
    case .ellipse: ("oval seal", "椭圆形印章")
    case .rectangle: ("rectangular seal", "方形印章")
    case .handwriting: ("signature", "签名")
    }
  }
}

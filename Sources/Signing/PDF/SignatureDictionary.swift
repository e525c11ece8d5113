/// The text of a signature dictionary (PDF 32000-1, table 252; ETSI EN 319 142-1, 5.3).
struct SignatureDictionary {
  /// Wide enough for three offsets of ten digits.
  private static let rangeWidth = 40
  static let format = "ETSI.CAdES.detached"

  private let before: [UInt8]
  private let room: Int

  init(request: SignatureRequest, signer: String, room: Int) {
    let permission = PDFDictionary([
      "Type": .name("TransformParams"), "P": .integer(1), "V": .name("1.2"),
    ])
    let reference = PDFDictionary([
      "Type": .name("SigRef"), "TransformMethod": .name("DocMDP"),
      "TransformParams": .dictionary(permission),
    ])
    let entries = PDFDictionary([
      "Type": .name("Sig"), "Filter": .name("Adobe.PPKLite"), "SubFilter": .name(Self.format),
      "M": .string(Array(request.moment.pdfText.utf8)), "Name": .text(signer),
      "Reason": .text(request.reason), "Location": .text(request.location),
      "Reference": .array([.dictionary(reference)]),
    ])
    let space = String(repeating: " ", count: Self.rangeWidth)
    let open = entries.text.dropLast(2) + "/ByteRange [\(space)] /Contents "
    before = Array(open.utf8)
    self.room = room
  }

  /// The dictionary with nothing in its two open places.
  var bytes: [UInt8] {
    before + [UInt8(ascii: "<")] + [UInt8](repeating: UInt8(ascii: "0"), count: room * 2)
      + Array("> >>".utf8)
  }

  /// Where the signature's bytes stand in a file, with their brackets.
  func contents(from start: Int) -> Range<Int> {
    let first = start + before.count
    return first..<first + room * 2 + 2
  }

  /// Where the byte range is to be written, before the contents.
  static func range(before contents: Range<Int>) -> Range<Int> {
    let end = contents.lowerBound - "] /Contents ".utf8.count
    return end - rangeWidth..<end
  }
}

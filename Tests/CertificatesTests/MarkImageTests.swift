import Certificates
import Diagnostics
import Foundation
import Notation
import Testing

@Suite("Image marks (S2-99)") struct MarkImageTests {
  /// A PNG with a header, one data chunk and an end; the checksums are not looked at.
  static func png(width: UInt32, height: UInt32, tail: Int = 0) -> Data {
    func chunk(_ kind: String, _ body: [UInt8]) -> [UInt8] {
      word(UInt32(body.count)) + Array(kind.utf8) + body + [0, 0, 0, 0]
    }
    func word(_ number: UInt32) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
    let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let bytes =
      start + chunk("IHDR", word(width) + word(height) + [8, 0, 0, 0, 0])
      + chunk("IDAT", [UInt8](repeating: 0, count: 10 + tail)) + chunk("IEND", [])
    return Data(bytes)
  }

  /// A JPEG with an application segment, a frame header, one scan and an end.
  static func jpeg(width: UInt16, height: UInt16) -> Data {
    func word(_ number: UInt16) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255)] }
    let start: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2]
    let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8] + word(height) + word(width) + [1, 1, 0x11, 0]
    return Data(start + frame + [0xFF, 0xDA, 0, 4, 0, 0, 5, 5, 0xFF, 0xD9])
  }

  private func read(_ image: String, files: [String: Data] = [:]) throws -> (MarkImage?, String) {
    let findings = Findings()
    let text = #"{"form":"C","goods":[{"description":"x","markImages":[\#(image)]}]}"#
    let node = try JSONText.parse(Data(text.utf8), file: nil)
    struct NoFile: Error, CustomStringConvertible { let description = "no such file" }
    let draft = CertificateDraft(node, findings) { path in
      guard let bytes = files[path] else { throw NoFile() }
      return bytes
    }
    let text2 = findings.diagnostics.map { "\($0.place.path): \($0.message.english)" }
    return (draft?.goods[0].markImages[0], text2.joined(separator: "\n"))
  }

  @Test func headersGiveFormatAndSize() throws {
    let files = [
      "a.png": Self.png(width: 640, height: 480), "b/c.jpg": Self.jpeg(width: 7, height: 9),
    ]
    let (png, _) = try read(#"{"path":"a.png"}"#, files: files)
    #expect(png?.format == .png && png?.width == 640 && png?.height == 480)
    let (jpeg, _) = try read(#"{"path":"b/c.jpg"}"#, files: files)
    #expect(jpeg?.format == .jpeg && jpeg?.width == 7 && jpeg?.height == 9)
    let base64 = Self.png(width: 1, height: 2).base64EncodedString()
    let (inline, _) = try read(#"{"base64":"\#(base64)"}"#)
    #expect(inline?.height == 2)
  }

  @Test func aDecompressionBombIsRefusedFromItsHeader() throws {
    let bomb = Self.png(width: 60_000, height: 60_000)
    let (image, fault) = try read(#"{"path":"x.png"}"#, files: ["x.png": bomb])
    #expect(image == nil)
    #expect(
      fault
        == "goods[0].markImages[0].path: the picture has 60000 × 60000 pixels, more than 20 million"
    )
    let huge = Self.png(width: .max, height: .max)
    #expect(try read(#"{"path":"x.png"}"#, files: ["x.png": huge]).1.contains("pixels"))
  }

  @Test func tooManyBytesAreRefused() throws {
    let big = Self.png(width: 10, height: 10, tail: MarkImage.byteLimit)
    #expect(try read(#"{"path":"x.png"}"#, files: ["x.png": big]).1.contains("4 MiB"))
    let text = big.base64EncodedString()
    #expect(try read(#"{"base64":"\#(text)"}"#).1.contains("4 MiB"))
  }

  @Test func everyTruncatedPictureIsRefused() throws {
    for whole in [Self.png(width: 9, height: 9), Self.jpeg(width: 9, height: 9)] {
      for count in 0..<whole.count {
        let (image, _) = try read(#"{"path":"x"}"#, files: ["x": whole.prefix(count)])
        #expect(image == nil, "\(count) of \(whole.count) bytes")
      }
    }
  }

  @Test(arguments: [
    #"{"path":"../x.png"}"#, #"{"path":"/etc/x.png"}"#, #"{"path":"a//x.png"}"#,
    #"{"path":"a/./x.png"}"#, #"{"path":""}"#, #"{"path":"a\\x.png"}"#, #"{"path":"a/.."}"#,
    #"{"path":"a\u0000.png"}"#,
  ])
  func pathsStayInsideTheFolder(_ image: String) throws {
    let (found, fault) = try read(image)
    #expect(found == nil && fault.contains("must be a path inside"))
  }

  @Test(arguments: [
    (#"{}"#, "either 'path' or 'base64'"), (#"{"path":"a","base64":""}"#, "either 'path'"),
    (#"{"base64":"%%%"}"#, "not base64"), (#"{"base64":"R0lGODlhAQABAAAAACw="}"#, "neither PNG"),
    (#"{"path":"gone.png"}"#, "cannot be read: no such file"), (#"{"pth":"x"}"#, "not a known"),
  ])
  func otherFaultsAreReported(_ image: String, _ part: String) throws {
    #expect(try read(image).1.contains(part))
  }
}

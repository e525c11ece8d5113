import Certificates
import Credentials
import Devices
import Diagnostics
import EscpOutput
import Forms
import Foundation
import Notation
import Signing
import VirtualPrinter

/// One reader of outside bytes; it must refuse or accept, never stop the program.
enum Target: String, CaseIterable {
  case json
  case yaml
  case certificate
  case picture
  case layout
  case policy
  case site
  case printer
  case cbor
  case cose
  case base32
  case note
  case tile
  case journal
  case keys
  case pdf
  case signature
  case ipp
  case escp

  /// The reader named by `ORIGINPRESS_FUZZ_TARGET`.
  static let chosen: Target = {
    let name = ProcessInfo.processInfo.environment["ORIGINPRESS_FUZZ_TARGET"] ?? ""
    guard let target = Target(rawValue: name) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      preconditionFailure("ORIGINPRESS_FUZZ_TARGET is none of \(names)")
    }
    return target
  }()

  /// Hands the bytes to the reader; what it answers does not matter, only that it does.
  func read(_ bytes: Data) {
    switch self {
    case .json: _ = try? JSONText.parse(bytes, file: "fuzz.json")
    case .yaml: _ = try? YAMLText.parse(bytes, file: "fuzz.yaml")
    case .certificate: Self.readCertificate(bytes)
    case .picture: Self.readPicture(bytes)
    case .layout: Self.readLayout(bytes)
    case .policy: Self.readYAML(bytes) { node, _ in _ = try? Policies([node]) }
    case .site: Self.readYAML(bytes) { node, findings in _ = Issuer(node, findings) }
    case .pdf: Self.readPDF(bytes)
    case .signature: Signatures.tryReading(Array(bytes))
    case .printer: _ = try? DeviceProfile.read("fuzz", from: bytes, file: "fuzz.yaml")
    case .cbor: Self.readCBOR(bytes)
    case .cose: _ = SignedRecord(bytes).map { CertificateRecord($0.payload) }
    case .base32: Self.readText(bytes)
    case .note: _ = try? Checkpoint(text: SignedNote(bytes).text)
    case .tile: Self.readTile(bytes)
    case .journal: _ = LogEntry(line: bytes)
    case .ipp: Self.readIPP(Array(bytes))
    case .escp: Self.readEscp(Array(bytes))
    case .keys: _ = try? KeyList(bytes, file: nil)
    }
  }

  /// What is read must be what is written.
  private static func readCBOR(_ bytes: Data) {
    guard let value = try? CBORDecoder.decode(bytes) else { return }
    precondition(value.encoded == Array(bytes), "a value has one encoding")
    _ = CertificateRecord(Array(bytes))
  }

  private static func readText(_ bytes: Data) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let read = Base32.decode(text) {
      precondition(Base32.encode(read) == text.uppercased(), "bytes have one text")
    }
    _ = RecordLink(text)
    _ = CheckCode(typed: text)
  }

  private static func readTile(_ bytes: Data) {
    for width in [1, 2, 256] {
      let tile = Tile(level: 0, index: 0, width: width)
      _ = tile.hashes(Array(bytes))
      if let entries = tile.entries(Array(bytes)) {
        precondition(Tile.bundle(entries) == Array(bytes), "entries have one bundle")
      }
    }
  }

  /// What is read must be what is written, and the pages of any document can be looked for.
  private static func readIPP(_ bytes: [UInt8]) {
    for format in ["application/pdf", "image/pwg-raster"] { _ = PageCount.pages(bytes, format) }
    guard let (message, offset) = try? WireMessage.read(bytes) else { return }
    precondition(message.bytes == Array(bytes[..<offset]), "a message has one encoding")
  }

  /// Whatever is read lies on its form, from top to bottom and from left to right.
  private static func readEscp(_ bytes: [UInt8]) {
    guard let reading = try? JobReading(bytes) else { return }
    for sheet in reading.sheets {
      precondition(sheet.top <= sheet.end, "paper goes one way")
      for (upper, lower) in zip(sheet.lines, sheet.lines.dropFirst()) {
        precondition(upper.y <= lower.y, "lines go down")
      }
      for line in sheet.lines {
        for (left, right) in zip(line.marks, line.marks.dropFirst()) {
          precondition(left.end <= right.x, "marks go to the right")
        }
      }
    }
  }

  private static func readYAML(_ bytes: Data, _ use: (Node, Findings) -> Void) {
    guard let node = try? YAMLText.parse(bytes, file: "fuzz.yaml") else { return }
    use(node, Findings())
  }

  private static func readCertificate(_ bytes: Data) {
    guard let node = try? JSONText.parse(bytes, file: "fuzz.json") else { return }
    let draft = CertificateDraft(node, Findings()) { _ in Data() }
    _ = draft?.contentHash
  }

  /// The bytes as the picture of an item's marks.
  private static func readPicture(_ bytes: Data) {
    let text = #"{"form":"C","goods":[{"description":"X","markImages":[{"path":"m.png"}]}]}"#
    guard let node = try? JSONText.parse(Data(text.utf8), file: nil) else { return }
    _ = CertificateDraft(node, Findings()) { _ in bytes }
  }

  private static func readPDF(_ bytes: Data) {
    _ = try? PDFRevision(Array(bytes))
    for level in SignatureLevel.Name.allCases {
      _ = SignatureCheck(trust: Trust(anchors: []), level: level).faults(of: Array(bytes))
    }
  }

  private static func readLayout(_ bytes: Data) {
    let files = LayoutFiles(folder: "") { path in
      guard path == "X/1/layout.yaml" else { throw CocoaError(.fileNoSuchFile) }
      return bytes
    }
    _ = Layout(path: "X/1/layout.yaml", files: files, Findings())
  }
}

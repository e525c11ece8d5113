import CairoOutput
import Certificates
import Credentials
import Devices
import Diagnostics
import DisplayList
import Forms
import Foundation
import Measures
import Notation
import Office
import Seals
import Signing
import Support
import Typesetting
import Typography

/// Everything that stands ready before the clock runs: keys, marks, certificates set with their codes.
struct Subject {
  /// A certificate set as the original, and its code.
  struct Original {
    let document: ReleasedDocument
    let code: String
  }

  let keys: SiteKeys
  let stamper: Stamper
  let renderer: PDFRenderer
  let originals: [Original]

  static let places: [MarkRole: (scan: String, kind: SealKind)] = [
    .companySeal: ("company", .company), .signatorySignature: ("signatory", .signature),
    .issuerSeal: ("issuer", .issuer), .officerSignature: ("officer", .signature),
  ]

  /// Prepares it from a data folder with demonstration keys, and scans of the four marks beside it.
  static func prepared(folder: String, count: Int, at moment: Moment) async throws -> Subject {
    let site = try Site.load()
    let password = ProcessInfo.processInfo.environment["ORIGINPRESS_KEY_PASSWORD"] ?? ""
    let keys = try await SiteKeys.open(
      KeyFolder(dataFolder: "\(folder)/data"), of: site.issuer, password: Array(password.utf8),
      at: moment)
    let fonts = try catalogue(cacheFolder: "\(folder)/fonts")
    let device = try DeviceProfile.read(
      "generic-laser", from: [UInt8](try Repository.bytes("printers/generic-laser.yaml")),
      file: "generic-laser.yaml")
    let typesetter = Typesetter(shaper: Shaper(catalogue: fonts), device: device)
    var originals: [Original] = []
    for number in 0..<count {
      originals.append(try await original(number, typesetter, site, keys))
    }
    return Subject(
      keys: keys, stamper: Stamper(stamps: try places.mapValues { try stamp($0, in: folder) }),
      renderer: PDFRenderer(fonts: fonts), originals: originals)
  }

  private static func catalogue(cacheFolder: String) throws -> FontCatalogue {
    let findings = Findings()
    let manifest = FontManifest(try Site.yaml("Fonts/fonts.yaml"), findings)
    try findings.throwErrors()
    guard let manifest else { throw Refusal(findings.diagnostics) }
    return try FontCatalogue(manifest: manifest, source: .live(cacheFolder: cacheFolder))
  }

  private static func stamp(
    _ place: (scan: String, kind: SealKind), in folder: String
  ) throws -> SealStamp { SealStamp(try image(place, in: folder)) }

  /// A mark from its scan.
  static func image(
    _ place: (scan: String, kind: SealKind), in folder: String
  ) throws -> SealImage {
    let upload = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(place.scan).png"))
    return try SealPreparation(try Scan(upload: upload), kind: place.kind).taken()
  }

  /// One certificate of three items with a record of its own.
  private static func original(
    _ number: Int, _ typesetter: Typesetter, _ site: Site, _ keys: SiteKeys
  ) async throws -> Original {
    let text = String(number + 1)
    let ordinal = String(repeating: "0", count: 5 - text.count) + text
    let form = try site.form("RCEP", items: 3, seed: number) {
      $0.number = "26RC1100B0001/\(ordinal)"
    }
    let serial = "CCPIT0000000\(ordinal)"
    let record = try CertificateRecord(
      of: form.certificate, as: .original, serial: serial, issuer: site.issuer,
      policies: site.policies)
    let signed = try await SignedRecord(
      payload: record.encoded, by: try keys.recordSigner(for: form.certificate.day))
    let code = RecordLink(domain: site.issuer.verificationDomain, record: signed).text
    let checkCode = CheckCode(
      number: "26RC1100B0001/\(ordinal)", serial: serial, key: keys.checkCodeKey)
    let document = try typesetter.released(
      form, as: .original,
      credential: PrintedCredential(code: code, checkCode: checkCode.description, serial: serial))
    return Original(document: document, code: code)
  }
}

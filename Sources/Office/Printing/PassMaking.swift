import CairoOutput
import Certificates
import Devices
import DisplayList
import Foundation
import PrintDesk
import Printers
import Seals

/// Makes the bytes of passes from exactly the document that was released.
struct PassMaking {
  let office: OfficeContext
  let document: Document
  let profile: DeviceProfile
  /// On numbered forms the form stands already (套打).
  let content: Content

  /// Makes the released document again.
  ///
  /// - Throws: ``OfficeError`` when any input has changed since, and what making it throws.
  init(
    office: OfficeContext, approved: ApprovedCase, output: Output, seals: [MarkRole: KeptSeal],
    keys: SiteKeys, profile: DeviceProfile, content: Content
  ) throws {
    guard let code = output.progress.code, let manifest = output.progress.manifest else {
      preconditionFailure("a released output has its code and manifest")
    }
    let vault = SealVault(wrappingKey: keys.imageKey, random: office.surroundings.random)
    let made = try FileMaking(
      office: office, approved: approved, output: output, checkCodeKey: keys.checkCodeKey
    ).file(
      code: code, seals: seals,
      stamper: try vault.stamper(for: seals, straddle: seals[.issuerSeal]))
    guard Digest.hex(made.bytes) == manifest.unsigned else {
      throw OfficeError(
        .keptFile, Wording.notAsReleased(output.id, manifest.changed(from: made.inputs)))
    }
    self.office = office
    document = made.document
    self.profile = profile
    self.content = content
  }

  /// What a pass prints, in the forms that the profile says the printer takes.
  func document(of pass: Pass) throws -> PrintDocument {
    let part = document.part(ofSheet: pass.sheet, pass.sides, turning: profile.turning)
    let pdf = profile.languages.contains(.pdf) ? try pdf(part, pass.sides) : nil
    let raster = profile.languages.contains(.pwgRaster) ? try raster(part) : nil
    return PrintDocument(pdf: pdf.map { bytes in { @Sendable in bytes } }, raster: raster)
  }

  private func pdf(_ part: Document, _ sides: Sides) throws -> Data {
    try office.workshop.pdfRenderer().pdf(
      part, content: content,
      options: PDFOptions(duplex: sides == .duplex ? .longEdge : .simplex))
  }

  private func raster(
    _ part: Document
  ) throws -> @Sendable (PrintDocument.RasterSettings) throws -> Data {
    let fonts = try office.workshop.fonts()
    let pages = part.pages.map { $0.calibrated(for: .none, content: content) }
    return { settings in
      var stream = Data()
      try PWGRenderer(fonts: fonts).pwg(pages, options: PWGOptions(settings)) {
        unsafe stream.append(contentsOf: $0)
      }
      return stream
    }
  }
}

extension PWGOptions {
  /// What a printer asked for.
  fileprivate init(_ settings: PrintDocument.RasterSettings) {
    guard let mode = Mode(rawValue: settings.type) else {
      preconditionFailure("raster of a kind that is not made was chosen")
    }
    self.init(
      resolution: settings.resolution, mode: mode,
      sides: Sides(rawValue: settings.sides.rawValue) ?? .oneSided,
      sheetBack: SheetBack(rawValue: settings.sheetBack) ?? .normal)
  }
}

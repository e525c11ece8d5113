import CairoOutput
import Certificates
import Devices
import Diagnostics
import DisplayList
import Foundation
import PrintDesk
import Printers
import Seals
import Store
import Typesetting

/// Makes the bytes of passes from exactly what was released.
///
/// One sheet in one pass is the released file itself; where a pass takes less than that, the released
/// document is made again and has to be the same.
final class PassMaking {
  private let office: OfficeContext
  private let making: FileMaking
  private let gate: ReleaseGate
  private let vault: SealVault
  private let place: PrintingPlace
  /// The released file.
  private let file: Data
  private var sealed: Document?

  /// Opens what was released of an output.
  ///
  /// - Throws: ``OfficeError`` when the kept file is not the one that was logged.
  init(
    office: OfficeContext, approved: ApprovedCase, output: Output, gate: ReleaseGate,
    kept: Data?, keys: SiteKeys, place: PrintingPlace
  ) throws {
    let vault = SealVault(wrappingKey: keys.imageKey, random: office.surroundings.random)
    guard let file = kept.flatMap({ vault.file($0, of: output.id) }),
      Digest.hex(file) == output.progress.manifest?.file
    else { throw OfficeError(.keptFile, Wording.fileDamaged(output.id)) }
    making = FileMaking(
      office: office, approved: approved, output: output, checkCodeKey: keys.checkCodeKey)
    (self.office, self.gate, self.vault) = (office, gate, vault)
    (self.place, self.file) = (place, file)
  }

  /// What is marked of each sheet; where the register did not keep it, the document is made again.
  var sheets: [Sides] {
    get async throws {
      let kept = place.content == .full ? making.output.progress.manifest?.sheets ?? [] : []
      return kept.isEmpty ? try await sealedDocument().sheetSides(place.content) : kept
    }
  }

  /// What a pass prints, in the best language of the printer's profile that goes over IPP.
  ///
  /// - Throws: ``Refusal`` for a printer that has none.
  func document(of pass: Pass) async throws -> PrintDocument {
    switch place.profile.languages.first(where: { [.pdf, .pwgRaster].contains($0) }) {
    case .pdf:
      let bytes = try await pdf(of: pass)
      return PrintDocument(pdf: { bytes })
    case .pwgRaster: return PrintDocument(pdf: nil, raster: try await raster(of: pass))
    default:
      throw Refusal(
        Diagnostic(at: .field("printer"), Wording.noLanguage(place.profile.name)))
    }
  }

  private func pdf(of pass: Pass) async throws -> Data {
    let sheets = try await sheets
    if place.content == .full, sheets == [pass.sides] { return file }
    let part = try await part(of: pass)
    return try office.workshop.pdfRenderer().pdf(
      part, content: place.content,
      options: PDFOptions(duplex: pass.sides == .duplex ? .longEdge : .simplex))
  }

  /// Drawn once the printer has said which raster it takes.
  private func raster(
    of pass: Pass
  ) async throws -> @Sendable (PrintDocument.RasterSettings) throws -> Data {
    let fonts = try office.workshop.fonts()
    let content = place.content
    let pages = try await part(of: pass).pages.map { $0.calibrated(for: .none, content: content) }
    return { settings in
      var stream = Data()
      try PWGRenderer(fonts: fonts).pwg(pages, options: PWGOptions(settings)) {
        unsafe stream.append(contentsOf: $0)
      }
      return stream
    }
  }

  private func part(of pass: Pass) async throws -> Document {
    try await sealedDocument().part(
      ofSheet: pass.sheet, pass.sides, turning: place.profile.turning)
  }

  /// The released document made again, once.
  ///
  /// - Throws: ``OfficeError`` when any input has changed since.
  private func sealedDocument() async throws -> Document {
    if let sealed { return sealed }
    let output = making.output
    guard let code = output.progress.code, let manifest = output.progress.manifest else {
      preconditionFailure("a released output has its code and manifest")
    }
    let gate = gate
    let seals = try await office.store.read { try gate.confirm(output.seals, $0.seals) }
    let made = try making.file(
      code: code, seals: seals,
      stamper: try vault.stamper(for: seals, straddle: seals[.issuerSeal]))
    guard Digest.hex(made.bytes) == manifest.unsigned else {
      throw OfficeError(
        .keptFile, Wording.notAsReleased(output.id, manifest.changed(from: made.inputs)))
    }
    sealed = made.document
    return made.document
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

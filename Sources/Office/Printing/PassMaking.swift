import Certificates
import Devices
import Diagnostics
import DisplayList
import Foundation
import Measures
import PrintDesk
import Printers
import Seals
import Store

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
  private let calibrations: PlaceCalibrations
  /// The released file.
  private let file: Data
  private var sealed: Document?

  /// Opens what was released of an output.
  ///
  /// - Throws: ``OfficeError`` when the kept file is not the one that was logged.
  init(
    office: OfficeContext, approved: ApprovedCase, output: Output, gate: ReleaseGate,
    kept: Data?, keys: SiteKeys, place: PrintingPlace, calibrations: PlaceCalibrations
  ) throws {
    let vault = SealVault(wrappingKey: keys.imageKey, random: office.surroundings.random)
    guard let file = kept.flatMap({ vault.file($0, of: output.id) }),
      Digest.hex(file) == output.progress.manifest?.file
    else { throw OfficeError(.keptFile, Wording.fileDamaged(output.id)) }
    making = FileMaking(
      office: office, approved: approved, output: output, checkCodeKey: keys.checkCodeKey)
    (self.office, self.gate, self.vault) = (office, gate, vault)
    (self.place, self.calibrations, self.file) = (place, calibrations, file)
  }

  /// What is marked of each sheet; where the register did not keep it, the document is made again.
  var sheets: [Sides] {
    get async throws {
      let kept = place.content == .full ? making.output.progress.manifest?.sheets ?? [] : []
      return kept.isEmpty ? try await sealedDocument().sheetSides(place.content) : kept
    }
  }

  /// What a pass prints, in the best language of the printer's profile.
  ///
  /// - Parameters:
  ///   - pass: the pass.
  ///   - number: the number of the form it is printed on; `nil` for blank paper.
  /// - Returns: the document.
  /// - Throws: ``Refusal`` for a printer that the output was not set for, or that cannot print it.
  func document(of pass: Pass, on number: StockNumber?) async throws -> PrintDocument {
    try checkPitch()
    if place.content == .full, try await sheets == [pass.sides],
      place.profile.languages[0] == .pdf
    {
      let file = file
      return PrintDocument(pdf: { file })
    }
    let part = try await part(of: pass)
    let pages = part.pages.map { calibrations.apply(to: $0, content: place.content) }
    return try PagePrinting(office.workshop, at: place.profile)
      .document(
        of: pages, title: part.title, language: part.language, sides: pass.sides,
        formLength: place.isInStrip
          ? pages.first.map { calibrations.formLength(of: $0.page.size.height) } : nil,
        formsBefore: place.isInStrip ? number?.ordinal ?? 0 : 0)
  }

  /// What was set for one pitch breaks its lines elsewhere at another.
  private func checkPitch() throws {
    let output = making.output
    guard output.device != place.profile.name else { return }
    let set = try office.workshop.device(output.device)
    guard set.residentPitch != place.profile.residentPitch else { return }
    throw Refusal(
      Diagnostic(
        at: .field("printer"), Wording.otherPitch(output.id, set.name, place.printer.name),
        hint: Wording.withdrawFirst))
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

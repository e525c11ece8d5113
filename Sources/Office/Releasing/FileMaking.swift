import CairoOutput
import Certificates
import Credentials
import Crypto
import DisplayList
import Forms
import Foundation
import Measures
import PrintDesk
import Seals
import Signing
import Typesetting

/// Makes the file of an output up to its signature: the same inputs give the same bytes.
struct FileMaking {
  let office: OfficeContext
  let approved: ApprovedCase
  let output: Output
  let checkCodeKey: Data

  /// The file and where its signature belongs.
  struct Result {
    /// The pages that the file shows.
    let document: Document
    let bytes: Data
    /// Over the issuing body's seal; `nil` for a signature that shows on no page.
    let place: SignatureRequest.Place?
    /// SHA-256 of every input by name.
    let inputs: [String: String]
  }

  /// Sets the output with its code, before anything is stamped.
  func document(code: String) throws -> ReleasedDocument {
    let checkCode = CheckCode(number: output.number, serial: output.serial, key: checkCodeKey)
    let credential = PrintedCredential(
      code: code, checkCode: checkCode.description, serial: output.serial)
    return try office.workshop.typesetter(device: output.device).released(
      approved.form, as: output.rendition, credential: credential)
  }

  /// Sets, stamps and draws the output.
  ///
  /// - Parameters:
  ///   - code: the text of the verification code.
  ///   - seals: the seals on it, whose digests are inputs.
  ///   - stamper: what puts them on it.
  /// - Returns: the file, not yet signed.
  /// - Throws: ``Refusal`` when a text finds no room, and what drawing throws.
  func file(code: String, seals: [MarkRole: KeptSeal], stamper: Stamper) throws -> Result {
    let sealed = stamper.sealed(try document(code: code), mode: approved.approval.sealMode)
    let bytes = try office.workshop.pdfRenderer().pdf(
      sealed.document, content: .full, options: try options(for: sealed.document))
    return Result(
      document: sealed.document, bytes: bytes, place: Self.place(in: sealed),
      inputs: try inputs(code: code, seals: seals))
  }

  private func options(for document: Document) throws -> PDFOptions {
    let hasBack = document.pages.contains { $0.side == .back }
    return PDFOptions(
      created: try CreationDate(iso8601: Moment(seconds: output.moment).iso8601),
      duplex: hasBack ? .longEdge : nil)
  }

  private static func place(in sealed: SealedDocument) -> SignatureRequest.Place? {
    sealed.marks.first { $0.role == .issuerSeal }
      .map { SignatureRequest.Place(page: $0.page, frame: $0.frame) }
  }

  private func inputs(code: String, seals: [MarkRole: KeptSeal]) throws -> [String: String] {
    var inputs = try office.workshop.inputs(of: approved.form.layout, device: output.device)
    inputs["content"] = approved.certificate.contentHash
    inputs["engine"] = Digest.hex(Data(office.engine.utf8))
    inputs["code"] = Digest.hex(Data(code.utf8))
    for (role, seal) in seals { inputs["seal \(role.rawValue)"] = seal.digest }
    return inputs
  }
}

extension Output {
  /// What the paper says of itself.
  var rendition: OutputKind {
    switch (kind, ordinal) {
    case (.duplicate, let ordinal?): .duplicate(ordinal: ordinal, issued: day)
    case (.copy, let ordinal?): .copy(ordinal: ordinal)
    default: .original
    }
  }
}

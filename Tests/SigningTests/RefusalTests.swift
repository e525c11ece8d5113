import Diagnostics
import Foundation
import Support
import Testing

@testable import Signing

/// Files that must not be signed, and bytes that are no files.
struct RefusalTests {
  private func message(_ bytes: [UInt8]) -> String? {
    do {
      _ = try PDFRevision(bytes)
      return nil
    } catch { return error.message.english }
  }

  private func changed(_ bytes: [UInt8], by arguments: [String]) throws -> [UInt8] {
    let scratch = try Scratch()
    let path = try scratch.write(Data(bytes), "in.pdf")
    _ = try Program.run("qpdf", arguments + [path, scratch.path("out.pdf")])
    return Array(try scratch.read("out.pdf"))
  }

  @Test func `what cannot be signed is refused with its reason`() async throws {
    let base = try Bases.drawn(pages: 2)
    #expect(message(base) == nil)
    let streams = try changed(base, by: ["--object-streams=generate"])
    #expect(message(streams)?.contains("table of objects in a stream") == true)
    let encrypted = try changed(
      base, by: ["--encrypt", "", "o", "128", "--use-aes=y", "--", "--object-streams=disable"])
    #expect(message(encrypted)?.contains("is encrypted") == true)
    let authority = try TestAuthority.shared.get()
    let signed = try await authority.signer().sign(
      PDFRevision(base), Bases.request(), level: .basic)
    #expect(message(signed.bytes)?.contains("signature already") == true)
    var noted = PDFUpdate(try PDFFile(base))
    let page = try PDFFile(base).pages()[1]
    var dictionary = page.dictionary
    dictionary["Annots"] = .array([])
    noted.set(page.reference, .dictionary(dictionary))
    #expect(message(try noted.file().bytes)?.contains("'Annots'") == true)
    #expect(message([]) != nil)
    #expect(message(Array(base.dropLast(40))) != nil)
  }

  @Test func `a page that is not there is named`() async throws {
    let authority = try TestAuthority.shared.get()
    let revision = try PDFRevision(Bases.drawn(pages: 1))
    let place = SignatureRequest.Place(page: 4, frame: try #require(Bases.request().place).frame)
    let request = SignatureRequest(place: place, moment: Bases.now, reason: "", location: "")
    let error = await #expect(throws: SigningError.self) {
      try await authority.signer().sign(revision, request, level: .basic)
    }
    #expect(error?.description == "the PDF file has no page 5")
  }

  @Test func `damaged files and messages never stop the program`() async throws {
    let authority = try TestAuthority.shared.get()
    let base = try Bases.drawn(pages: 1)
    let store = try authority.store()
    let file = try await authority.signer().sign(
      PDFRevision(base), Bases.request(), level: .longTerm(authority.stamps, store)
    ).bytes
    let check = SignatureCheck(trust: try authority.trust(), level: .longTerm)
    var dice = Dice(seed: 11)
    for _ in 0..<400 {
      var changed = file
      for _ in 0..<dice.number(1...4) {
        changed[dice.number(0...changed.count - 1)] = UInt8(dice.number(0...255))
      }
      if dice.once(in: 3) { changed.removeLast(dice.number(1...changed.count / 2)) }
      if changed != file { _ = check.faults(of: changed) }
    }
  }
}

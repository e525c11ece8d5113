import Certificates
import Credentials
import Crypto
import Foundation
import Office
import PrintDesk
import Signing
import Store
import Support
import Testing

/// A certificate from its approval to the file in the enterprise's hand (design §3).
@Suite struct ReleaseTests {
  @Test(arguments: OfficeWorkplace.Register.allCases)
  func `an approved certificate is released, handed out and valid`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    let place = try await OfficeWorkplace(register)
    let draft = try place.draft()
    let approval = try await Approving(place.office()).approve(place.request(draft)).approval
    let releasing = Releasing(place.office(), keys: place.keys.timestamped)
    let output = try await releasing.release(
      Releasing.Request(subject: .content(draft), kind: .file, device: "generic-laser"))
    #expect(output.state == .released && output.number == approval.number)
    #expect(output.serial == "CCPIT000000000001" && output.revision == 0)
    #expect(output.contentHash == approval.contentHash)
    #expect(
      try await place.checking.answer(toCode: output.progress.code ?? "").answer == .notYetIssued)
    let file = try await place.handOut(output.id)
    let issued = try await place.output(output.id)
    #expect(issued.state == .issued)
    try checkLog(of: issued, file, place)
    try checkFile(file, of: issued, place)
    try await checkRecord(of: issued, approval, place)
    #expect(try await place.handOut(output.id) == file, "the same file again")
    #expect(try place.events(output.id) == [.release, .sealed, .issue], "issued once")
  }

  private func checkLog(of output: Output, _ file: Data, _ place: OfficeWorkplace) throws {
    let entries = try place.log.entries()
    #expect(entries.map(\.event.kind) == [.release, .sealed, .issue])
    let identity = [
      "number": output.number, "serial": output.serial, "output": output.id,
      "contentHash": output.contentHash,
    ]
    let seals = Dictionary(
      uniqueKeysWithValues: output.seals.map { ("seal:\($0.key)", $0.value) })
    #expect(
      Set(output.seals.keys)
        == ["company-seal", "signatory-signature", "issuer-seal", "officer-signature"])
    #expect(entries[0].event.details == identity.merging(seals) { $1 })
    let hash = SHA256.hash(data: file).map { String(format: "%02x", $0) }.joined()
    #expect(entries[1].event.details == identity.merging(["file": hash]) { $1 })
    for index in [0, 1] {
      try #require(try place.log.proof(of: index)).check(key: place.keys.publicKeys.logKey)
    }
  }

  private func checkFile(_ file: Data, of output: Output, _ place: OfficeWorkplace) throws {
    let check = SignatureCheck(trust: place.keys.timestamped.trust, level: .timestamped)
    #expect(check.faults(of: Array(file)) == [])
    let manifest = try #require(output.progress.manifest)
    #expect(manifest.file == Digest.hex(file) && manifest.unsigned != manifest.file)
    #expect(manifest.inputs["content"] == output.contentHash)
    #expect(
      Set(manifest.inputs.keys)
        == [
          "content", "engine", "code", "layout RCEP 2023", "policies", "fonts",
          "device generic-laser", "seal company-seal", "seal signatory-signature",
          "seal issuer-seal", "seal officer-signature",
        ])
  }

  private func checkRecord(
    of output: Output, _ approval: Approval, _ place: OfficeWorkplace
  ) async throws {
    let code = try #require(output.progress.code)
    let (answer, found) = try await place.checking.answer(toCode: code)
    #expect(answer == .valid)
    let record = try #require(found)
    let approved = try await CaseFinder(place.office()).approved(.number(output.number))
    let certificate = approved.certificate
    #expect(certificate.contentHash == approval.contentHash)
    #expect(record.number == output.number && record.serial == output.serial)
    #expect(record.form == "RCEP" && record.destination == "JP" && record.kind == .original)
    #expect(record.issued == place.clock.today() && record.issued == certificate.issue?.date)
    #expect(record.exporter.map { certificate.exporter?.name.hasPrefix($0) } == true)
    #expect(record.invoice == certificate.invoices.first?.number)
    #expect(record.items == 1 && record.revision == 0)
    #expect(certificate.contentHash.hasPrefix(Hex.encode(record.contentHash)))
  }

  @Test func `another program reads the record from the page`() async throws {
    let place = try await OfficeWorkplace()
    let output = try await place.release(try await place.approve(try place.draft()).number)
    let file = try place.scratch.write(try await place.handOut(output.id), "certificate.pdf")
    let page = place.scratch.path("page")
    _ = try Program.run("pdftoppm", ["-r", "300", "-f", "1", "-l", "1", "-png", file, page])
    let picture = try #require(
      try FileManager.default.contentsOfDirectory(atPath: place.scratch.url.path)
        .first { $0.hasPrefix("page") })
    let read = try Program.run("zbarimg", ["-q", "--raw", place.scratch.path(picture)])
    #expect(read.text.trimmingCharacters(in: .whitespacesAndNewlines) == output.progress.code)
    let text = try Program.run("pdftotext", [file, "-"]).text
    let code = CheckCode(
      number: output.number, serial: output.serial, key: place.keys.ring.checkCodeKey)
    for shown in [output.number, output.serial, code.description] {
      #expect(text.contains(shown), "\(shown)")
    }
  }

  @Test(arguments: OfficeWorkplace.Register.allCases)
  func `numbers and serials come in a row, and the same request gives the same bytes (X15)`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    let place = try await OfficeWorkplace(register)
    var (numbers, serials): ([String], [String]) = ([], [])
    for seed in 1...3 {
      let approval = try await place.approve(try place.draft(seed: seed))
      let output = try await place.release(approval.number)
      numbers.append(approval.number)
      serials.append(output.serial)
      let file = try await place.keptFile(output.id)
      #expect(try await place.release(approval.number) == output)
      #expect(try await place.handOut(output.id) == file)
    }
    let year = place.clock.today().year % 100
    #expect(numbers == (1...3).map { "\(year)RC\(OfficeSeals.enterprise)/0000\($0)" })
    #expect(serials == (1...3).map { "CCPIT00000000000\($0)" })
    #expect(try place.log.entries().count == 9)
  }
}

import CairoOutput
import Certificates
import Credentials
import DisplayList
import Foundation
import Glibc
import Notation
import Office
import Seals
import Signing
import Typesetting

/// Measures seal, signature and check in one process, everything they need in memory: see sealing.py.
///
/// Arguments: a folder with `data` and the scans of four marks, how many files to make, and the URI of a
/// printer that takes no time. Prints one JSON object a line: what was done, how often, and the CPU seconds of the whole process for it.
@main
enum TrustBench {
  private static let different = 20
  private static let checks = 2_000
  private static let sheets = 40

  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let count = Int(arguments[2]), count > 0 else {
      print("usage: TrustBench FOLDER COUNT PRINTER")
      exit(2)
    }
    let now = Moment(seconds: Int(Date().timeIntervalSince1970))
    let subject = try await Subject.prepared(
      folder: arguments[1], count: min(count, different), at: now)
    // Once for warmth: faces are opened, marks and templates prepared.
    for original in subject.originals {
      _ = try await signed(try drawn(original, subject, now), subject, now)
    }
    try await seal(count, subject, now)
    try verify(subject)
    try await printing(arguments[1], subject.keys, at: arguments[3])
  }

  /// Draws without seals, then stamps and draws, then signs at level B-B with the check of the finished
  /// file.
  ///
  /// What the first costs every rendering costs; what the second costs more is the seals' share.
  private static func seal(_ count: Int, _ subject: Subject, _ now: Moment) async throws {
    var (plain, sealed, signing) = (0.0, 0.0, 0.0)
    var bytes = 0
    for number in 0..<count {
      let original = subject.originals[number % subject.originals.count]
      let started = seconds
      _ = try file(original.document.document, subject, now)
      let unsealed = seconds
      let drawn = try drawn(original, subject, now)
      let stamped = seconds
      bytes += try await signed(drawn, subject, now).bytes.count
      plain += unsealed - started
      sealed += stamped - unsealed
      signing += seconds - stamped
    }
    report("draw without seals", count, plain)
    report("seal and draw", count, sealed)
    report("sign and check", count, signing)
    report("bytes of all files", count, Double(bytes))
  }

  private static func verify(_ subject: Subject) throws {
    let started = seconds
    for number in 0..<checks {
      let code = subject.originals[number % subject.originals.count].code
      guard case .signed = RecordCheck(code, keys: subject.keys.keyList) else {
        print("a code was not accepted")
        exit(1)
      }
    }
    report("verify a code", checks, seconds - started)
  }

  /// What the desk itself costs for a sheet: burned, sent, followed, judged; the printer is elsewhere.
  private static func printing(
    _ folder: String, _ keys: SiteKeys, at printer: String
  ) async throws {
    let office = "\(folder)/desk-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: office, withIntermediateDirectories: true)
    let desk = try await DeskWork.prepared(
      folder: office, keys: keys.basic, seals: try seals(in: folder),
      printer: printer, count: sheets)
    let started = seconds
    try await desk.run()
    report("print a sheet", sheets, seconds - started)
  }

  private static func seals(in folder: String) throws -> [(SealOwner, SealImage)] {
    let owners: [MarkRole: SealOwner] = [
      .companySeal: .enterprise(DeskWork.enterprise),
      .signatorySignature: .signatory(enterprise: DeskWork.enterprise, id: "zhang"),
      .issuerSeal: .issuer, .officerSignature: .officer("li"),
    ]
    return try Subject.places.compactMap { role, place in
      try owners[role].map { ($0, try Subject.image(place, in: folder)) }
    }
  }

  // MARK: Steps

  private static func file(
    _ document: Document, _ subject: Subject, _ now: Moment
  ) throws -> Data {
    let options = PDFOptions(created: try CreationDate(iso8601: now.iso8601), duplex: .longEdge)
    return try subject.renderer.pdf(document, content: .full, options: options)
  }

  private static func drawn(
    _ original: Subject.Original, _ subject: Subject, _ now: Moment
  ) throws -> (file: Data, place: SignatureRequest.Place?) {
    let sealed = subject.stamper.sealed(original.document, mode: .electronic)
    let file = try file(sealed.document, subject, now)
    let seal = sealed.marks.first { $0.role == .issuerSeal }
    return (file, seal.map { SignatureRequest.Place(page: $0.page, frame: $0.frame) })
  }

  private static func signed(
    _ drawn: (file: Data, place: SignatureRequest.Place?), _ subject: Subject, _ now: Moment
  ) async throws -> SignedPDF {
    let request = SignatureRequest(
      place: drawn.place, moment: now, reason: "Certificate of origin", location: "BEIJING,CHINA")
    return try await subject.keys.signer.sign(
      PDFRevision(Array(drawn.file)), request, level: .basic)
  }

  // MARK: Report

  /// The CPU time that the kernel has charged this process, all threads.
  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func report(_ name: String, _ count: Int, _ value: Double) {
    let line: JSONValue = [
      "name": .text(name), "count": .integer(count), "value": .number("\(value)"),
    ]
    print(JSONWriter.text(line).replacing("\n", with: " "))
  }
}

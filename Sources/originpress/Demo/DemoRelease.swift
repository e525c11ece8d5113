import Certificates
import Diagnostics
import Foundation
import Notation
import PrintDesk
import Printers

/// Releases certificates in the demonstration's office and has them checked.
struct DemoRelease {
  let press: Press
  /// The demo's folder.
  let folder: String

  /// One released certificate of the report.
  struct Entry {
    let title: String
    var file: String?
    var pictures: [String] = []
    /// What was done or asked, and what came of it.
    let lines: [(String, String)]
  }

  private static let dataName = "data"
  private static let marker = "demonstration"

  /// Sets the office up anew and releases: a file, a file of several sheets, an original for paper that
  /// is made anew.
  func run() async throws -> [Entry] {
    let demo = try await DemoOffice(press: press, folder: try emptyData())
    let released = [
      try await file("RCEP", to: "JP", items: 3, demo, isChecked: true),
      try await file("RCEP", to: "AU", items: 30, demo, isChecked: false),
      try await paper("C", demo),
    ]
    return released + (try await DemoDesk(demo: demo, folder: folder, sample: sample).run())
  }

  /// The data folder of an earlier demonstration is thrown away; any other is left alone.
  private func emptyData() throws -> String {
    let data = "\(folder)/\(Self.dataName)"
    if InputFile.exists(data) {
      guard InputFile.exists("\(data)/\(Self.marker)") else {
        throw OutsideFailure(message: Wording.foreignData(data))
      }
      try? FileManager.default.removeItem(atPath: data)
    }
    try OutputFile.makeFolder(data)
    try OutputFile.write(Data(), to: "\(data)/\(Self.marker)")
    return data
  }

  // MARK: Certificates

  private func file(
    _ form: String, to destination: String, items: Int, _ demo: DemoOffice, isChecked: Bool
  ) async throws -> Entry {
    let approval = try await demo.approve(try sample(form, to: destination, items: items))
    let output = try await demo.release(approval.number, as: .file)
    var lines = [("before it is handed out", try await demo.check(output))]
    let bytes = try await demo.handOut(output)
    let name = "sealed-\(form)-\(destination)"
    try OutputFile.write(bytes, to: "\(folder)/\(name).pdf")
    lines.append(("number, serial and check code", try await demo.check(output)))
    if isChecked { lines += try await checks(of: bytes, output, demo) }
    print("released \(output.number), serial \(output.serial), as \(name).pdf")
    return Entry(
      title: "\(form) \(output.number), serial \(output.serial)", file: "\(name).pdf",
      pictures: try await pictures(of: name),
      lines: lines.map { ($0.0, $0.1.text(in: Outside.language)) })
  }

  /// The code without network and with the register, the file as it is and with one byte changed.
  private func checks(
    of bytes: Data, _ output: Output, _ demo: DemoOffice
  ) async throws -> [(String, Message)] {
    guard let code = output.progress.code else {
      preconditionFailure("a released output has a code")
    }
    let byCode = try await demo.check(code: code)
    var altered = bytes
    altered[altered.count / 3] ^= 1
    return [
      ("code, by the published keys alone", byCode.offline),
      ("code, by the register", byCode.online),
      ("the file", try await demo.check(file: bytes)),
      ("the file with one bit changed", try await demo.check(file: altered)),
    ]
  }

  /// An original for paper, made anew before it is printed (重新生成).
  private func paper(_ form: String, _ demo: DemoOffice) async throws -> Entry {
    let approval = try await demo.approve(try sample(form, to: nil, items: 3))
    let first = try await demo.release(approval.number, as: .original)
    let second = try await demo.regenerate(approval.number, as: .original)
    print("released \(second.number) for paper, made anew: serial \(second.serial)")
    return Entry(
      title: "\(form) \(second.number), for paper",
      lines: [
        ("serial \(first.serial)", try await demo.check(first).text(in: Outside.language)),
        ("serial \(second.serial)", try await demo.check(second).text(in: Outside.language)),
      ])
  }

  private func sample(
    _ form: String, to destination: String?, items: Int
  ) throws -> CertificateDraft {
    try Sample.certificate(
      form: form, items: items, destination: destination, seed: items,
      policies: try press.policies())
  }

  /// Pictures of a released file by poppler, a stranger's eye: ours are drawn from pages, which stay
  /// inside once they are sealed.
  private func pictures(of name: String) async throws -> [String] {
    let tool = "/usr/bin/pdftoppm"
    guard InputFile.exists(tool) else { return [] }
    let program = try ChildProcess(
      [tool, "-r", "100", "-png", "\(folder)/\(name).pdf", "\(folder)/\(name)"],
      log: URL(fileURLWithPath: "\(folder)/pictures.log"), environment: [:])
    while program.exitStatus == nil { try await Task.sleep(for: .milliseconds(10)) }
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("\(name)-") && $0.hasSuffix(".png") }.sorted()
  }
}

import Certificates
import Foundation
import PrintDesk
import Store

/// Records for the register's tests.
enum Records {
  static let day: CalendarDate = {
    guard let day = CalendarDate("2026-11-25") else { preconditionFailure("a day of November") }
    return day
  }()

  static func approval(_ number: String, _ hash: String = "c", _ request: String = "r") -> Approval
  {
    Approval(
      number: number, contentHash: hash + number, requestHash: request + number, officer: "li",
      date: day, place: "BEIJING,CHINA", printPlace: .local, sealMode: .electronic,
      enterprise: "1100B0001", signatory: "zhang", moment: 1_790_000_000)
  }

  static func output(
    _ ordinal: Int, of number: String = "N1", serial: String? = nil, key: String? = nil
  ) -> Output {
    Output(
      id: Output.id(ordinal), number: number, contentHash: "c" + number, kind: .file,
      serial: serial ?? "S\(ordinal)", revision: ordinal - 1, requestKey: key ?? "k\(ordinal)",
      moment: 1_790_000_000 + ordinal, day: day, device: "generic-laser",
      seals: ["company-seal": "enterprise/1100B0001:company:1"])
  }

  /// A released output on paper.
  static func paper(
    _ ordinal: Int, of number: String, serial: String? = nil, _ kind: Output.Kind = .original,
    copy: Int? = nil
  ) -> Output {
    Output(
      id: Output.id(ordinal), number: number, contentHash: "c" + number, kind: kind,
      serial: serial ?? "S\(ordinal)", ordinal: copy, revision: 0, requestKey: "k\(ordinal)",
      moment: 1_790_000_000 + ordinal, day: day, device: "generic-laser", seals: [:],
      state: .released, progress: ReleaseProgress(), voidReason: nil)
  }

  static func person(_ id: String) -> Operator {
    Operator(
      id: id, name: "Li Ming", role: .officer,
      pin: PIN(salt: Data([1, 2]), hash: Data([3, 4])))
  }

  /// Everything of a release but the register's own state.
  static let progress = ReleaseProgress(
    releaseEntry: 3, code: "HTTPS://CHECK.EXAMPLE.ORG/V/AAAA",
    manifest: Manifest(
      inputs: ["content": "00", "fonts": "11"], unsigned: "22", file: "33",
      sheets: [.duplex, .front]),
    fileEntry: 4)
}

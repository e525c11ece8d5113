import Foundation
import Notation

/// One reader of outside bytes; it must refuse or accept, never stop the program.
enum Target: String, CaseIterable {
  case json
  case yaml

  /// The reader named by `ORIGINPRESS_FUZZ_TARGET`.
  static let chosen: Target = {
    let name = ProcessInfo.processInfo.environment["ORIGINPRESS_FUZZ_TARGET"] ?? ""
    guard let target = Target(rawValue: name) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      preconditionFailure("ORIGINPRESS_FUZZ_TARGET is none of \(names)")
    }
    return target
  }()

  func read(_ bytes: Data) {
    switch self {
    case .json: _ = try? JSONText.parse(bytes, file: "fuzz.json")
    case .yaml: _ = try? YAMLText.parse(bytes, file: "fuzz.yaml")
    }
  }
}

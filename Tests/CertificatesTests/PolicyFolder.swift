import Certificates
import Diagnostics
import Foundation
import Notation
import Support

/// The policy tables of the checkout, read once.
enum PolicyFolder {
  static let policies: Result<Policies, any Error> = Result {
    let files = try Repository.files(in: "Layouts/policy", ending: ".yaml")
      .filter { !$0.hasSuffix("/site.yaml") }
    return try Policies(
      try files.map { try YAMLText.parse(try Repository.bytes($0), file: $0) })
  }

  static func load() throws -> Policies { try policies.get() }

  static func site() throws -> Issuer? {
    let path = "Layouts/policy/site.yaml"
    let findings = Findings()
    let issuer = Issuer(try YAMLText.parse(try Repository.bytes(path), file: path), findings)
    try findings.throwErrors()
    return issuer
  }
}

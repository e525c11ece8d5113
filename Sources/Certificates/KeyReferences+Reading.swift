package import Diagnostics
import Foundation
package import Notation

extension KeyReferences: NodeReadable {
  /// Reads the section `keys` of `site.yaml` strictly, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let pdf = reader.node("pdf").map { File($0, findings) } ?? Self.standard.pdf
    let record = reader.node("record").map { Record($0, findings) } ?? Self.standard.record
    reader.finish()
    guard let pdf, let record else { return nil }
    self.init(pdf: pdf, record: record)
  }
}

extension KeyReferences.File: NodeReadable {
  /// Reads the member `pdf`.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let key = KeyReference(reader, standard: .file(Self.standardKey))
    let certificate: String? = reader.optional("certificate")
    let trust: [String]? = reader.optional("trust")
    let revoked: [String]? = reader.optional("revoked")
    let level: KeyReferences.Level? = reader.optional("level")
    let timestamp = reader.url("timestamp") { $0.isWeb }
    reader.finish()
    if trust?.isEmpty == true { findings.error(at: reader.place(of: "trust"), Wording.noTrust) }
    if level == .longTerm, revoked?.isEmpty ?? true {
      findings.error(at: reader.place(of: "level"), Wording.noRevocationLists)
    }
    guard let key, !findings.hasErrors else { return nil }
    self.init(
      key: key, certificate: certificate ?? Self.standardCertificate,
      trust: trust ?? Self.standardTrust, revoked: revoked ?? [], level: level ?? .timestamped,
      timestamp: timestamp)
  }
}

extension KeyReferences.Record: NodeReadable {
  /// Reads the member `record`.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let key = KeyReference(reader, standard: nil)
    let publicKey: String? = reader.optional("public")
    reader.finish()
    if case .service(let service)? = key, service.algorithm != .ecdsaP256 {
      findings.error(at: reader.place(of: "algorithm"), Wording.recordAlgorithm)
      return nil
    }
    guard let key else { return nil }
    self.init(key: key, publicKey: publicKey ?? Self.standardPublicKey)
  }
}

extension KeyReference {
  private static let kinds = ["file", "module", "service"]

  /// Reads where a key is from the members of an object that has others too; `standard` holds when
  /// nothing is said, without it something must be.
  fileprivate init?(_ reader: ObjectReader, standard: KeyReference?) {
    let stated = Self.kinds.filter { reader.node($0) != nil }
    guard stated.count == 1 || stated.isEmpty && standard != nil else {
      reader.findings.error(at: reader.place, Wording.keyPlace)
      return nil
    }
    let found: KeyReference? =
      switch stated.first {
      case "file": reader.required("file").map { .file($0) }
      case "module": Module(reader).map { .module($0) }
      case "service": Service(reader).map { .service($0) }
      default: standard
      }
    guard let found else { return nil }
    self = found
  }
}

extension KeyReference.Module {
  fileprivate init?(_ reader: ObjectReader) {
    let library: String? = reader.required("module")
    let token: String? = reader.required("token")
    let key: String? = reader.required("key")
    guard let library, let token, let key else { return nil }
    self.init(library: library, token: token, key: key)
  }
}

extension KeyReference.Service {
  fileprivate init?(_ reader: ObjectReader) {
    let url = reader.url("service") { $0.isWeb && ($0.scheme == "https" || $0.isLoopback) }
    let key: String? = reader.required("key")
    let algorithm: KeyReference.Algorithm? =
      reader.node("algorithm") == nil ? .ecdsaP256 : reader.required("algorithm")
    let tokenFile: String? = reader.optional("token-file")
    guard let url, let key, let algorithm else { return nil }
    self.init(url: url, key: key, algorithm: algorithm, tokenFile: tokenFile)
  }
}

extension KeyReference.Algorithm: NodeChoice {}

extension KeyReferences.Level: NodeChoice {}

extension ObjectReader {
  /// An address that passes a test; reported when it does not, `nil` also when absent.
  fileprivate func url(_ key: String, passes: (URLComponents) -> Bool) -> String? {
    guard let text: String = optional(key) else { return nil }
    guard let parts = URLComponents(string: text), passes(parts) else {
      findings.error(at: place(of: key), Wording.serviceAddress(text))
      return nil
    }
    return text
  }
}

extension URLComponents {
  fileprivate var isWeb: Bool {
    ["https", "http"].contains(scheme) && host?.isEmpty == false && user == nil
  }

  fileprivate var isLoopback: Bool {
    ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
  }
}

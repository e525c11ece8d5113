import ArgumentParser
import Certificates
import Devices
import Forms
import Notation

/// `schema`: JSON Schemas for editors and other programs.
struct SchemaCommand: ParsableCommand {
  /// What has a schema.
  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case certificate, layout, printer, site
  }

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Writes the JSON Schema of a kind of file.",
    discussion: """
      EXAMPLES
        originpress schema certificate > certificate.schema.json
      """)

  @Argument(help: "certificate, layout, printer or site.")
  var subject: Subject

  func run() throws {
    let text =
      switch subject {
      case .certificate: JSONWriter.text(CertificateSchema.json)
      case .layout: JSONWriter.text(LayoutSchema.json)
      case .printer: String(decoding: DeviceProfile.schema(), as: UTF8.self)
      case .site: JSONWriter.text(Issuer.schema)
      }
    print(text)
  }
}

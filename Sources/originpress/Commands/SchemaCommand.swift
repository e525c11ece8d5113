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
    let schema =
      switch subject {
      case .certificate: CertificateSchema.json
      case .layout: LayoutSchema.json
      case .printer: DeviceProfile.schema
      case .site: Issuer.schema
      }
    print(JSONWriter.text(schema))
  }
}

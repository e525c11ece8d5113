package import CairoOutput
package import Certificates
package import Devices
import Diagnostics
package import Forms
package import Foundation
import Notation
import Office
package import Typesetting
package import Typography

/// The layouts, policies, fonts and devices of the checkout, some of which a test exchanges.
package final class TestWorkshop: Workshop {
  /// Another issuing body.
  package var otherIssuer: Issuer?
  /// Other policies.
  package var otherPolicies: Policies?
  /// Another layout for every form.
  package var otherLayout: Layout?
  /// Another device profile under every name.
  package var otherDevice: DeviceProfile?
  /// Other hashes of inputs, by the start of their names.
  package var otherInputs: [String: String] = [:]
  private var renderer: PDFRenderer?

  package init() {}

  private static let sharedFonts = Result {
    let findings = Findings()
    let manifest = FontManifest(try Site.yaml("Fonts/fonts.yaml"), findings)
    try findings.throwErrors()
    guard let manifest else { throw Refusal(findings.diagnostics) }
    let cache = FileManager.default.temporaryDirectory.appending(path: "originpress-test-fonts")
    return try FontCatalogue(manifest: manifest, source: .live(cacheFolder: cache.path))
  }
  private static let sharedTypesetter = Result { try typesetter(for: device("generic-laser")) }

  /// A device profile of the checkout.
  package static func device(_ name: String, file: Data? = nil) throws -> DeviceProfile {
    let bytes = try file ?? Repository.bytes("printers/\(name).yaml")
    return try DeviceProfile.read(name, from: [UInt8](bytes), file: "\(name).yaml")
  }

  private static func typesetter(for device: DeviceProfile) throws -> Typesetter {
    Typesetter(shaper: Shaper(catalogue: try sharedFonts.get()), device: device)
  }

  package func issuer() throws -> Issuer { try otherIssuer ?? Site.load().issuer }

  package func policies(of form: String?) throws -> Policies {
    try otherPolicies ?? Site.load().policies
  }

  package func layout(form: String, day: CalendarDate) throws -> Layout {
    if Site.isDocument(form) { return try Site.document(form) }
    return try otherLayout ?? Site.load().library.layout(form: form, day: day)
  }

  package func typesetter(device: String?) throws -> Typesetter {
    if let otherDevice { return try Self.typesetter(for: otherDevice) }
    guard let device, device != "generic-laser" else { return try Self.sharedTypesetter.get() }
    return try Self.typesetter(for: Self.device(device))
  }

  package func fonts() throws -> FontCatalogue { try Self.sharedFonts.get() }

  package func device(_ name: String) throws -> DeviceProfile {
    try otherDevice ?? Self.device(name)
  }

  package func pdfRenderer() throws -> PDFRenderer {
    if let renderer { return renderer }
    let made = PDFRenderer(fonts: try Self.sharedFonts.get())
    renderer = made
    return made
  }

  package func inputs(of layout: Layout, device: String) throws -> [String: String] {
    let policies = try Repository.files(in: "Layouts/policy", ending: ".yaml")
    var inputs = [
      "layout \(layout.name)": try digest(
        of: "Layouts/\(layout.form)/\(layout.edition)/layout.yaml"),
      "policies": Digest.hex(
        Data(try policies.map { try digest(of: $0) }.joined(separator: "\n").utf8)),
      "fonts": try digest(of: "Fonts/fonts.yaml"),
      "device \(device)": try digest(of: "printers/\(device).yaml"),
    ]
    for (start, hash) in otherInputs {
      for name in inputs.keys where name.hasPrefix(start) { inputs[name] = hash }
    }
    return inputs
  }

  private func digest(of path: String) throws -> String { Digest.hex(try Repository.bytes(path)) }
}

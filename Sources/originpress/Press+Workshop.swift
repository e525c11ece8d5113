import CairoOutput
import Certificates
import Diagnostics
import Forms
import Foundation
import Office
import Synchronization
import Typesetting

/// What the office's use cases need, from the files of the home folder.
extension Press: Workshop {
  func layout(form: String, day: CalendarDate) throws -> Layout {
    try editions(of: form).layout(form: form, day: day)
  }

  func pdfRenderer() throws -> PDFRenderer { PDFRenderer(fonts: try fonts()) }

  func inputs(of layout: Layout, device: String) throws -> [String: String] {
    let policies = try home.policyFiles().map { "\($0) \(try digest(of: $0))" }
    return [
      "layout \(layout.name)": try digest(of: layout),
      "policies": Digest.hex(Data(policies.joined(separator: "\n").utf8)),
      "site": try digest(of: home.siteFile),
      "fonts": try digest(of: "Fonts/fonts.yaml"),
      "device \(device)": try digest(of: "printers/\(device).yaml"),
    ]
  }

  private func digest(of path: String) throws(Refusal) -> String {
    Digest.hex(try home.bytes(path))
  }

  /// Of every file that an edition is made of: its own, what that includes, its notes.
  private func digest(of layout: Layout) throws -> String {
    let read = Mutex<[String: String]>([:])
    let files = home.layoutFiles
    let recording = LayoutFiles(folder: files.folder) { path in
      let bytes = try files.read(path)
      read.withLock { $0[path] = Digest.hex(bytes) }
      return bytes
    }
    let findings = Findings()
    _ = Layout(
      path: "\(layout.form)/\(layout.edition)/layout.yaml", files: recording, findings)
    try findings.throwErrors()
    let lines = read.withLock { $0 }.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return Digest.hex(Data(lines.joined(separator: "\n").utf8))
  }
}

import ArgumentParser
import CairoOutput
import Certificates
import Devices
import Diagnostics
import DisplayList
import Forms
import Foundation
import Office

/// `render`: certificates as marked files.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Renders a certificate on its form; always marked, never sealed.",
    discussion: """
      The format follows from the output's ending: .pdf, .png (one file a page), .pwg, or .prn for the
      ESC/P of impact printers, which print only what preprinted stock lacks.

      EXAMPLES
        originpress render c.json -o c.pdf
        originpress render c.json -o c.pdf --content overlay       only what preprinted stock lacks
        originpress render c.json -o c.pdf --content overlay --picture seen.png    and how it looks
        originpress render c.json -o a.pdf --document application  the application form 申请书
        originpress render c.json -o d.pdf --copy duplicate --ordinal 1 --on 2026-06-01
        originpress render c.json -o front.png --side front --dpi 150
        originpress render c.json -o b.pdf --side back --turned    turned by hand
        originpress render c.json -o - --format pwg --dpi 600 > c.pwg
        originpress render c.json -o c.prn --device generic-24pin --picture c.png
        originpress render --batch many.jsonl -o folder            one PDF a line
        originpress render --batch many.jsonl -o all.pdf           all in one PDF
        originpress render --batch many.jsonl -o folder --format png
        originpress render c.json --against O-00000012 --data DIR  is it still that output's document?
      """)

  @Argument(help: "The certificate's JSON file; '-' is standard input.")
  var file: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Output file; '-' is standard output.", valueName: "out"))
  var output: String?

  @OptionGroup var comparison: AgainstOptions

  @Option(help: ArgumentHelp("Many certificates, one a line (JSONL).", valueName: "file"))
  var batch: String?

  @Option(help: "full, overlay (套打) or blank; full by default, overlay for escp.")
  var content: Content?

  @Option(help: "certificate, application (申请书), invoice (发票) or material (日本进料信息).")
  var document = DocumentKind.certificate

  @OptionGroup var copies: CopyOptions

  @Option(help: "front, back or both.")
  var side = SideChoice.both

  @Flag(
    help: """
      With --side front or back: one pile in the order and turn that the device's profile states, \
      for printers whose sheets a person turns; see 'printer turning-test'.
      """)
  var turned = false

  @Option(help: "pdf, png, pwg or escp; from the output's ending by default.")
  var format: OutputFormat?

  @Option(
    help: ArgumentHelp(
      "Of an overlay: the form with what is printed on it, as PNG for the screen; of escp the bytes read "
        + "back.", valueName: "png"))
  var picture: String?

  @Option(help: "Dots per inch of png (150) and pwg (600).")
  var dpi: Int?

  @Flag(help: "PWG raster in one bit a dot instead of eight.")
  var mono = false

  @Option(help: ArgumentHelp("Device profile of printers/ to set for.", valueName: "profile"))
  var device: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (file == nil) != (batch == nil) else {
      throw ValidationError("Give either a certificate file or --batch.")
    }
    guard (output == nil) != (comparison.against == nil) else {
      throw ValidationError("Give either -o with an output file, or --against.")
    }
    guard comparison.against == nil || file != nil else {
      throw ValidationError("--against takes one certificate file.")
    }
    guard !turned || side != .both else {
      throw ValidationError("--turned needs --side front or --side back.")
    }
    guard picture == nil || batch == nil && (isForPins || content == .overlay) else {
      throw ValidationError("--picture goes with one certificate as escp or --content overlay.")
    }
    if let dpi, !PNGRenderer.resolutions.contains(dpi) {
      let range = PNGRenderer.resolutions
      throw ValidationError("--dpi takes \(range.lowerBound) to \(range.upperBound).")
    }
  }

  func run() throws {
    guard let output else { preconditionFailure("a comparison waits") }
    let content = try shownContent
    try document.check(content)
    try document.check(copies.copy)
    let press = try Press(shared)
    let device = device ?? (isForPins ? DeviceCatalogue.defaultImpactName : nil)
    let desk = FormDesk(press: press, device: device, kind: document)
    let turning = turned ? try press.turning(device: device) : nil
    let rendering = Rendering(
      press: press, content: content, side: side, resolution: dpi, isMono: mono, turning: turning,
      device: device, picture: picture)
    if let batch {
      let run = BatchRun(desk: desk, rendering: rendering, format: format, rendition: rendition)
      try run.run(file: batch, output: output)
    } else if let file {
      let format = try OutputFormat.chosen(stated: format, for: output)
      let checked = try desk.certificate(from: InputFile.read(file), named: file)
      if !checked.warnings.isEmpty { Complaint.write(checked.warnings, asJSON: shared.json) }
      let document = try desk.document(of: checked.form, as: rendition(of: checked.form))
      try rendering.write([document], as: format, to: output)
    }
    if let turning {
      let hint = Diagnostic(.warning, at: Place(), Wording.layBack(turning.pile))
      Complaint.write([hint], asJSON: shared.json)
    }
  }

  /// What is rendered of a certificate; the empty form is a specimen unless stated otherwise.
  private func rendition(of form: BoundForm) throws(Refusal) -> Rendition {
    try copies.rendition(of: form.certificate, otherwise: content == .blank ? .specimen : .draft)
  }

  /// Whether ESC/P is asked for.
  private var isForPins: Bool { (format ?? output.flatMap { OutputFormat(path: $0) }) == .escp }

  /// What comes out; pins strike only what preprinted stock lacks.
  private var shownContent: Content {
    get throws(Refusal) {
      guard isForPins else { return content ?? .full }
      if let content, content != .overlay {
        throw Refusal(
          Diagnostic(at: .field("content"), Wording.onlyOverlay, hint: Wording.leaveOutContent))
      }
      return .overlay
    }
  }
}

extension RenderCommand: SometimesWaiting {
  var waits: Bool { comparison.against != nil }

  func runWaiting() async throws {
    guard let file else { preconditionFailure("a comparison has a file") }
    try await comparison.run(file: file, shared)
  }
}

extension Content: ExpressibleByArgument {}

import ArgumentParser
import Diagnostics
import Seals

/// `seal`: scans of seals and signatures.
struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Makes seals and signatures (印章图样、手签) from scans, and keeps them.",
    subcommands: [
      SealPrepareCommand.self, SealInspectCommand.self, SealEnrollCommand.self,
      SealApproveCommand.self, SealEndCommand.self, SealSuspendCommand.self, SealListCommand.self,
      SealPictureCommand.self,
    ])
}

/// What both parts of the command take.
struct ScanOptions: ParsableArguments {
  @Argument(help: "The scan as PNG, JPEG or TIFF; '-' is standard input.")
  var scan: String

  @Option(help: "company (公章), bilingual (中英文章), issuer, retroactive (补发章) or signature.")
  var kind = SealKind.company

  @Option(help: "Background removal, 0 (keeps most) to 100 (removes most).")
  var slider = Slider.standard.value

  @Option(help: "The scanner's dots per inch; as the file states by default.")
  var dpi: Double?

  @Option(help: ArgumentHelp("Turns the mark anticlockwise.", valueName: "degrees"))
  var turn = 0.0

  func validate() throws {
    guard Slider.range.contains(slider) else {
      throw ValidationError("--slider takes 0 to 100.")
    }
    guard (-180...180).contains(turn) else {
      throw ValidationError("--turn takes -180 to 180.")
    }
    if let dpi, !Scan.resolutions.contains(dpi) {
      throw ValidationError("--dpi takes 150 to 1200.")
    }
  }

  /// Reads and prepares the scan.
  ///
  /// - Throws: ``Refusal`` when the file is no scan.
  func prepared() throws(Refusal) -> SealPreparation {
    let upload = try InputFile.read(scan, limit: Self.largest)
    do throws(Refusal) {
      let scan = try Scan(upload: upload, stated: dpi)
      return SealPreparation(scan, kind: kind, slider: Slider(slider), turn: turn)
    } catch {
      throw error.inFile(self.scan)
    }
  }

  /// More than a page scanned at 600 dpi without compression has.
  private static let largest = 200 << 20
}

/// `seal prepare`: from a scan to a seal.
struct SealPrepareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare",
    abstract: "Cuts the seal or signature out of a scan, in its true size.",
    discussion: """
      Stamp or sign on white paper, scan it in colour at 600 dpi. The paper, other inks and specks are
      removed, rectangles are straightened, and the seal is written as a PNG of one colour with
      transparency at 600 dpi. A scan that fails a gate is refused with the gate's name; nothing is
      written then.

      EXAMPLES
        originpress seal prepare scan.png -o seal.png
        originpress seal prepare scan.jpg -o seal.png --slider 60      less background
        originpress seal prepare scan.tif -o seal.png --kind issuer --json
        originpress seal prepare signed.png -o hand.png --kind signature --dpi 600
      """)

  @OptionGroup var options: ScanOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Output .png; '-' is standard output.", valueName: "out"))
  var output: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let prepared = try options.prepared()
    do throws(Refusal) {
      _ = try prepared.taken()
    } catch {
      throw error.inFile(options.scan)
    }
    try OutputFile.write(try prepared.taken().png(), to: output)
    if output != "-" { SealReport(prepared).write(asJSON: shared.json) }
  }
}

/// `seal inspect`: what a scan shows.
struct SealInspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Tells shape, size, colour and gates of a scan or seal; writes nothing.",
    discussion: """
      EXAMPLES
        originpress seal inspect scan.png
        originpress seal inspect seal.png --json
        originpress seal inspect signed.jpg --kind signature --dpi 300
      """)

  @OptionGroup var options: ScanOptions

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let prepared = try options.prepared()
    SealReport(prepared).write(asJSON: shared.json)
    guard prepared.faults.isEmpty else {
      throw Refusal(prepared.faults).inFile(options.scan)
    }
  }
}

extension SealKind: ExpressibleByArgument {}

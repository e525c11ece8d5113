import CairoOutput
import Devices
import Diagnostics
import DisplayList
import EscpOutput
import Foundation
import Office

/// Turns finished documents into files.
final class Rendering {
  private let press: Press
  private let content: Content
  private let side: SideChoice
  private let resolution: Int?
  private let isMono: Bool
  /// How the printer's paper lies, when one pile for each side is asked for.
  private let turning: Turning?
  /// The device profile, where one is named.
  private let device: String?
  /// Where the picture goes of the form with what is printed on it.
  private let picturePath: String?
  private var pdfRenderer: PDFRenderer?
  private var pngRenderer: PNGRenderer?
  private var pwgRenderer: PWGRenderer?

  init(
    press: Press, content: Content, side: SideChoice, resolution: Int?, isMono: Bool,
    turning: Turning? = nil, device: String? = nil, picture: String? = nil
  ) {
    self.press = press
    self.content = content
    self.side = side
    self.resolution = resolution
    self.isMono = isMono
    self.turning = turning
    self.device = device
    picturePath = picture
  }

  /// Writes documents as one file; pictures as one file a page.
  func write(_ documents: [Document], as format: OutputFormat, to path: String) throws {
    let documents = try turning.map { [try pile(of: documents, $0)] } ?? documents.map(selected)
    if format != .escp { try writeReference(documents.flatMap(\.pages)) }
    switch format {
    case .pdf: try OutputFile.write(pdf(documents), to: path)
    case .png: try writePictures(documents.flatMap(\.pages), to: path)
    case .pwg:
      try OutputFile.write(to: path) { append in
        try raster(documents.flatMap(\.pages), to: append)
      }
    case .escp: try writeBytes(documents.flatMap(\.pages), to: path)
    }
  }

  /// One PDF of some documents.
  func pdf(_ documents: [Document]) throws -> Data {
    let renderer = try pdfRenderer ?? PDFRenderer(fonts: press.fonts())
    pdfRenderer = renderer
    let isDuplex = documents.contains { $0.pages.haveBothSides }
    return try renderer.pdf(
      documents, content: content, options: PDFOptions(duplex: isDuplex ? .longEdge : nil))
  }

  /// One page as a picture, of other contents than the rendering's own if told so.
  func picture(_ page: Page, _ other: Content? = nil) throws -> Data {
    let renderer = try pngRenderer ?? PNGRenderer(fonts: press.fonts())
    pngRenderer = renderer
    return try renderer.png(page, content: other ?? content, resolution: resolution ?? 150)
  }

  /// Pages as PWG raster (PWG 5102.4), handed on page by page.
  private func raster(_ pages: [Page], to append: OutputFile.Append) throws {
    let renderer = try pwgRenderer ?? PWGRenderer(fonts: press.fonts())
    pwgRenderer = renderer
    let isDuplex = pages.haveBothSides
    let options = PWGOptions(
      resolution: resolution ?? 600, mode: isMono ? .black : .gray,
      sides: isDuplex ? .longEdge : .oneSided)
    try renderer.pwg(
      pages.map { $0.calibrated(for: .none, content: content) }, options: options, to: append)
  }

  /// The pages of the sides asked for.
  private func selected(_ document: Document) throws(Refusal) -> Document {
    try document.with(document.pages.filter { side.takes($0.side) }, for: side)
  }

  /// One pile of all documents for a printer whose sheets a person turns (S2-130).
  private func pile(of documents: [Document], _ turning: Turning) throws(Refusal) -> Document {
    guard let first = documents.first else {
      throw Refusal(Diagnostic(at: Place(), Wording.noPage(side.rawValue)))
    }
    let plan = TurningPlan(documents.flatMap(\.pages), turning: turning)
    return try first.with(side == .back ? plan.backs : plan.fronts, for: side)
  }

  /// The form under its overlay, for the screen; the file for the printer has no form in it.
  private func writeReference(_ pages: [Page]) throws {
    guard let picturePath else { return }
    try writePictures(pages, .full, to: picturePath)
  }

  /// The bytes of an impact printer, and with them the picture that they were read back into.
  ///
  /// The back of preprinted stock has nothing to be filled in; it is struck only when asked for.
  private func writeBytes(_ pages: [Page], to path: String) throws {
    let pages = side == .both ? pages.filter { $0.side == .front } : pages
    let printing = PagePrinting(
      press, at: try press.device(device ?? DeviceCatalogue.defaultImpactName))
    let job = try printing.strikes(
      of: pages.map { $0.calibrated(for: .none, content: .overlay) })
    if let picturePath {
      try writePictures(try printing.struck(job, on: pages), .full, to: picturePath)
    }
    try OutputFile.write(Data(job.bytes), to: path)
  }

  /// One file a page; standard output takes the first page only.
  private func writePictures(
    _ pages: [Page], _ content: Content? = nil, to path: String
  ) throws {
    let pages = path == "-" ? Array(pages.prefix(1)) : pages
    try OutputFile.write(try pages.map { try picture($0, content) }, to: path)
  }
}

extension Document {
  /// The same document with other pages, at least one.
  fileprivate func with(_ pages: [Page], for side: SideChoice) throws(Refusal) -> Document {
    guard !pages.isEmpty else {
      throw Refusal(Diagnostic(at: Place(), Wording.noPage(side.rawValue)))
    }
    return Document(title: title, language: language, pages: pages)
  }
}

extension [Page] {
  /// Whether printing on both sides in one run makes sense; a pile of backs is printed on one.
  fileprivate var haveBothSides: Bool {
    contains { $0.side == .front } && contains { $0.side == .back }
  }
}

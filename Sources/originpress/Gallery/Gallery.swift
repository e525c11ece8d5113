import Certificates
import Diagnostics
import DisplayList
import Forms
import Foundation
import Notation
import Typesetting

/// Pictures of every form, edition and side on one page.
struct Gallery {
  let press: Press
  let folder: String
  private let rendering: Rendering

  init(press: Press, folder: String) {
    self.press = press
    self.folder = folder
    rendering = Rendering(
      press: press, content: .full, side: .both, resolution: 100, isMono: false)
  }

  /// One side of an edition.
  struct Picture {
    let path: String
    let caption: String
  }

  /// One edition with its pictures.
  struct Entry {
    let report: EditionReport
    let sides: [Picture]
    /// The frames with their names.
    let proofs: [Picture]
  }

  /// Writes the pictures and the page, with progress on a terminal.
  ///
  /// - Returns: the path of the page.
  func write() throws -> String {
    try OutputFile.makeFolder(folder)
    let forms = try FormReport.all(press)
    var progress = ProgressLine(count: forms.reduce(0) { $0 + $1.editions.count })
    var entries: [String: [Entry]] = [:]
    for report in forms.flatMap(\.editions) {
      entries[report.layout.form, default: []].append(try entry(report))
      progress.advance()
    }
    progress.end()
    let path = "\(folder)/index.html"
    let page = GalleryPage(forms: forms.map { ($0, entries[$0.code] ?? []) })
    try OutputFile.write(Data(page.html.utf8), to: path)
    return path
  }

  private func entry(_ report: EditionReport) throws -> Entry {
    let layout = report.layout
    let proof = try press.typesetter(device: nil)
      .proof(of: layout, context: try press.context(for: layout))
    let proofs = try proof.pages.map { page in
      try picture(
        of: page, name: "proof-\(Self.name(page))", of: layout, "frames, \(Self.name(page))")
    }
    return Entry(report: report, sides: try sides(report), proofs: proofs)
  }

  /// The sides of a sample that the issue date brings onto this edition.
  private func sides(_ report: EditionReport) throws -> [Picture] {
    let layout = report.layout
    let few = try sample(report, items: min(3, report.itemCap ?? 3), to: nil)
    let sheet = few.document.pages.filter { $0.sheet == 1 }
    var pictures = try sheet.map { page in
      let caption = page.side == .front ? "front" : "overleaf"
      return try picture(of: page, name: Self.name(page), of: layout, caption)
    }
    guard layout.continuation != layout.front else { return pictures }
    let cap = try press.policies().itemCaps.value(
      form: layout.form, destination: few.destination, day: report.day)
    let many = try sample(report, items: cap ?? EditionReport.manyItems, to: few.destination)
    let further = many.document.pages.first {
      $0.sheet == 2 && $0.side == .front && $0.boxes["attachment"] == nil
    }
    if let further {
      let name = Self.name(further)
      pictures.append(try picture(of: further, name: name, of: layout, "continuation sheet"))
    }
    return pictures
  }

  private func sample(
    _ report: EditionReport, items: Int, to destination: String?
  ) throws -> (document: Document, destination: String?) {
    let policies = try press.policies()
    let draft = try Sample.certificate(
      form: report.layout.form, items: items, destination: destination, seed: 1,
      policies: policies, day: report.day)
    let desk = FormDesk(press: press, device: nil)
    let form = try desk.bind(CertificateRules.check(draft, policies: policies).get())
    precondition(form.layout.edition == report.layout.edition, "the day is not this edition's")
    return (try desk.document(of: form, as: .specimen), draft.destination)
  }

  private func picture(
    of page: Page, name: String, of layout: Layout, _ caption: String
  ) throws -> Picture {
    let path = "\(layout.form)-\(layout.edition)-\(name).png"
    try OutputFile.write(rendering.picture(page), to: "\(folder)/\(path)")
    return Picture(path: path, caption: caption)
  }

  /// What a page is called in its edition.
  private static func name(_ page: Page) -> String {
    page.side == .back ? "overleaf" : page.sheet == 1 ? "front" : "continuation"
  }
}

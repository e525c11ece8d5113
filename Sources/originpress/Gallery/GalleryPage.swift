import Certificates
import Forms

/// The gallery as one HTML page.
struct GalleryPage {
  let forms: [(report: FormReport, entries: [Gallery.Entry])]

  var html: String {
    HTML.page(
      title: "OriginPress: all forms", style: Self.style,
      """
      <p>Every picture is a preview, marked 样张 SPECIMEN; names and numbers on it are invented.
      A part that is not verified follows the source beside it and was not held against the
      official form.</p>
      <nav>\(forms.map { link($0.report) }.joined(separator: "\n"))</nav>
      \(forms.map { section($0.report, $0.entries) }.joined(separator: "\n"))
      """)
  }

  private static let style = """
    body { font: 15px/1.5 sans-serif; margin: 2em auto; max-width: 74em; padding: 0 1em; }
    nav { columns: 22em; }
    nav a { display: block; }
    h2 { margin-top: 2.5em; border-bottom: 1px solid #888; }
    table { border-collapse: collapse; margin: 0 0 1em; }
    th, td { text-align: left; vertical-align: top; padding: 0.1em 1.2em 0.1em 0; }
    th { font-weight: normal; color: #555; }
    .sides { display: flex; flex-wrap: wrap; gap: 1.2em; }
    figure { margin: 0; }
    figure img { width: 20em; border: 1px solid #bbb; }
    .open { color: #a33; }
    """

  private func link(_ form: FormReport) -> String {
    "<a href=\"#\(form.code)\">\(form.code) · \(name(form))</a>"
  }

  private func name(_ form: FormReport) -> String {
    form.kind.map { HTML.escaped("\($0.english) \($0.chinese)") } ?? ""
  }

  private func section(_ form: FormReport, _ entries: [Gallery.Entry]) -> String {
    """
    <section id="\(form.code)">
    <h2>\(form.code) · \(name(form))</h2>
    \(entries.map(edition).joined(separator: "\n"))
    </section>
    """
  }

  private func edition(_ entry: Gallery.Entry) -> String {
    let report = entry.report
    let rows =
      [("Serves", "\(report.period) (date of issue)"), ("Limits", report.limits)]
      + [("Seal and ink", ink(report)), ("Wording", report.wording.rawValue)]
    let facts = report.layout.facts.parts.map(fact)
    return """
      <h3>Edition \(HTML.escaped(report.layout.edition))</h3>
      <table>
      \((rows.map(row) + facts).joined(separator: "\n"))
      </table>
      <div class="sides">
      \(entry.sides.map { figure($0, report.layout) }.joined(separator: "\n"))
      </div>
      <p>\(entry.proofs.map { "<a href=\"\($0.path)\">\($0.caption)</a>" }.joined(separator: " · "))</p>
      """
  }

  private func row(_ name: String, _ text: String) -> String {
    "<tr><th>\(name)</th><td>\(HTML.escaped(text))</td></tr>"
  }

  /// A part of the edition, whether it was verified, and what it rests on.
  private func fact(_ name: String, _ fact: Facts.Fact) -> String {
    let state = fact.isVerified ? "verified" : "<span class=\"open\">not verified</span>"
    return "<tr><th>\(name)</th><td>\(state): \(HTML.escaped(fact.source))</td></tr>"
  }

  private func ink(_ report: EditionReport) -> String {
    let wet = report.wetDestinations
    return report.sealMode.rawValue
      + (wet.isEmpty ? "" : "; chamber-wet to \(wet.joined(separator: ", "))")
  }

  private func figure(_ picture: Gallery.Picture, _ layout: Layout) -> String {
    """
    <figure><a href="\(picture.path)"><img src="\(picture.path)" loading="lazy" \
    alt="\(layout.name), \(picture.caption)"></a>
    <figcaption>\(picture.caption)</figcaption></figure>
    """
  }
}

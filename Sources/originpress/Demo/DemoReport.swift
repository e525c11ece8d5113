/// The demo's results as one HTML page with pictures.
struct DemoReport {
  let entries: [Demo.Entry]
  let released: [DemoRelease.Entry]
  let printed: String
  /// The page with all forms.
  let gallery: String

  /// The page; pictures and files lie beside it.
  var html: String {
    HTML.page(
      title: "OriginPress demo",
      style: """
        body { font: 15px/1.5 sans-serif; margin: 2em auto; max-width: 70em; padding: 0 1em; }
        .pages { display: flex; flex-wrap: wrap; gap: 1em; }
        .pages img { width: 20em; border: 1px solid #bbb; box-shadow: 0 1px 4px #ccc; }
        h2 { margin-top: 2em; }
        td { padding: 0 1em 0 0; vertical-align: top; }
        .answer { white-space: pre-wrap; overflow-wrap: anywhere; }
        """,
      """
      <p>Every page is marked 样张, previews also 非有效证书; none is a certificate.</p>
      <p><a href="\(gallery)">All forms, editions and sides</a> with what they rest on.</p>
      <p>\(HTML.escaped(printed))</p>
      \(released.map(section).joined(separator: "\n"))
      \(entries.map(section).joined(separator: "\n"))
      """)
  }

  private func section(_ entry: DemoRelease.Entry) -> String {
    let rows = entry.lines.map { line in
      "<tr><td>\(HTML.escaped(line.0))</td><td class=\"answer\">\(HTML.escaped(line.1))</td></tr>"
    }
    let file = entry.file.map { "<p>sealed and signed: <a href=\"\($0)\">\($0)</a></p>" } ?? ""
    return """
      <h2>Released: \(HTML.escaped(entry.title))</h2>
      \(file)
      <table>\(rows.joined())</table>
      <div class="pages">\(pictures(entry.pictures))</div>
      """
  }

  private func pictures(_ paths: [String]) -> String {
    paths.map { "<a href=\"\($0)\"><img src=\"\($0)\" alt=\"\($0)\"></a>" }.joined()
  }

  private func section(_ entry: Demo.Entry) -> String {
    let files = entry.files.map { "<a href=\"\($0.path)\">\($0.name)</a>" }
    return """
      <h2>\(HTML.escaped(entry.form)): \(HTML.escaped(entry.title))</h2>
      <p>\(entry.items) items, \(entry.sheets) sheets: \(files.joined(separator: ", "))</p>
      <div class="pages">\(pictures(entry.pictures))</div>
      """
  }
}

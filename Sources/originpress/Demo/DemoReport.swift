/// The demo's results as one HTML page with pictures.
struct DemoReport {
  let entries: [Demo.Entry]
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
        """,
      """
      <p>Every page is a preview, marked 非有效证书 and 样张; none is a certificate.</p>
      <p><a href="\(gallery)">All forms, editions and sides</a> with what they rest on.</p>
      <p>\(HTML.escaped(printed))</p>
      \(entries.map(section).joined(separator: "\n"))
      """)
  }

  private func section(_ entry: Demo.Entry) -> String {
    let files = entry.files.map { "<a href=\"\($0.path)\">\($0.name)</a>" }
    let pictures = entry.pictures.map { path in
      "<a href=\"\(path)\"><img src=\"\(path)\" alt=\"\(path)\"></a>"
    }
    return """
      <h2>\(HTML.escaped(entry.form)): \(HTML.escaped(entry.title))</h2>
      <p>\(entry.items) items, \(entry.sheets) sheets: \(files.joined(separator: ", "))</p>
      <div class="pages">\(pictures.joined())</div>
      """
  }
}

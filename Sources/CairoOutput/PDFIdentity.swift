/// The dictionaries of a file that say what it is.
struct PDFIdentity {
  let title: String
  let language: String
  let options: PDFOptions

  /// The document information dictionary (PDF 32000-1, table 317).
  var info: String {
    let date = options.created.pdfText
    return """
      << /Title \(Self.text(title)) /Author (OriginPress) /Creator (OriginPress)
      /Producer (OriginPress) /CreationDate (\(date)) /ModDate (\(date)) >>
      """
  }

  /// The catalog (table 28); sheets are printed at their true size.
  func catalog(pages: Int?) -> String {
    var preferences = "/PrintScaling /None /DisplayDocTitle true"
    if let duplex = options.duplex { preferences += " /Duplex /\(duplex.rawValue)" }
    return """
      << /Type /Catalog /Version /1.7 /Pages \(pages ?? 0) 0 R /Lang \(Self.text(language))
      /ViewerPreferences << \(preferences) >> >>
      """
  }

  /// A text string (7.9.2.2): ASCII as it is, all else as UTF-16 with a byte order mark.
  static func text(_ value: String) -> String {
    if value.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) {
      var escaped = ""
      for character in value {
        if "()\\".contains(character) { escaped.append("\\") }
        escaped.append(character)
      }
      return "(\(escaped))"
    }
    let units = value.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
    return "<feff\(units.joined())>"
  }
}

import Diagnostics
import Forms
import Foundation
import Notation

/// Small layouts out of text, so that each test shows the lines it is about.
enum Layouts {
  /// What every layout needs; a test's own file includes it and adds what it is about.
  static let base = """
    form: X
    edition: "1"
    from: 2020-01-01
    title: {en: Certificate, zh: 证书}
    language: en
    paper: [210, 297]
    facts:
      geometry: {source: made up, verified: true}
      captions: {source: made up, verified: true}
      declaration: {source: made up, verified: true}
    styles:
      value: {font: sans, size: 9}
      caption: {font: sans, size: 7}
      title: {font: sans, size: 12}
      note: {font: sans, size: 9}
      note-heading: {font: sans, size: 9}
    status: {style: value, centres: [[1, 1], [2, 2], [3, 3]]}
    label: {frame: [12, 1, 6, 5], style: value}
    front: {}
    continuation: front
    attachment: {reference: SEE ATTACHMENT, title: T, heading: H, frame: [20, 20, 100, 100]}
    """

  static let path = "X/1/layout.yaml"

  /// Reads a layout from texts by their path.
  static func read(_ files: [String: String], _ findings: Findings) -> Layout? {
    let reader = LayoutFiles(folder: "") { path in
      guard let text = files[path] else { throw CocoaError(.fileNoSuchFile) }
      return Data(text.utf8)
    }
    return Layout(path: path, files: reader, findings)
  }

  /// A layout with some lines of its own above the base.
  static func layout(_ own: String, _ findings: Findings) -> Layout? {
    read([path: "include: [base.yaml]\n" + own, "X/1/base.yaml": base], findings)
  }

  /// A layout without faults.
  static func sound(_ own: String = "") throws -> Layout {
    let findings = Findings()
    let layout = layout(own, findings)
    try findings.throwErrors()
    guard let layout else { throw Refusal(findings.diagnostics) }
    return layout
  }

  /// What is wrong with the own lines of a layout, as `line:column key` counted from their first line.
  static func faults(_ own: String, roles: Set<String> = ["sans"]) -> [String] {
    let findings = Findings()
    if let layout = layout(own, findings) {
      LayoutChecker(layout: layout, roles: roles, findings).check()
    }
    return findings.diagnostics.map { marker($0, firstLine: 2) }
  }

  /// What is told of the own lines of a layout, such as `3:12 error: … (…)`.
  static func told(_ own: String) -> [String] {
    let findings = Findings()
    if let layout = layout(own, findings) {
      LayoutChecker(layout: layout, roles: ["sans"], findings).check()
    }
    return findings.diagnostics.map { fault in
      let hint = fault.hint.map { " (\($0.english))" } ?? ""
      let place = "\((fault.place.line ?? 0) - 1):\(fault.place.column ?? 0)"
      return "\(place) \(fault.severity): \(fault.message.english)\(hint)"
    }
  }

  /// What is wrong with one object of the language, as `line:column key`.
  static func faults<Value: NodeReadable>(_ type: Value.Type, _ text: String) throws -> [String] {
    let findings = Findings()
    let value = Value(try YAMLText.parse(Array(text.utf8), file: "x"), findings)
    if value == nil && !findings.hasErrors { return ["nothing was read and nothing reported"] }
    return findings.diagnostics.map { marker($0, firstLine: 1) }
  }

  /// Reads one object that must be sound.
  static func value<Value: NodeReadable>(_ type: Value.Type, _ text: String) throws -> Value {
    let findings = Findings()
    let value = Value(try YAMLText.parse(Array(text.utf8), file: "x"), findings)
    try findings.throwErrors()
    guard let value else { throw Refusal(findings.diagnostics) }
    return value
  }

  /// `line:column key` or, where the line is not known, `path key`.
  private static func marker(_ diagnostic: Diagnostic, firstLine: Int) -> String {
    let place = diagnostic.place
    guard let line = place.line, let column = place.column else {
      return "\(place.path) \(diagnostic.message.key)"
    }
    return "\(line - firstLine + 1):\(column) \(diagnostic.message.key)"
  }
}

extension Pattern: ExpressibleByStringLiteral {
  /// A pattern of words only, so that tests read as the text they are about.
  public init(stringLiteral text: String) {
    self.init(lines: [text.isEmpty ? [] : [.words(text)]], place: Place())
  }
}

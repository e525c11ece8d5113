/// Where a pattern finds its values.
package struct FieldScope {
  /// A field's text and the certificate's field path it is known by.
  package typealias Lookup = (_ path: String, _ format: FieldFormat?) -> (
    text: String, field: String
  )?

  /// Gives a field's text; `nil` when the certificate has no value there.
  let lookup: Lookup

  /// A scope from the function that finds its values.
  package init(_ lookup: @escaping Lookup) { self.lookup = lookup }
}

extension Pattern {
  /// The pattern's text for the values of a scope.
  package func text(in scope: FieldScope) -> BoundText {
    var result = BoundText()
    var isFirst = true
    for line in lines {
      guard let text = Self.text(of: line, in: scope) else { continue }
      if !isFirst { result.append("\n") }
      isFirst = false
      result.append(text)
    }
    return result
  }

  /// One line's text; `nil` when it has fields and all of them are empty, or nothing but empty
  /// stretches.
  ///
  /// Words beside an empty stretch stay.
  private static func text(of pieces: [Piece], in scope: FieldScope) -> BoundText? {
    var text = BoundText()
    var hasField = false
    var hasValue = false
    for piece in pieces {
      switch piece {
      case .words(let words): text.append(words)
      case .field(let path, let format):
        hasField = true
        guard let value = scope.lookup(path, format), !value.text.isEmpty else { continue }
        hasValue = true
        text.append(value.text, field: value.field)
      case .optional(let inner):
        guard let stretch = complete(inner, in: scope) else { continue }
        hasValue = hasValue || !stretch.spans.isEmpty
        text.append(stretch)
      }
    }
    let hasStretch = pieces.contains { if case .optional = $0 { true } else { false } }
    return (hasField && !hasValue) || (hasStretch && text.isEmpty) ? nil : text
  }

  /// The text of an optional stretch; `nil` as soon as one of its fields is empty.
  private static func complete(_ pieces: [Piece], in scope: FieldScope) -> BoundText? {
    var text = BoundText()
    for piece in pieces {
      switch piece {
      case .words(let words): text.append(words)
      case .field(let path, let format):
        guard let value = scope.lookup(path, format), !value.text.isEmpty else { return nil }
        text.append(value.text, field: value.field)
      case .optional(let inner):
        if let stretch = complete(inner, in: scope) { text.append(stretch) }
      }
    }
    return text
  }
}

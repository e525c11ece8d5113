/// The words that tell on paper what an output is (design §5, requirements B.13).
package enum OutputText {
  /// The word of the form that only an original bears; `nil` on a duplicate or copy.
  package static func word(_ kind: OutputKind, language: FormKind.Language) -> String? {
    switch kind {
    case .original, .void, .specimen: language == .chinese ? "正本" : "ORIGINAL"
    case .duplicate, .copy: nil
    }
  }

  /// The label with the ordinal that a duplicate or copy bears instead (X22); `nil` on others.
  package static func label(_ kind: OutputKind) -> String? {
    switch kind {
    case .duplicate(let ordinal, _): "失证副本 \(ordinal)"
    case .copy(let ordinal): "COPY \(ordinal)"
    case .original, .void, .specimen: nil
    }
  }

  /// The large pale words over every page, a line each; none on an original or duplicate itself.
  ///
  /// - Parameters:
  ///   - rendition: what is shown, and whether as a preview.
  ///   - isDemonstration: whether the site's every output is also a sample.
  /// - Returns: the lines from top to bottom.
  package static func status(_ rendition: Rendition, isDemonstration: Bool) -> [String] {
    let preview = rendition.isPreview ? "非有效证书" : nil
    let sample = isDemonstration && rendition.kind != .specimen ? "样张" : nil
    let state = [preview, sample].compactMap(\.self).joined(separator: " ")
    return [words(of: rendition.kind), state].compactMap(\.self).filter { !$0.isEmpty }
  }

  private static func words(of kind: OutputKind) -> String? {
    switch kind {
    case .original, .duplicate: nil
    case .copy: label(kind)
    case .void: "作废"
    case .specimen: "样张 SPECIMEN"
    }
  }
}

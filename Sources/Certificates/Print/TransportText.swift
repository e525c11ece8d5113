/// The route of the goods in one sentence (S4-13).
package enum TransportText {
  /// `FROM … TO … VIA … BY SEA`, in Chinese `从…经…运至…，海运`.
  ///
  /// Parts that are not known are left out. A typed route replaces the sentence.
  ///
  /// - Returns: `nil` when nothing is known.
  package static func route(_ transport: Transport, language: FormKind.Language) -> String? {
    if let route = known(transport.route) { return route }
    let parts: [String?]
    switch language {
    case .english:
      parts = [
        known(transport.loading).map { "FROM \($0)" },
        known(transport.discharge).map { "TO \($0)" },
        known(transport.transshipment).map { "VIA \($0)" },
        transport.mode.map { "BY \(mode($0, language: .english))" },
      ]
    case .chinese:
      let way = [
        known(transport.loading).map { "从\($0)" },
        known(transport.transshipment).map { "经\($0)" },
        known(transport.discharge).map { "运至\($0)" },
      ].compactMap(\.self).joined()
      parts = [known(way), transport.mode.map { mode($0, language: .chinese) }]
    }
    let text = parts.compactMap(\.self).joined(separator: language == .english ? " " : "，")
    return known(text)
  }

  /// The name of a mode: `SEA`, `海运`.
  package static func mode(_ mode: Transport.Mode, language: FormKind.Language) -> String {
    let names =
      switch mode {
      case .sea: ("SEA", "海运")
      case .air: ("AIR", "空运")
      case .rail: ("RAIL", "铁路运输")
      case .road: ("TRUCK", "公路运输")
      case .post: ("POST", "邮寄")
      case .multimodal: ("MULTIMODAL TRANSPORT", "多式联运")
      }
    return language == .english ? names.0 : names.1
  }

  private static func known(_ text: String?) -> String? {
    guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
    return text
  }
}

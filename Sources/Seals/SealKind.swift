import Measures

/// What a scan shows, which decides the gates it has to pass.
package enum SealKind: String, CaseIterable, Sendable {
  /// 公章 of an enterprise.
  case company
  /// 中英文章 of an enterprise, shown in place of the 公章 (S2-44).
  case bilingual
  /// The seal of the issuing body.
  case issuer
  /// 补发章, for certificates issued after their period.
  case retroactive
  /// The signature of a signatory or an officer.
  case signature

  /// Whether it is written by hand and so has no outline.
  package var isHandwritten: Bool { self == .signature }

  /// The largest size of an outline; the length lies across.
  ///
  /// The maxima of the customs' self-printing system; seals of ministries have 50 mm (国发〔1999〕25号).
  func maximum(of shape: SealShape) -> (length: Double, breadth: Double) {
    switch shape {
    case .round: self == .issuer ? (50, 50) : (45, 45)
    case .ellipse: (55, 45)
    case .rectangle: (55, 40)
    case .handwriting: (35, 30)
    }
  }
}

/// The outline of a seal.
package enum SealShape: String, CaseIterable, Sendable {
  case round
  case ellipse
  case rectangle
  /// A signature, which has none.
  case handwriting
}

/// The seals of an enterprise.
///
/// Until the office releases certificates, only tests ask for them.
package struct EnterpriseSeals: Sendable {
  /// 公章, which every enterprise has.
  package let official: SealStamp
  /// 中英文章 or 英文章; `nil` for an enterprise without one.
  package let bilingual: SealStamp?

  /// The seals that an enterprise uploaded.
  package init(official: SealStamp, bilingual: SealStamp? = nil) {
    self.official = official
    self.bilingual = bilingual
  }

  /// The one on certificates: the 中英文章 if there is one, else the 公章 (S2-44).
  package var shown: SealStamp { bilingual ?? official }
}

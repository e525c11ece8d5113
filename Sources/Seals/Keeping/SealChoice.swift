package import DisplayList

/// Which of the kept seals stands at a place.
package enum SealChoice {
  /// The approved seal of an owner for the places of a role.
  ///
  /// An enterprise's certificates show its 中英文章 if there is an approved one, else the 公章; without an
  /// approved 公章, which is compulsory, they show neither (S2-44).
  ///
  /// - Parameters:
  ///   - role: whose mark the places are for.
  ///   - owner: whose seals are asked for.
  ///   - seals: kept seals in any order, of any owners.
  /// - Returns: the seal; `nil` when there is none.
  package static func seal(
    for role: MarkRole, of owner: SealOwner, among seals: [KeptSeal]
  ) -> KeptSeal? {
    let fitting = seals.filter { $0.owner == owner && $0.role == role && $0.isApproved }
    let newest = fitting.max { $0.version < $1.version }
    guard role == .companySeal else { return newest }
    guard let official = Self.newest(.company, fitting) else { return nil }
    return Self.newest(.bilingual, fitting) ?? official
  }

  private static func newest(_ kind: SealKind, _ seals: [KeptSeal]) -> KeptSeal? {
    seals.filter { $0.kind == kind }.max { $0.version < $1.version }
  }
}

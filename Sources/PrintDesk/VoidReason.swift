/// Why an output is void.
package enum VoidReason: Hashable, Sendable {
  /// Another original of the same certificate took its place before it was printed, with newer seals
  /// (重新生成, S2-48).
  case regenerated(by: String)
  /// Another original of the same certificate took its place after it may have been on paper
  /// (重新打印, 重置打印).
  case replaced(by: String, cause: SpoilCause)
  /// A duplicate or copy whose paper spoiled; another output may repeat its ordinal.
  case spoiled(SpoilCause)
  /// Taken back before the first print (作废, S2-124).
  case withdrawn
  /// The certificate was amended; the new certificate's number (改证重发, S2-120).
  case amended(by: String)
  /// The chamber took it out of force.
  case annulled

  /// The output that took its place; `nil` where none did.
  package var successor: String? {
    switch self {
    case .regenerated(let id), .replaced(let id, _): id
    case .spoiled, .withdrawn, .amended, .annulled: nil
    }
  }

  /// What went wrong with the paper; `nil` where nothing did.
  package var cause: SpoilCause? {
    switch self {
    case .replaced(_, let cause), .spoiled(let cause): cause
    case .regenerated, .withdrawn, .amended, .annulled: nil
    }
  }

  /// The certificate that took its certificate's place; `nil` where none did.
  package var amendment: String? {
    if case .amended(let number) = self { number } else { nil }
  }
}

/// The word of a reason, as registers and reports write it.
extension VoidReason {
  /// The words there are.
  package enum Word: String, CaseIterable, Sendable {
    case regenerated, replaced, spoiled, withdrawn, amended, annulled
  }

  /// Its word.
  package var word: Word {
    switch self {
    case .regenerated: .regenerated
    case .replaced: .replaced
    case .spoiled: .spoiled
    case .withdrawn: .withdrawn
    case .amended: .amended
    case .annulled: .annulled
    }
  }

  /// A reason from its word and what belongs to it; `nil` when something is missing or too much.
  package init?(_ word: Word, successor: String?, cause: SpoilCause?, amendment: String?) {
    switch (word, successor, cause, amendment) {
    case (.regenerated, let id?, nil, nil): self = .regenerated(by: id)
    case (.replaced, let id?, let cause?, nil): self = .replaced(by: id, cause: cause)
    case (.spoiled, nil, let cause?, nil): self = .spoiled(cause)
    case (.withdrawn, nil, nil, nil): self = .withdrawn
    case (.amended, nil, nil, let number?): self = .amended(by: number)
    case (.annulled, nil, nil, nil): self = .annulled
    default: return nil
    }
  }
}

package import Diagnostics

/// The life of an output: each step answers the output after it, or refuses.
extension Output {
  /// The output once it is sealed, signed, logged and proven.
  package func released() -> Output {
    precondition(state == .reserved && progress.isComplete, "a release ends with its last step")
    return with(.released)
  }

  /// The output once its file is handed out.
  ///
  /// - Throws: ``Refusal`` for an output on paper, and for one that is not released.
  package func handedOut() throws(Refusal) -> Output {
    guard kind == .file else { throw refusal(Wording.notAFile(id)) }
    switch state {
    case .issued: return self
    case .released: return with(.issued)
    case .reserved, .printing, .uncertain, .void: throw refusal(Wording.notReleased(id, state))
    }
  }

  /// The output once another of the same certificate takes its place (S2-48).
  ///
  /// - Throws: ``Refusal`` for one that left already: printed certificates never change (B.10).
  package func regenerated(by successor: String) throws(Refusal) -> Output {
    switch state {
    case .reserved, .released:
      return void(.regenerated(by: successor))
    case .printing, .uncertain: throw refusal(Wording.maybeOnPaper(id))
    case .issued: throw refusal(Wording.alreadyIssued(id))
    case .void: throw refusal(Wording.alreadyVoid(id))
    }
  }

  /// The output that this one took the place of; `nil` for a first one.
  package func predecessor(_ outputs: any OutputRepository) throws -> Output? {
    try outputs.outputs(number: number).first { $0.voidReason?.successor == id }
  }

  /// The output in another state that is not void.
  func with(_ state: State) -> Output {
    var next = self
    next.state = state
    return next
  }

  /// The output without force.
  func void(_ reason: VoidReason) -> Output {
    var next = with(.void)
    next.voidReason = reason
    return next
  }

  func refusal(_ message: Message) -> Refusal {
    Refusal(Diagnostic(at: .field("output"), message))
  }
}

package import Certificates

/// What the register knows about the printing of one certificate: the facts that its rules ask for.
package struct PrintCase: Sendable {
  /// The officer's word, with the seal mode.
  package let approval: Approval
  /// Where it is printed now: as approved, or as changed since (S2-125, S2-129).
  package let place: Approval.PrintPlace
  /// Whether the enterprise opened 自主打印 (S2-126).
  package let allowsSelfPrinting: Bool
  /// The runs of its outputs, oldest first.
  package let runs: [PrintRun]
  /// Its requests, oldest first.
  package let requests: [DeskRequest]
  /// What holds its printing, or did.
  package let holds: [Hold]

  /// A case from its facts.
  package init(
    approval: Approval, place: Approval.PrintPlace, allowsSelfPrinting: Bool, runs: [PrintRun],
    requests: [DeskRequest], holds: [Hold]
  ) {
    self.approval = approval
    self.place = place
    self.allowsSelfPrinting = allowsSelfPrinting
    self.runs = runs
    self.requests = requests
    self.holds = holds
  }

  /// The run of the one original that may be in force; `nil` when there is none.
  package var live: PrintRun? { runs.first(where: \.output.isLiveOriginal) }

  /// Whether paper or a file may have left: 待打印 is over.
  package var hasLeft: Bool {
    runs.contains { $0.wasBurned || $0.output.kind == .file && $0.output.state == .issued }
  }

  /// Whether 失证重发 was approved: from then on only duplicates are printed (S5-26).
  package var isLost: Bool {
    requests.contains { request in
      request.subject == .duplicate
        && (request.state == .approved || request.state == .fulfilled)
    }
  }

  /// The outputs of a kind, oldest first.
  package func outputs(_ kind: Output.Kind) -> [Output] {
    runs.map(\.output).filter { $0.kind == kind }
  }

  /// The hold that is in force for a reason; `nil` when there is none.
  package func hold(_ reason: Hold.Reason) -> Hold? {
    holds.first { $0.reason == reason && $0.isInForce }
  }
}

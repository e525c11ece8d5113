package import Certificates
package import PrintDesk
package import Seals

/// The repositories of one unit of work: what is written through them stays together, or not at all.
///
/// They serve inside the closure they are given to and nowhere else.
package struct UnitOfWork {
  /// Running numbers.
  package let numbers: any NumberRepository
  /// Approvals with the approved contents.
  package let approvals: any ApprovalRepository
  /// The register of outputs.
  package let outputs: any OutputRepository
  /// Enrolled people.
  package let operators: any OperatorRepository
  /// Seals and signatures, encrypted.
  package let seals: any SealRepository

  /// A unit of work from its repositories.
  package init(
    numbers: any NumberRepository, approvals: any ApprovalRepository,
    outputs: any OutputRepository, operators: any OperatorRepository,
    seals: any SealRepository
  ) {
    self.numbers = numbers
    self.approvals = approvals
    self.outputs = outputs
    self.operators = operators
    self.seals = seals
  }
}

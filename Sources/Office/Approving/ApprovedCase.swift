package import Certificates
import Forms

/// A certificate with the approval that lets it be issued.
package struct ApprovedCase: Sendable {
  /// The approval.
  package let approval: Approval
  /// The approved contents.
  package let certificate: Certificate
  /// The contents bound to the edition that serves their day.
  let form: BoundForm
}

package import Foundation

/// Where approvals and the approved contents are kept; used inside a unit of work.
package protocol ApprovalRepository {
  /// The approval of contents, as they were handed in or as they were approved; `nil` when there is none.
  func approval(contentHash: String) throws -> Approval?
  /// The approval of a certificate number; `nil` when there is none.
  func approval(number: String) throws -> Approval?
  /// The approved contents in their canonical form.
  func content(number: String) throws -> Data?
  /// Adds an approval with its contents; the number and both hashes are new.
  func insert(_ approval: Approval, content: Data) throws
}

package import Certificates

/// Where requests, holds, print places and switches are kept; used inside a unit of work.
package protocol CaseRepository {
  /// How many requests there ever were.
  func requestCount() throws -> Int
  /// The request of an id; `nil` when there is none.
  func request(_ id: String) throws -> DeskRequest?
  /// The requests of a certificate, oldest first; of all certificates for `nil`.
  func requests(number: String?) throws -> [DeskRequest]
  /// Adds a request, whose id is new.
  func insert(_ request: DeskRequest) throws
  /// Puts a known request's new state in place of the old one.
  func update(_ request: DeskRequest) throws
  /// The holds of a certificate, lifted ones included, oldest first; of all certificates for `nil`.
  func holds(number: String?) throws -> [Hold]
  /// Places a hold.
  ///
  /// - Throws: also when one for the same reason is in force.
  func place(_ hold: Hold) throws
  /// Records that the hold in force for a reason is lifted; there must be one.
  func lift(_ hold: Hold) throws
  /// Where a certificate is printed since its place was changed; `nil` when it never was (S2-129).
  func printPlace(number: String) throws -> Approval.PrintPlace?
  /// Changes where a certificate is printed.
  func setPrintPlace(_ place: Approval.PrintPlace, number: String, by act: Act) throws
  /// Whether an enterprise opened 自主打印; closed where it was never asked (S2-126).
  func allowsSelfPrinting(enterprise: String) throws -> Bool
  /// Opens or closes an enterprise's 自主打印.
  func setSelfPrinting(_ isOpen: Bool, enterprise: String, by act: Act) throws
}

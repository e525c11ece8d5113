/// Where enrolled people are kept; used inside a unit of work.
package protocol OperatorRepository {
  /// The person of an id, active or not; `nil` when nobody has it.
  func person(_ id: String) throws -> Operator?
  /// Everybody, by id.
  func all() throws -> [Operator]
  /// Adds a person, whose id is new.
  func insert(_ person: Operator) throws
  /// Puts a known person's new particulars in place of the old ones.
  func update(_ person: Operator) throws
}

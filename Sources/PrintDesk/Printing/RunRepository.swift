/// Where sheets and passes are kept; used inside a unit of work, through ``DeskLedger``.
package protocol RunRepository {
  /// The sheets of an output by position.
  func sheets(of output: String) throws -> [Sheet]
  /// The passes of an output by ordinal.
  func passes(of output: String) throws -> [Pass]
  /// The outputs with a pass that is burned, sending or sent and has no report, oldest first.
  func outputsUnderWay() throws -> [String]
  /// The outputs with a sheet that is not decided and over it a pass at a printer that is uncertain, or of a
  /// numbered sheet one that only a look can tell of (``PrintRun/sheetsUnseen``).
  func doubtfulOutputs(printer: String) throws -> [String]
  /// The output whose pass was burned as a job; `nil` when there is none.
  func output(job: String) throws -> String?
  /// Adds sheets and passes, and puts new states of known ones in place of the old ones.
  ///
  /// - Throws: also when a stock number is bound to two sheets, or a job's name is taken.
  func keep(_ sheets: [Sheet], _ passes: [Pass]) throws
}

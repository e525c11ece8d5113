package import Foundation

/// Where outputs and their files are kept; used inside a unit of work.
///
/// Whatever it throws ends the unit of work without a trace.
package protocol OutputRepository {
  /// How many outputs there ever were.
  func count() throws -> Int
  /// The output of an id; `nil` when there is none.
  func output(_ id: String) throws -> Output?
  /// The output that a request key led to; `nil` when there is none.
  func output(requestKey: String) throws -> Output?
  /// The original with a serial; `nil` when there is none.
  func output(number: String, serial: String) throws -> Output?
  /// The output whose file has a SHA-256, in hexadecimal; `nil` when there is none.
  func output(fileHash: String) throws -> Output?
  /// All outputs of a certificate, oldest first.
  func outputs(number: String) throws -> [Output]
  /// The outputs that are neither issued nor void, oldest first.
  func unfinished() throws -> [Output]
  /// All outputs, oldest first.
  func all() throws -> [Output]
  /// Adds an output.
  ///
  /// - Throws: also when the certificate has a live original already, a duplicate's or copy's ordinal has a
  ///   live output, or the id, an original's serial or the request key is taken: whatever the callers do,
  ///   these never double.
  func insert(_ output: Output) throws
  /// Puts a known output's new state in place of the old one.
  ///
  /// The unit of work throws in the end when another was to take its place and was not added.
  func update(_ output: Output) throws
  /// What is kept of the finished file of an output; `nil` before there is one.
  func file(of id: String) throws -> Data?
  /// Keeps the finished file of an output, encrypted by the caller: it bears seals; there is none yet.
  func keep(_ file: Data, for id: String) throws
}

/// Where running numbers are counted and numbers are taken; used inside a unit of work, so that a number
/// of work that failed is handed out again and there are no gaps (X15).
package protocol NumberRepository {
  /// The next running number of a counter, from 1, of which it keeps count.
  func next(of counter: NumberCounter) throws -> Int
  /// The prefixes under which the counter's holder has numbers of the same kind and year already.
  func prefixes(beside counter: NumberCounter) throws -> [String]
  /// The next running serial, from 1, of a profile; of a year where its serials show the year.
  func nextSerial(profile: String, year: Int?) throws -> Int
}

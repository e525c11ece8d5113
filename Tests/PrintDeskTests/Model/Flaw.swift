/// What is wrong with a driver on purpose.
enum Flaw: CaseIterable {
  /// The bytes leave before the burn is on the disk.
  case sendsBeforeBurning
  /// What was under way when the service fell is sent once more.
  case resendsOnRestart
  /// The void original and its replacement are two transactions.
  case voidsAlone
  /// What the printer calls done is taken for good without a look.
  case trustsTheReport
}

package import Credentials
package import Store

/// What every use case works with.
package struct OfficeContext {
  /// The register.
  package let store: any RegisterStore
  /// The transparency log.
  package let log: LogFolder
  /// Layouts, policies, fonts and devices.
  package let workshop: any Workshop
  /// Clock and dice.
  package let surroundings: Surroundings
  /// The program's version, which is an input of every file.
  package let engine: String

  /// A context from its parts.
  package init(
    store: any RegisterStore, log: LogFolder, workshop: any Workshop, surroundings: Surroundings,
    engine: String
  ) {
    self.store = store
    self.log = log
    self.workshop = workshop
    self.surroundings = surroundings
    self.engine = engine
  }

  /// What writes in the log.
  var book: LogBook { LogBook(log: log, surroundings: surroundings) }
}

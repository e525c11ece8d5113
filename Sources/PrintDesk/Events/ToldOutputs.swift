package import Foundation

/// The outputs of one unit of work, whose changes the stream of events is told.
///
/// What was read is known until the unit ends, and what did not change is not written.
package final class ToldOutputs: OutputRepository {
  private let outputs: any OutputRepository
  private let events: any EventRepository
  private var known: [String: Output] = [:]

  /// Tells of the changes of a register.
  package init(_ outputs: any OutputRepository, _ events: any EventRepository) {
    self.outputs = outputs
    self.events = events
  }

  package func count() throws -> Int { try outputs.count() }
  package func output(requestKey: String) throws -> Output? {
    try outputs.output(requestKey: requestKey)
  }
  package func output(number: String, serial: String) throws -> Output? {
    try outputs.output(number: number, serial: serial)
  }
  package func output(fileHash: String) throws -> Output? { try outputs.output(fileHash: fileHash) }
  package func outputs(number: String) throws -> [Output] { try outputs.outputs(number: number) }
  package func unfinished() throws -> [Output] { try outputs.unfinished() }
  package func all() throws -> [Output] { try outputs.all() }
  package func file(of id: String) throws -> Data? { try outputs.file(of: id) }
  package func keep(_ file: Data, for id: String) throws { try outputs.keep(file, for: id) }

  package func output(_ id: String) throws -> Output? {
    if let output = known[id] { return output }
    let output = try outputs.output(id)
    known[id] = output
    return output
  }

  package func insert(_ output: Output) throws {
    try outputs.insert(output)
    known[output.id] = output
    try DeskChange(from: nil, to: output).map(events.append)
  }

  package func update(_ output: Output) throws {
    let before = try self.output(output.id)
    guard output != before else { return }
    try outputs.update(output)
    known[output.id] = output
    try DeskChange(from: before, to: output).map(events.append)
  }
}

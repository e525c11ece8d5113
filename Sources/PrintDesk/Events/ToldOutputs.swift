import Foundation

/// The outputs of one unit of work, whose changes the stream of events is told.
///
/// What was read is known until the unit ends, and what did not change is not written.
final class ToldOutputs: OutputRepository {
  private let outputs: any OutputRepository
  private let events: any EventRepository
  private var known: [String: Output] = [:]

  /// Tells of the changes of a register.
  init(_ outputs: any OutputRepository, _ events: any EventRepository) {
    self.outputs = outputs
    self.events = events
  }

  func count() throws -> Int { try outputs.count() }
  func output(requestKey: String) throws -> Output? {
    try outputs.output(requestKey: requestKey)
  }
  func output(number: String, serial: String) throws -> Output? {
    try outputs.output(number: number, serial: serial)
  }
  func output(fileHash: String) throws -> Output? { try outputs.output(fileHash: fileHash) }
  func outputs(number: String) throws -> [Output] { try outputs.outputs(number: number) }
  func unfinished() throws -> [Output] { try outputs.unfinished() }
  func all() throws -> [Output] { try outputs.all() }
  func file(of id: String) throws -> Data? { try outputs.file(of: id) }
  func keep(_ file: Data, for id: String) throws { try outputs.keep(file, for: id) }

  func output(_ id: String) throws -> Output? {
    if let output = known[id] { return output }
    let output = try outputs.output(id)
    known[id] = output
    return output
  }

  func insert(_ output: Output) throws {
    try outputs.insert(output)
    known[output.id] = output
    try DeskChange(from: nil, to: output).map(events.append)
  }

  func update(_ output: Output) throws {
    let before = try self.output(output.id)
    guard output != before else { return }
    try outputs.update(output)
    known[output.id] = output
    try DeskChange(from: before, to: output).map(events.append)
  }
}

extension OutputRepository {
  /// The same outputs, whose changes a stream of events is told.
  package func telling(_ events: any EventRepository) -> any OutputRepository {
    ToldOutputs(self, events)
  }
}

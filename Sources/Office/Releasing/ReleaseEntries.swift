import Credentials
import PrintDesk

/// The log's entries of an output: each is written once, also when the register forgot that it was.
struct ReleaseEntries {
  let office: OfficeContext
  let output: Output

  /// The entry that reserves the serial, before anything is sealed: it names the seals that will be used.
  func release() throws -> Int {
    var details = identity
    for (role, seal) in output.seals { details["seal:\(role)"] = seal }
    return try place(of: .release, details)
  }

  /// The entry that the output takes the place of an older one, whose serial is without force from then on.
  func revision(of older: Output) throws {
    var details = identity
    details["replaces"] = older.id
    details["replacedSerial"] = older.serial
    _ = try place(of: .revision, details)
  }

  /// The entry with the finished file's hash.
  func file(_ manifest: Manifest, after release: Int?) throws -> Int {
    var details = identity
    details["file"] = manifest.file
    return try place(of: .sealed, details, since: release.map { .index($0) })
  }

  /// The entry that it was handed out.
  func issue() throws {
    var details = identity
    details["kind"] = output.kind.rawValue
    _ = try place(of: .issue, details)
  }

  private var identity: [String: String] {
    [
      "number": output.number, "serial": output.serial, "output": output.id,
      "contentHash": output.contentHash,
    ]
  }

  /// How far clocks may disagree, in seconds.
  private static let clockTolerance = 86_400

  /// The place of the entry with these details: a crash may have come between log and register.
  ///
  /// Unless it is said where, it is looked for back to the output's reservation, which came before it.
  private func place(
    of kind: LogEvent.Kind, _ details: [String: String], since bound: LogSearch.Bound? = nil
  ) throws -> Int {
    let reservation = LogSearch.Bound.time(output.moment - Self.clockTolerance)
    let known = try office.log.last(
      LogSearch(kind, where: "output", is: output.id, since: bound ?? reservation))
    if let known {
      guard known.event.details == details else {
        throw OfficeError(.notLogged, Wording.notLogged(output.id))
      }
      return known.index
    }
    return try office.book.record(kind, details).index
  }
}

import Certificates
import Credentials
import Diagnostics
import Foundation
import Glibc
import Office
import PrintDesk
import Signing
import Store

/// The office over a data folder: register, log and keys, with the machine's clock and dice.
struct FrontOffice {
  let press: Press
  /// The data folder.
  let folder: String
  /// What use cases work with.
  let context: OfficeContext

  private static let registerName = "register.sqlite"

  /// Opens the office of a data folder.
  ///
  /// - Parameters:
  ///   - press: the home folder's files.
  ///   - folder: the data folder.
  ///   - makes: whether a folder without a register gets one; else it is refused.
  /// - Throws: ``Refusal`` for a folder without a register, ``StoreError`` when it cannot be opened.
  init(press: Press, folder: String, makes: Bool) throws {
    self.press = press
    self.folder = folder
    guard makes || Self.exists(in: folder) else {
      throw Refusal(Diagnostic(at: Place(file: folder), Wording.noRegister))
    }
    try OutputFile.makeFolder(folder, isPrivate: true)
    context = OfficeContext(
      store: try SQLiteStore(path: "\(folder)/\(Self.registerName)"),
      log: LogFolder(path: "\(folder)/log"), workshop: press, surroundings: Self.surroundings,
      engine: OriginPress.version)
  }

  /// Whether a folder has a register.
  static func exists(in folder: String) -> Bool {
    access("\(folder)/\(registerName)", F_OK) == 0
  }

  private static let surroundings = Surroundings(
    now: { Outside.now.seconds }, today: { Outside.today }, random: { Outside.random($0) })

  /// The folder of the keys.
  var keyFolder: KeyFolder { KeyFolder(dataFolder: folder) }

  /// All keys of the site, opened and tried.
  func keys(_ options: KeyOptions) async throws -> SiteKeys {
    try await options.open(keyFolder, of: try press.issuer())
  }

  /// The key ring alone: what keeps seals and makes check codes.
  func ring(_ password: PasswordOptions) throws -> KeyRing {
    try keyFolder.ring(password: try password.read())
  }

  /// Does something that changes outputs while no other program does.
  func alone<Value>(_ body: () async throws -> Value) async throws -> Value {
    try await holding("\(folder)/lock", body)
  }

  /// Works at a printer while no other program does: what one left there that ended is known to be over.
  func alone<Value>(
    at printer: String, _ body: () async throws -> Value
  ) async throws -> Value {
    guard DeskPrinter.isName(printer) else { return try await body() }
    return try await holding("\(folder)/lock-\(printer)", body)
  }

  private func holding<Value>(
    _ path: String, _ body: () async throws -> Value
  ) async throws -> Value {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      throw OutsideFailure(message: Wording.unwritable(path))
    }
    defer { close(descriptor) }
    return try await body()
  }
}

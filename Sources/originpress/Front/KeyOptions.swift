import ArgumentParser
import Certificates
import Diagnostics
import Office

/// What opens the keys of the site: password, and the PIN of a security module if there is one.
struct KeyOptions: ParsableArguments {
  @OptionGroup var password: PasswordOptions

  @Option(
    help: ArgumentHelp(
      "File whose first line is the security module's PIN; else ORIGINPRESS_MODULE_PIN, else "
        + "asked for.", valueName: "file"))
  var modulePinFile: String?

  /// All keys of a site, opened and tried.
  func open(_ folder: KeyFolder, of issuer: Issuer) async throws -> SiteKeys {
    try await SiteKeys.open(
      folder, of: issuer, password: try password.read(), pin: try pin(for: issuer),
      at: Outside.now)
  }

  /// The module's PIN; `nil` for a site without one.
  private func pin(for issuer: Issuer) throws(Refusal) -> [UInt8]? {
    guard issuer.keys.usesModule else { return nil }
    return Array(try Secret.modulePIN.read(file: modulePinFile).utf8)
  }
}

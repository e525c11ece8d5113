import ArgumentParser
import Diagnostics
import Foundation
import Glibc

/// A password or PIN that a person or a script gives: by a file, by a variable, or typed.
struct Secret {
  /// The option that names a file.
  let option: String
  /// The variable of the environment.
  let variable: String
  /// What a terminal asks.
  let prompt: Message

  /// What locks the key ring and key files.
  static let keyPassword = Secret(
    option: "--password-file", variable: "ORIGINPRESS_KEY_PASSWORD",
    prompt: Wording.askKeyPassword)
  /// What a security module asks for.
  static let modulePIN = Secret(
    option: "--module-pin-file", variable: "ORIGINPRESS_MODULE_PIN", prompt: Wording.askModulePIN)
  /// What an operator or officer confirms with.
  static let operatorPIN = Secret(
    option: "--pin-file", variable: "ORIGINPRESS_PIN", prompt: Wording.askPIN)

  /// What the second person confirms with, where two are asked for.
  static let witnessPIN = Secret(
    option: "--witness-pin-file", variable: "ORIGINPRESS_WITNESS_PIN",
    prompt: Wording.askWitnessPIN)

  private static let longest = 4096

  /// The secret: the file's first line, else the variable, else what is typed without echo.
  ///
  /// - Throws: ``Refusal`` when there is none.
  func read(file: String?) throws(Refusal) -> String {
    if let given = try given(file: file) { return given }
    return try typed(prompt)
  }

  /// The same for one that is new: a typed one is asked for twice.
  ///
  /// - Throws: ``Refusal`` when there is none, it is short, or two different ones were typed.
  func readNew(file: String?, atLeast length: Int) throws(Refusal) -> String {
    if let given = try given(file: file) { return try checked(given, length) }
    let secret = try checked(typed(prompt), length)
    guard try typed(Wording.askAgain) == secret else { throw refusal(Wording.secretsDiffer) }
    return secret
  }

  private func checked(_ secret: String, _ length: Int) throws(Refusal) -> String {
    guard secret.count >= length else { throw refusal(Wording.shortSecret(length)) }
    return secret
  }

  private func given(file: String?) throws(Refusal) -> String? {
    guard let file else { return Outside.secret(variable) }
    let text = String(decoding: try InputFile.read(file, limit: Self.longest), as: UTF8.self)
    let line = text.prefix { !$0.isNewline }
    guard !line.isEmpty else { throw Refusal(Diagnostic(at: Place(file: file), Wording.noSecret)) }
    return String(line)
  }

  private func typed(_ prompt: Message) throws(Refusal) -> String {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { throw refusal(Wording.secretWanted(option, variable)) }
    close(terminal)
    guard let bytes = getpass(prompt.text(in: Outside.language) + ": ") else {
      throw refusal(Wording.secretWanted(option, variable))
    }
    let secret = String(cString: bytes)
    guard !secret.isEmpty else { throw refusal(Wording.noSecret) }
    return secret
  }

  private func refusal(_ message: Message) -> Refusal {
    Refusal(Diagnostic(at: Place(), message))
  }
}

/// The option of every command that opens the key ring.
struct PasswordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "File whose first line is the keys' password; else ORIGINPRESS_KEY_PASSWORD, else asked for.",
      valueName: "file"))
  var passwordFile: String?

  /// The password's bytes.
  func read() throws(Refusal) -> [UInt8] {
    Array(try Secret.keyPassword.read(file: passwordFile).utf8)
  }

  /// The password of keys that are to be made.
  func readNew() throws(Refusal) -> [UInt8] {
    Array(try Secret.keyPassword.readNew(file: passwordFile, atLeast: 8).utf8)
  }
}

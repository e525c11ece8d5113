package import Foundation

/// The check of a certificate against keys, register and log (design §5, sealing.md §7.8).
///
/// Every failure has the one answer ``Answer/unknown``, so that nobody learns numbers by trying them.
package struct CredentialCheck {
  /// Finds what is known of a certificate number and serial; `nil` when nothing is.
  package typealias Lookup = (_ number: String, _ serial: String) async throws -> RegisterEntry?

  /// What the check says of a certificate.
  package enum Answer: Hashable, Sendable {
    /// Logged and issued.
    case valid
    /// Known, but nobody has it in hand for sure.
    case notYetIssued
    case void
    /// Another certificate took its place.
    case superseded(by: String)
    /// The certificate stands, but was printed again under another serial.
    case serialNoLongerValid
    /// A copy without force of its own, of a certificate that is valid; its ordinal.
    case copy(Int)
    /// Not known, not matching, not logged or not ours: always the same answer.
    case unknown
  }

  private let keys: KeyList
  private let lookup: Lookup

  /// A check.
  ///
  /// - Parameters:
  ///   - keys: the published keys.
  ///   - lookup: asks register and log; asked only for records that are well signed, and for numbers
  ///     whose check code is right.
  package init(keys: KeyList, lookup: @escaping Lookup) {
    self.keys = keys
    self.lookup = lookup
  }

  /// The answer to the text of a code, with the signed record unless the answer is unknown.
  ///
  /// - Throws: what the lookup throws.
  package func answer(
    toCode text: String
  ) async throws -> (answer: Answer, record: CertificateRecord?) {
    guard case .signed(let record) = RecordCheck(text, keys: keys),
      let entry = try await lookup(record.number, record.serial), entry.isLogged,
      entry.contentHash == record.contentHash
    else { return (.unknown, nil) }
    let answer = Self.answer(entry)
    guard record.kind == .copy, answer == .valid else { return (answer, record) }
    return (.copy(record.revision), record)
  }

  /// The answer to what a person typed from the paper; `checkCodeKey` is the secret of the check codes.
  ///
  /// - Throws: what the lookup throws.
  package func answer(
    number: String, serial: String, code: String, checkCodeKey: Data
  ) async throws -> Answer {
    let expected = CheckCode(number: number, serial: serial, key: checkCodeKey)
    guard let typed = CheckCode(typed: code), typed.matches(expected),
      let entry = try await lookup(number, serial), entry.isLogged
    else { return .unknown }
    return Self.answer(entry)
  }

  /// The answer to what register and log know.
  package static func answer(_ entry: RegisterEntry) -> Answer {
    switch entry.state {
    case .open: .notYetIssued
    case .issued: .valid
    case .void: .void
    case .reprinted: .serialNoLongerValid
    case .superseded(let number): .superseded(by: number)
    }
  }
}

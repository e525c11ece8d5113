import Certificates
import Credentials
import Diagnostics
import Notation
import Office

/// The public keys of a site, as `keys list` shows them.
struct KeyReport {
  /// What a record key is good for on a day.
  enum State: String {
    case serving, future, past, revoked
  }

  let keys: PublicKeys
  let day: CalendarDate

  func state(of entry: KeyEntry) -> State {
    if let revoked = entry.revoked, revoked <= day { return .revoked }
    if entry.serves(day) { return .serving }
    return day < entry.from ? .future : .past
  }

  var json: JSONValue {
    [
      "domain": .text(keys.keyList.domain), "version": .integer(keys.keyList.version),
      "day": .text(keys.keyList.day.description),
      "root": .text(Hex.encode(keys.keyList.root.fingerprint)),
      "logKey": .text(keys.logKey.text), "keys": .list(keys.keyList.keys.map(json)),
    ]
  }

  private func json(_ entry: KeyEntry) -> JSONValue {
    .object([
      "fingerprint": .text(Hex.encode(entry.key.fingerprint)),
      "algorithm": .text(entry.key.algorithm.rawValue), "from": .text(entry.from.description),
      "until": .text(entry.until.description),
      "revoked": entry.revoked.map { .text($0.description) },
      "state": .text(state(of: entry).rawValue),
    ])
  }

  /// One line a key.
  var lines: [String] {
    let language = Outside.language
    let root = Hex.encode(keys.keyList.root.fingerprint)
    return [
      "\(Wording.rootLabel.text(in: language))  \(root)",
      "\(Wording.logLabel.text(in: language))  \(keys.logKey.text)",
    ] + keys.keyList.keys.map(line)
  }

  /// One record key with its days and its state.
  func line(_ entry: KeyEntry) -> String {
    let language = Outside.language
    let state = Wording.keyState(state(of: entry), entry.revoked).text(in: language)
    return "\(Wording.recordLabel.text(in: language))  \(Hex.encode(entry.key.fingerprint))  "
      + "\(entry.from) – \(entry.until)  \(state)"
  }
}

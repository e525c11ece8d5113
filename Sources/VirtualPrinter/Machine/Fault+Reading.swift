package import Diagnostics

extension Fault {
  /// The keys of troubles with their sheet, such as `jam-before`.
  private static let troubles: [String: (Trouble, Moment)] = {
    let pairs = Trouble.allCases.flatMap { trouble in
      trouble.moments.map { moment in
        let key =
          trouble == .doubleFeed ? trouble.rawValue : "\(trouble.rawValue)-\(moment.rawValue)"
        return (key, (trouble, moment))
      }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  private static let others = [
    "drop", "slow", "silent", "prints-nothing", "says", "prints-twice", "new-uuid", "reuse-id",
    "stall-at", "cut-at",
  ]
  private static let options = ["job", "clear", "recover", "down", "on"]

  /// Reads `job=2 jam-after=1 clear=3 recover=reprint`.
  ///
  /// `job` is a number or `all`; exactly one word says what goes wrong.
  ///
  /// - Throws: ``Refusal`` that names the words that are wrong and what may stand there.
  package init(parsing text: String) throws(Refusal) {
    let kinds = Self.troubles.keys.sorted() + Self.others
    var words = Words(text, "fault", allowed: kinds + Self.options, hasFirst: false)
    let job = words.text("job") == "all" ? nil : words.number("job", in: 1...1_000_000)
    if words.text("job") == nil { words.demand(["job=N", "job=all"]) }
    let clear = words.seconds("clear")
    let recovery = words.choice("recover", among: Recovery.allCases.map(\.rawValue))
    let down = words.seconds("down")
    let request = words.choice("on", among: Request.allCases.map(\.rawValue))
    let named = words.keys.filter(kinds.contains)
    let kind = named.count == 1 ? Self.kind(named[0], &words) : nil
    if named.count != 1 { words.demand(kinds) }
    try words.finish()
    guard let kind else { preconditionFailure("a kind that cannot be read is reported") }
    self.init(
      job: job, kind, clear: clear, recovery: recovery.flatMap(Recovery.init(rawValue:)),
      down: down ?? 0.5, request: request.flatMap(Request.init(rawValue:)) ?? .document)
  }

  private static func kind(_ key: String, _ words: inout Words) -> Kind? {
    if let (trouble, moment) = troubles[key] {
      return words.number(key, in: 1...10_000).map { .trouble(trouble, moment, sheet: $0) }
    }
    switch key {
    case "drop":
      return words.choice(key, among: ["middle", "end"]).map {
        $0 == "end" ? .dropEnd : .dropMiddle
      }
    case "slow": return words.seconds(key).map { .slow($0) }
    case "says": return words.number(key, in: 0...1_000_000).map { .says(impressions: $0) }
    case "stall-at": return words.number(key, in: 0...1_000_000_000).map { .stallAt(byte: $0) }
    case "cut-at": return words.number(key, in: 0...1_000_000_000).map { .cutAt(byte: $0) }
    case "silent": return yes(key, &words, .silent)
    case "prints-nothing": return yes(key, &words, .printsNothing)
    case "prints-twice": return yes(key, &words, .printsTwice)
    case "new-uuid": return yes(key, &words, .newUUID)
    default: return yes(key, &words, .reuseID)
    }
  }

  private static func yes(_ key: String, _ words: inout Words, _ kind: Kind) -> Kind? {
    words.choice(key, among: ["yes"]).map { _ in kind }
  }
}

import Diagnostics

/// One pass over the bytes of a JSON text.
struct JSONParser {
  private let file: String?
  private let findings = Findings()
  private var scanner: JSONScanner

  init(bytes: [UInt8], file: String?) {
    self.file = file
    scanner = JSONScanner(bytes: bytes)
  }

  /// Reads the one value of the text, or throws everything that is wrong with it.
  mutating func document() throws(Refusal) -> Node {
    let node: Node
    do throws(JSONFault) {
      scanner.skipMark()
      scanner.skipBlanks()
      node = try value(path: "", depth: 0)
      scanner.skipBlanks()
      guard scanner.isAtEnd else { throw scanner.fault(Wording.JSON.afterEnd) }
    } catch {
      findings.error(
        at: Place(file: file, line: error.line, column: error.column),
        Wording.syntax("JSON", error.message))
      throw Refusal(findings.diagnostics)
    }
    try findings.throwErrors()
    return node
  }

  private func place(_ path: String) -> Place {
    Place(file: file, line: scanner.line, column: scanner.column, path: path)
  }

  private mutating func value(path: String, depth: Int) throws(JSONFault) -> Node {
    let place = place(path)
    guard let next = scanner.peek else { throw scanner.fault(Wording.JSON.endsEarly) }
    switch next {
    case UInt8(ascii: "{"): return try object(at: place, depth: depth)
    case UInt8(ascii: "["): return try list(at: place, depth: depth)
    case UInt8(ascii: "\""): return Node(.text(try scanner.text()), at: place)
    case UInt8(ascii: "t"): return Node(.bool(true), at: try scanner.word("true", place))
    case UInt8(ascii: "f"): return Node(.bool(false), at: try scanner.word("false", place))
    case UInt8(ascii: "n"): return Node(.null, at: try scanner.word("null", place))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return Node(.number(try scanner.number()), at: place)
    default: throw scanner.fault(Wording.JSON.noValue)
    }
  }

  private mutating func list(at place: Place, depth: Int) throws(JSONFault) -> Node {
    try enter(depth)
    var nodes: [Node] = []
    if scanner.take(UInt8(ascii: "]")) { return Node(.list([]), at: place) }
    while true {
      nodes.append(try value(path: place.path + "[" + String(nodes.count) + "]", depth: depth + 1))
      scanner.skipBlanks()
      if scanner.take(UInt8(ascii: "]")) { return Node(.list(nodes), at: place) }
      try comma(closing: Wording.JSON.listGoesOn)
    }
  }

  private mutating func object(at place: Place, depth: Int) throws(JSONFault) -> Node {
    try enter(depth)
    var members: [Node.Member] = []
    var keys = SeenKeys()
    if scanner.take(UInt8(ascii: "}")) { return Node(.object([]), at: place) }
    while true {
      let member = try member(of: place, depth: depth)
      if keys.insert(member.key, beside: members) {
        members.append(member)
      } else {
        findings.error(at: member.place, Wording.duplicate(member.key))
      }
      scanner.skipBlanks()
      if scanner.take(UInt8(ascii: "}")) { return Node(.object(members), at: place) }
      try comma(closing: Wording.JSON.objectGoesOn)
    }
  }

  private mutating func member(of parent: Place, depth: Int) throws(JSONFault) -> Node.Member {
    guard scanner.peek == UInt8(ascii: "\"") else { throw scanner.fault(Wording.JSON.noKey) }
    var keyPlace = parent
    keyPlace.line = scanner.line
    keyPlace.column = scanner.column
    let key = try scanner.text()
    keyPlace.path = parent.path.isEmpty ? key : parent.path + "." + key
    scanner.skipBlanks()
    guard scanner.take(UInt8(ascii: ":")) else { throw scanner.fault(Wording.JSON.noColon) }
    scanner.skipBlanks()
    let node = try value(path: keyPlace.path, depth: depth + 1)
    return Node.Member(key: key, place: keyPlace, node: node)
  }

  /// Steps over an opening bracket and the blanks behind it.
  private mutating func enter(_ depth: Int) throws(JSONFault) {
    guard depth < JSONText.depthLimit else { throw scanner.fault(Wording.tooDeep) }
    scanner.advance()
    scanner.skipBlanks()
  }

  private mutating func comma(closing message: Message) throws(JSONFault) {
    guard scanner.take(UInt8(ascii: ",")) else {
      throw scanner.fault(scanner.isAtEnd ? Wording.JSON.endsEarly : message)
    }
    scanner.skipBlanks()
  }
}

/// The keys of one object: a handful is compared one by one, more go into a set.
private struct SeenKeys {
  private static let handful = 16
  private var set: Set<String> = []

  /// Whether the key is new among those of the members read before.
  mutating func insert(_ key: String, beside members: [Node.Member]) -> Bool {
    if members.count < Self.handful { return !members.contains { $0.key == key } }
    if set.isEmpty { set = Set(members.map(\.key)) }
    return set.insert(key).inserted
  }
}

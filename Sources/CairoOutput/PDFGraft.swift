/// Objects of one PDF file made ready to stand in many others, under other numbers.
///
/// Cairo compresses pictures and traces paths anew for each file; what does not change is written by
/// Cairo once into a file of its own, taken out of it, and put in the place of a placeholder.
struct PDFGraft {
  /// A stretch of bytes, or a reference to another object of the graft.
  enum Piece {
    case bytes([UInt8])
    case reference(Int)
  }

  /// An object without its first line; the main one is the first.
  private(set) var objects: [[Piece]] = []

  /// The bytes of all objects.
  var byteCount: Int {
    objects.joined().reduce(0) { sum, piece in
      if case .bytes(let bytes) = piece { sum + bytes.count } else { sum }
    }
  }

  /// The object `main` of a file and all it refers to.
  ///
  /// - Parameters:
  ///   - parts: The file.
  ///   - main: The object's number in it.
  ///   - prefix: Written into the dictionary of `main`, right after it opens.
  ///   - grafts: What stands in for the placeholders of the file.
  init(_ parts: PDFParts, main: Int, prefix: [Piece] = [], grafts: PDFPlaceholders) {
    var indices = [main: 0]
    var waiting = [main]
    objects = [[]]
    var extra: [Int] = []
    if let first = prefix.firstReference {
      indices[first] = 1
      waiting.append(first)
      objects.append([])
      extra = [first]
    }
    while !waiting.isEmpty {
      let number = waiting.removeFirst()
      guard let index = indices[number], let range = parts.ranges[number] else { continue }
      if let graft = grafts.graft(of: number, in: parts) {
        insert(graft, at: index)
        continue
      }
      var pieces = Self.pieces(of: parts, range) { target in
        if let known = indices[target] { return known }
        indices[target] = objects.count
        waiting.append(target)
        objects.append([])
        return objects.count - 1
      }
      if number == main, !extra.isEmpty { pieces = Self.extended(pieces, by: prefix, indices) }
      objects[index] = pieces
    }
  }

  /// Puts another graft's main object at `index` and the rest at the end.
  private mutating func insert(_ graft: PDFGraft, at index: Int) {
    let base = objects.count - 1
    func moved(_ pieces: [Piece]) -> [Piece] {
      pieces.map { piece in
        guard case .reference(let target) = piece else { return piece }
        return .reference(target == 0 ? index : base + target)
      }
    }
    objects[index] = moved(graft.objects[0])
    objects += graft.objects.dropFirst().map(moved)
  }

  /// The object cut at its references; the bytes of a stream are never looked into.
  private static func pieces(
    of parts: PDFParts, _ range: Range<Int>, index: (Int) -> Int
  ) -> [Piece] {
    let start = parts.first(" obj\n", in: range).map { $0 + 5 } ?? range.lowerBound
    let limit = parts.first("stream\n", in: start..<range.upperBound) ?? range.upperBound
    var pieces: [Piece] = []
    var position = start
    while let mark = parts.first(" 0 R", in: position..<limit) {
      var digit = mark
      while digit > position, (0x30...0x39).contains(parts.bytes[digit - 1]) { digit -= 1 }
      pieces.append(.bytes(Array(parts.bytes[position..<digit])))
      if let number = parts.number(at: digit) { pieces.append(.reference(index(number))) }
      position = mark + 4
    }
    pieces.append(.bytes(Array(parts.bytes[position..<range.upperBound])))
    return pieces
  }

  private static func extended(
    _ pieces: [Piece], by prefix: [Piece], _ indices: [Int: Int]
  ) -> [Piece] {
    guard case .bytes(let start) = pieces.first, start.starts(with: "<<".utf8) else {
      return pieces
    }
    let numbered = prefix.map { piece in
      guard case .reference(let number) = piece else { return piece }
      return .reference(indices[number] ?? 0)
    }
    return [.bytes(Array("<<".utf8))] + numbered + [.bytes(Array(start.dropFirst(2)))]
      + pieces.dropFirst()
  }
}

extension [PDFGraft.Piece] {
  /// The number of the first reference.
  fileprivate var firstReference: Int? {
    for case .reference(let number) in self { return number }
    return nil
  }
}

import Diagnostics
import Foundation
import Notation
import Testing

/// Both parsers answer any bytes with a node or a refusal, and JSON agrees with Foundation's.
@Suite struct MutationTests {
  /// SplitMix64.
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  private static let tokens = [
    "{", "}", "[", "]", "\"", "\\", ":", ",", "-", "0", "1e9", "\\ud83d", "\\u0041", "true", "null",
    "\n", " ", "\t", "é", "中", "\u{0}", "#", "&a", "*a", "!t", "? ", "- ", "|\n", "<<: ", "'",
  ]

  private func mutate(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1 where place < bytes.count: bytes.remove(at: place)
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 8))
      default:
        bytes.insert(
          contentsOf: Self.tokens.randomElement(using: &random)?.utf8 ?? "".utf8, at: place)
      }
    }
    return bytes
  }

  private func agrees(_ bytes: [UInt8]) -> Bool {
    let ours = (try? JSONText.parse(Data(bytes), file: nil)) != nil
    let theirs =
      (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
    return !ours || theirs
  }

  @Test(arguments: [20_260_505 as UInt64])
  func json(seed: UInt64) {
    let start = Array(
      #"{"form":"C","goods":[{"description":"A \"b\" é 😀","n":[1,-2.5e+3,true,null]}]}"#.utf8)
    var random = Random(state: seed)
    for round in 0..<20_000 {
      let bytes = mutate(start, &random)
      #expect(agrees(bytes), "seed \(seed), round \(round): \(bytes)")
    }
  }

  @Test(arguments: [20_260_505 as UInt64])
  func yaml(seed: UInt64) {
    let start = Array("a: 1\nb:\n  - {c: \"x\", d: [1, 2]}\n  - |\n    text\ne: 'é'\n".utf8)
    var random = Random(state: seed)
    for _ in 0..<5_000 {
      let bytes = mutate(start, &random)
      if let node = try? YAMLText.parse(bytes, file: "x.yaml") { _ = JSONValue(node) }
    }
  }
}

import Diagnostics
import Foundation
import Notation
import Support
import Synchronization
import Testing

@Suite struct YAMLCacheTests {
  /// A cache in memory that counts what is written.
  final class Shelf: Sendable {
    let kept = Mutex<[String: Data]>([:])

    var cache: YAMLCache {
      YAMLCache(
        read: { name in self.kept.withLock { $0[name] } },
        write: { name, bytes in self.kept.withLock { $0[name] = bytes } })
    }
  }

  static let texts = [
    "", "a: 1", "- x\n- [1, 2.50, ~, true]\n",
    "a:\n  b: {c: \"1\", d: [e, {f: 'g'}]}\nh: |\n  i\n  j\n",
  ]

  @Test("What is kept reads back with every value and place", arguments: texts)
  func readsBack(text: String) throws {
    let shelf = Shelf()
    let bytes = Data(text.utf8)
    let plain = try YAMLText.parse(bytes, file: "x.yaml")
    #expect(describe(try shelf.cache.parse(bytes, file: "x.yaml")) == describe(plain))
    #expect(shelf.kept.withLock { $0.count } == 1)
    #expect(describe(try shelf.cache.parse(bytes, file: "x.yaml")) == describe(plain))
  }

  @Test("Every data file of the house reads back the same")
  func dataFiles() throws {
    for folder in ["Layouts/policy", "Layouts/C/2012", "Layouts/shared", "Fonts", "printers"] {
      for file in try Repository.files(in: folder, ending: "yaml") {
        let bytes = Data(try Repository.bytes(file))
        let shelf = Shelf()
        _ = try shelf.cache.parse(bytes, file: file)
        #expect(
          describe(try shelf.cache.parse(bytes, file: file))
            == describe(try YAMLText.parse(bytes, file: file)))
      }
    }
  }

  @Test("Damage is parsed again, faults are not kept")
  func damage() throws {
    let shelf = Shelf()
    let bytes = Data("a: 1".utf8)
    _ = try shelf.cache.parse(bytes, file: "x.yaml")
    let kept = try #require(shelf.kept.withLock(\.self).first)
    let flipped = kept.value.indices.map { index in
      var bytes = kept.value
      bytes[index] ^= 1
      return bytes
    }
    let shortened = (0..<kept.value.count).map { kept.value.prefix($0) }
    for junk in flipped + shortened + [Data("[]".utf8), kept.value + kept.value] {
      shelf.kept.withLock { $0[kept.key] = junk }
      #expect(describe(try shelf.cache.parse(bytes, file: "x.yaml")).contains("number 1"))
      #expect(shelf.kept.withLock { $0[kept.key] } == kept.value)
    }
    let broken = Shelf()
    #expect(throws: Refusal.self) { try broken.cache.parse(Data("a: [".utf8), file: "x") }
    #expect(broken.kept.withLock { $0.isEmpty })
  }

  /// The whole tree as text, with the place of every node and key.
  private func describe(_ node: Node) -> String {
    switch node.value {
    case .null: "\(node.place) null"
    case .bool(let flag): "\(node.place) \(flag)"
    case .number(let text): "\(node.place) number \(text)"
    case .text(let text): "\(node.place) text \(text)"
    case .list(let nodes): "\(node.place) [\(nodes.map(describe).joined(separator: ", "))]"
    case .object(let members):
      "\(node.place) {"
        + members.map { "\($0.place) \($0.key): \(describe($0.node))" }.joined(separator: ", ")
        + "}"
    }
  }
}

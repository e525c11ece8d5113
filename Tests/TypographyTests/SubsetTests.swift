import DisplayList
import Foundation
import Glibc
import Measures
import Testing
import Typography

/// Decodes by the C library's table, which is not the one the subset is cut by.
private func decodeGB2312(_ bytes: [UInt8]) throws -> String {
  let converter = iconv_open("UTF-8", "GB2312")
  defer { iconv_close(converter) }
  var input = bytes.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: bytes.count * 2)
  let left = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var from = input.baseAddress
      var to = output.baseAddress
      var fromLeft = input.count
      var toLeft = output.count
      _ = iconv(converter, &from, &fromLeft, &to, &toLeft)
      return toLeft
    }
  }
  return String(
    decoding: output.dropLast(left).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

struct SubsetTests {
  let style = TextStyle(role: .cjk, size: .pt(10))
  let sample = "原产地证书 Certificate No. 123，“宁波”（中国）１２３ ￥ ① Ω α б ぁ 〇"

  private func lines(_ source: FontSource) throws -> [ShapedLine] {
    let catalogue = try FontCatalogue(manifest: Fonts.manifest, source: source)
    let shaper = Shaper(catalogue: catalogue)
    return try [false, true].map { isBold in
      var style = style
      style.isBold = isBold
      return try shaper.line(sample, style: style)
    }
  }

  @Test func `The result does not depend on the cache`() throws {
    let cache = MemoryCache()
    let cold = try lines(cache.source)
    #expect(cache.contents.count == 3)
    let warm = try lines(cache.source)
    #expect(warm == cold)
    let kept = cache.contents
    let names = kept.keys.sorted()
    #expect(names.count == 5, "two subsets with their stamps, the stamps of the files")
    for name in names {
      var damaged = kept
      let count = damaged[name]?.count ?? 0
      damaged[name]?[count / 2] ^= 1
      cache.contents = damaged
      #expect(try lines(cache.source) == cold, "\(name)")
      let healed = cache.contents.filter { !$0.key.contains("stamp") }
      #expect(healed == kept.filter { !$0.key.contains("stamp") }, "\(name)")
    }
    cache.contents = kept.mapValues { Array($0.prefix(10)) }
    #expect(try lines(cache.source) == cold)
    var unwritable = FontSource.live(cacheFolder: "/proc/no-such-folder/cache")
    #expect(try lines(unwritable) == cold)
    unwritable.readCache = { _ in nil }
    #expect(try lines(unwritable) == cold)
  }

  @Test func `The live cache is written whole and read again`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "fonts-\(UUID().uuidString)/a/b")
    defer {
      try? FileManager.default.removeItem(
        at: folder.deletingLastPathComponent().deletingLastPathComponent())
    }
    let cold = try lines(.live(cacheFolder: folder.path))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count == 3)
    #expect(try lines(.live(cacheFolder: folder.path)) == cold)
    let stamped = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(stamped.count == 5)
  }

  @Test func `The subset has every character of GB 2312 with the full face's widths`() throws {
    var bytes: [UInt8] = []
    for row in UInt8(0xb0)...0xf7 {
      for cell in UInt8(0xa1)...0xfe where !(row == 0xd7 && cell > 0xf9) { bytes += [row, cell] }
    }
    let hanzi = try decodeGB2312(bytes)
    #expect(hanzi.count == 6763)
    let line = try Fonts.shaper.line(hanzi, style: style)
    #expect(line.runs.map(\.face.rawValue) == ["cjk-core-regular"])
    #expect(line.width == .pt(10) * 6763)
  }

  @Test func `The subset's glyphs are those of the full face`() throws {
    let text = "原产地证书，“宁波”（中国）AVA"
    let orders = ["cjk-core-regular, cjk-regular", "cjk-regular"].map { order in
      {
        try String(contentsOf: Fonts.manifestFile, encoding: .utf8)
          .replacingOccurrences(
            of: "[cjk-core-regular, cjk-regular, symbols", with: "[\(order), symbols")
      }
    }
    let shaped = try orders.map { yaml in
      let manifest = try Fonts.manifest(yaml(), file: "fonts.yaml")
      return try Shaper(catalogue: FontCatalogue(manifest: manifest, source: MemoryCache().source))
        .line(text, style: style)
    }
    #expect(shaped.map { $0.runs.map(\.face.rawValue) } == [["cjk-core-regular"], ["cjk-regular"]])
    let places = shaped.map { $0.runs.flatMap(\.glyphs).map(\.offset) }
    #expect(places[0] == places[1])
  }
}

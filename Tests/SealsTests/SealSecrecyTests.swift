import DisplayList
import Foundation
import Seals
import Support
import Testing

/// No clean seal on any route (sealing.md §7.6).
@Suite struct SealSecrecyTests {
  private let vault = ScannedSeals.vault()

  /// Everything a store has of a seal.
  private func columns(_ seal: KeptSeal) -> Data {
    Data(String(reflecting: seal).utf8) + seal.mask.wrappedKey + seal.mask.box
      + seal.upload.wrappedKey + seal.upload.box
  }

  /// Stretches of 24 bytes that are not all the same.
  private func windows(_ data: Data, _ dice: inout Dice) -> [Data] {
    var windows: [Data] = []
    while windows.count < 100 {
      let start = data.startIndex + dice.number(0...(data.count - 24))
      let window = data[start..<(start + 24)]
      if Set(window).count > 2 { windows.append(window) }
    }
    return windows
  }

  @Test(
    "What is kept holds no stretch of the mask or of the upload",
    arguments: [SealKind.company, .signature])
  func ciphertext(_ kind: SealKind) throws {
    let image = try ScannedSeals.image(kind)
    let kept = columns(try ScannedSeals.approved(kind, in: vault))
    var dice = Dice(seed: 20_260_103)
    for plain in [image.mask.coverage, image.upload] {
      for window in windows(plain, &dice) {
        #expect(plain.range(of: window) != nil)
        #expect(kept.range(of: window) == nil)
      }
    }
  }

  @Test("Ciphertext looks like noise: every byte value comes equally often")
  func noise() throws {
    let box = try ScannedSeals.approved(.company, in: vault).mask.box
    var counts = [Double](repeating: 0, count: 256)
    for byte in box { counts[Int(byte)] += 1 }
    let wanted = Double(box.count) / 256
    let chiSquare = counts.reduce(0) { $0 + ($1 - wanted) * ($1 - wanted) / wanted }
    // 255 degrees of freedom: mean 255, standard deviation 22.6; the bytes are the same in each run.
    #expect((150...360).contains(chiSquare), "\(chiSquare)")
  }

  @Test("Pictures for screens hold no stretch of the upload")
  func pictures() throws {
    let image = try ScannedSeals.image(.company)
    let seal = try ScannedSeals.approved(.company, in: vault)
    let pictures = try vault.sample(of: seal) + vault.review(of: seal)
    var dice = Dice(seed: 20_260_104)
    // Behind the header, which all PNG files share.
    for window in windows(image.upload.dropFirst(64), &dice) {
      #expect(pictures.range(of: window) == nil)
    }
  }

  @Test(
    "No function that other modules see gives a mask, a stamp or bytes but the two pictures and files"
  )
  func routes() throws {
    let files = try Repository.files(in: "Sources/Seals/Keeping", ending: ".swift")
    try #require(files.count > 10)
    var seen: [String] = []
    for file in files {
      let text = String(decoding: try Repository.bytes(file), as: UTF8.self)
      for declaration in declarations(text) where !declaration.hasPrefix("package init") {
        let results = declaration.split(separator: "->").dropFirst().joined(separator: "->")
        for type in ["SealStamp", "InkMask", "SealImage", "MaskItem", "Scan", "PixelPicture"] {
          #expect(!results.contains(type), "\(file): \(declaration)")
        }
        if results.contains("Data") { seen.append(declaration) }
        for stored in ["var ", "let "] where declaration.hasPrefix("package \(stored)") {
          for type in ["SealStamp", "InkMask", "SealImage", "SealVault", "SealCipher"] {
            #expect(!declaration.contains(": \(type)"), "\(file): \(declaration)")
          }
        }
      }
    }
    #expect(seen.count == 4, "\(seen)")
    // The ciphertext of a finished file, and that file, which is handed out or printed as it is.
    #expect(seen.contains { $0.hasPrefix("package func kept(file: Data, of output: String)") })
    #expect(seen.contains { $0.hasPrefix("package func file(_ kept: Data, of output: String)") })
    #expect(seen.contains { $0.hasPrefix("package func sample(of seal: KeptSeal)") })
    #expect(seen.contains { $0.hasPrefix("package func review(of seal: KeptSeal)") })
  }

  /// What follows the word `package` up to a body or the next member, each on one line.
  private func declarations(_ text: String) -> [String] {
    let code = text.split(separator: "\n").filter { !$0.contains("///") && !$0.contains("import ") }
      .joined(separator: "\n")
    return code.components(separatedBy: "package ").dropFirst().map { part in
      let head = part.prefix { $0 != "{" }.components(separatedBy: "\n\n")[0]
      return "package " + head.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
}

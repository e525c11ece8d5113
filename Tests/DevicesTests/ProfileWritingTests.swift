import Devices
import Diagnostics
import Foundation
import Measures
import Testing

/// A profile written as a file reads as itself.
@Suite struct ProfileWritingTests {
  private static func profiles() throws -> [DeviceProfile] {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "printers")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted().map {
      let bytes = try Data(contentsOf: folder.appending(path: $0))
      return try DeviceProfile.read(String($0.dropLast(5)), from: [UInt8](bytes), file: $0)
    }
  }

  private func expectSame(_ profile: DeviceProfile) throws {
    let again = try DeviceProfile.read(
      profile.name, from: Array(profile.text.utf8), file: "again.yaml")
    #expect(again == profile, "\(profile.text)")
  }

  @Test func `every profile of the repository reads as it was written`() throws {
    for profile in try Self.profiles() { try expectSame(profile) }
  }

  @Test(arguments: [
    "plain words", "a: colon", "# no comment", "yes", "12", "- dash", "quote \" and \\", "'single'",
    "{flow}", "[list], with commas", "针式打印机", "¡¢£¤¥¦§¨©ª«¬®¯", " spaces ", "a #b", "null", "",
  ])
  func `whatever a text says, it is read as that`(_ text: String) throws {
    var profile = try #require(try Self.profiles().first { $0.name == "generic-24pin" })
    profile.source = text
    profile.unknown = [text, "more"]
    profile.dotMatrix?.verifiedCharacters = text
    profile.dotMatrix?.startsInChineseMode = false
    profile.dotMatrix?.carbonCopies = 0
    try expectSame(profile)
  }

  @Test func `an impact printer's profile calls unknown what it does not state, and nothing else`()
    throws
  {
    for profile in try Self.profiles() {
      guard let traits = profile.dotMatrix else { continue }
      let open: [ProbeQuestion: Bool] = [
        .wrong: traits.verifiedCharacters.isEmpty,
        .startsInChinese: traits.startsInChineseMode == nil, .copies: traits.carbonCopies == nil,
      ]
      for (question, isOpen) in open {
        #expect(
          profile.unknown.contains(question.unknown) == isOpen, "\(profile.name) \(question)")
      }
      if profile.languages == [.escp] {
        #expect(profile.unknown.contains(ProbeQuestion.escp2.unknown), "\(profile.name)")
      }
    }
  }
}

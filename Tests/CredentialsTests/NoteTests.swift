import Credentials
import Crypto
import Foundation
import Support
import Testing

/// Signed notes and cosignatures (C2SP signed-note, tlog-cosignature).
struct NoteTests {
  /// The key and note that the specification's own example shows.
  private static let key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
  private static let note = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    \u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

    """

  @Test func `the example of the note format is verified`() throws {
    let key = try NoteKey(Self.key)
    #expect(key.text == Self.key)
    let note = try SignedNote(Array(Self.note.utf8))
    #expect(note.encoded == Self.note)
    #expect(key.time(of: note) == 0)
    let other = try SignedNote(Array(Self.note.replacing("problem is", with: "problem was").utf8))
    #expect(key.time(of: other) == nil)
  }

  @Test func `a checkpoint is signed, cosigned and read`() throws {
    let signer = NoteSigner(name: "log.example.org", try Samples.ed25519())
    let witness = NoteSigner(
      name: "witness.example.net", use: .cosignature, try Samples.ed25519(seed: 6))
    #expect(try NoteSigner(signer.text).key == signer.key)
    let state = Checkpoint(origin: "log.example.org", size: 12, root: MerkleTree.empty)
    let note = try witness.sign(try signer.sign(SignedNote(text: state.text)), time: 1_780_000_000)
    let read = try SignedNote(Array(note.encoded.utf8))
    #expect(try Checkpoint(read, signedBy: signer.key) == state)
    #expect(witness.key.time(of: read) == 1_780_000_000)
    let stranger = NoteSigner(name: "log.example.org", try Samples.ed25519(seed: 8))
    #expect(throws: CredentialError.self) { try Checkpoint(read, signedBy: stranger.key) }
  }

  @Test(arguments: [
    "", "\n", "a", "a\n", "a\n\n", "a\n\n\n", "a\n\n- b AAAA\n", "a\n\n\u{2014} b AAAA\n",
    "a\n\n\u{2014} b AAAAAAA\n", "a\n\n\u{2014} b+c AAAAAAAA\n", "a\n\n\u{2014}  AAAAAAAA\n",
    "a\n\n\u{2014} b AAAAAAAA", "a\u{1}\n\n\u{2014} b AAAAAAAA\n",
    "a\r\n\r\n\u{2014} b AAAAAAAA\r\n",
  ])
  func `what is no note is refused`(_ text: String) {
    #expect(throws: CredentialError.self) { try SignedNote(Array(text.utf8)) }
  }

  @Test(arguments: [
    "", "o\n1\n", "o\n01\nX\n", "o\n-1\nX\n", "o\n1\nAAAA\n",
    "o\n1\n\(String(repeating: "A", count: 43))=\nx\n",
  ])
  func `what is no checkpoint is refused`(_ text: String) {
    #expect(throws: CredentialError.self) { try Checkpoint(text: text) }
  }
}

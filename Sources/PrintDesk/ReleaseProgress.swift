/// What a release has done so far, in its order (design §3): a release that was interrupted goes on
/// behind the last thing that is here.
package struct ReleaseProgress: Hashable, Sendable {
  /// The place in the log of the entry that reserves the serial; written before anything is sealed.
  package var releaseEntry: Int?
  /// The text of the verification code with the signed record; signatures differ each time, so it is kept.
  package var code: String?
  /// What the finished file was made from.
  package var manifest: Manifest?
  /// The place in the log of the entry with the finished file's hash.
  package var fileEntry: Int?

  /// Nothing done yet.
  package init() {}

  /// Everything that a store keeps.
  package init(releaseEntry: Int?, code: String?, manifest: Manifest?, fileEntry: Int?) {
    self.releaseEntry = releaseEntry
    self.code = code
    self.manifest = manifest
    self.fileEntry = fileEntry
  }

  /// Whether nothing is left to do before the output may leave.
  package var isComplete: Bool {
    releaseEntry != nil && code != nil && manifest != nil && fileEntry != nil
  }
}

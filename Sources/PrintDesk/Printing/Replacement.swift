/// A void original and the one that takes its place: both are kept in one unit of work, or neither.
///
/// Only the desk's own steps make one, so that a void original without its replacement cannot be written.
package struct Replacement: Hashable, Sendable {
  /// The run that ended: output void, every sheet decided.
  package let void: PrintRun
  /// The new original, reserved; its release follows.
  package let successor: Output
}

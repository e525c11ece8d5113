import Foundation

/// The large numbers of tests, which `make soak` asks for.
package enum Soak {
  /// Whether they are run.
  package static let isOn = ProcessInfo.processInfo.environment["ORIGINPRESS_SOAK"] == "1"

  /// The one of two that is asked for.
  package static func choice<Value>(_ large: Value, else small: Value) -> Value {
    isOn ? large : small
  }
}

package import Foundation
import Synchronization

/// Random bytes from a seed, and how they were asked for.
package final class SeededBytes: Sendable {
  private let dice: Mutex<Dice>
  private let given = Mutex<[Data]>([])

  package init(seed: Int) { dice = Mutex(Dice(seed: seed)) }

  /// The next bytes.
  package func next(_ count: Int) -> Data {
    let bytes = dice.withLock { dice in
      Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) })
    }
    given.withLock { $0.append(bytes) }
    return bytes
  }

  /// Everything given out.
  package var all: [Data] { given.withLock { $0 } }
}

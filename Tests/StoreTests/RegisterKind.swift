import Certificates
import Foundation
import Store
import Support

/// The registers under test.
enum RegisterKind: CaseIterable {
  case memory, sqlite

  /// A register without records.
  func empty(_ scratch: Scratch) throws -> any RegisterStore {
    self == .memory ? MemoryStore() : try SQLiteStore(path: scratch.path("register"))
  }

  /// A register with two approved certificates, `N1` and `N2`.
  func filled(_ scratch: Scratch) async throws -> any RegisterStore {
    let store = try empty(scratch)
    try await store.write { unit in
      for number in ["N1", "N2"] {
        try unit.approvals.insert(Records.approval(number), content: Data("{}".utf8))
      }
    }
    return store
  }
}

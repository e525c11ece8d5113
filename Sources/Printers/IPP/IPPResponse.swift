/// One IPP answer as a plain value.
package struct IPPResponse: Hashable, Sendable {
  /// The kinds of group an answer can hold (RFC 8010 section 3.5.1).
  package enum Group: Int, Sendable {
    case operation = 1
    case job = 2
    case printer = 4
    case unsupported = 5
    case other = 0
  }

  /// The status code (RFC 8011 appendix B).
  package let status: Int
  /// The groups in the order of the answer.
  package let groups: [(Group, IPPAttributes)]

  /// An answer from its status code and groups.
  package init(status: Int, groups: [(Group, IPPAttributes)]) {
    self.status = status
    self.groups = groups
  }

  /// Whether the request was done, perhaps with attributes ignored or replaced.
  package var isSuccess: Bool { (0..<0x0100).contains(status) }

  /// All groups of one kind, such as each job of Get-Jobs.
  package func all(_ group: Group) -> [IPPAttributes] {
    groups.filter { $0.0 == group }.map(\.1)
  }

  /// The first group of one kind; empty when there is none.
  package func first(_ group: Group) -> IPPAttributes { all(group).first ?? IPPAttributes([]) }

  /// What the printer says about the outcome, if it says anything.
  package var statusMessage: String? { first(.operation).string("status-message") }

  /// Whether status and all groups in order are equal.
  package static func == (a: Self, b: Self) -> Bool {
    a.status == b.status && a.groups.elementsEqual(b.groups, by: ==)
  }

  /// Hashes what `==` compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(status)
    for (group, attributes) in groups {
      hasher.combine(group)
      hasher.combine(attributes)
    }
  }
}

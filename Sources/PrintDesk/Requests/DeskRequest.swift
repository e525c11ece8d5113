package import Certificates

/// What an enterprise asks of the desk about one certificate (B.4, B.5).
package struct DeskRequest: Hashable, Sendable {
  /// What is asked for.
  package enum Subject: Hashable, Sendable {
    /// 重新打印 (S2-118, S2-134).
    case reprint(ReprintReason)
    /// 失证重发 (S2-123).
    case duplicate
    /// 加打副本 (S2-137).
    case copy
    /// 变更打印地点 (S2-129).
    case printPlace(Approval.PrintPlace)
  }

  /// Where the request stands.
  package enum State: String, CaseIterable, Sendable {
    /// It waits for an officer.
    case requested
    /// It may be carried out.
    case approved
    /// It may not.
    case rejected
    /// It was carried out.
    case fulfilled

    /// Whether something is still to be done about it.
    package var isOpen: Bool { self == .requested || self == .approved }
  }

  /// Its name, unique for ever, such as `R-00000012`.
  package let id: String
  /// The certificate's number.
  package let number: String
  /// The enterprise that asks, by code.
  package let enterprise: String
  /// What is asked for.
  package let subject: Subject
  /// The reason in the enterprise's words (重新打印原因, 失证原因); may be empty where a rule needs none.
  package let note: String
  /// Who asked, and when.
  package let asked: Act
  /// Where it stands.
  package internal(set) var state: State
  /// The officer who decided, and when; `nil` before, and where a rule decided.
  package internal(set) var decided: Act?
  /// What the officer wrote.
  package internal(set) var remark: String?
  /// The output it led to.
  package internal(set) var output: String?

  /// A request as a store keeps it, or one that is made.
  package init(
    id: String, number: String, enterprise: String, subject: Subject, note: String, asked: Act,
    state: State = .requested, decided: Act? = nil, remark: String? = nil, output: String? = nil
  ) {
    self.id = id
    self.number = number
    self.enterprise = enterprise
    self.subject = subject
    self.note = note
    self.asked = asked
    self.state = state
    self.decided = decided
    self.remark = remark
    self.output = output
  }

  /// Whether a rule approved it, and no officer looked.
  package var isApprovedByRule: Bool {
    (state == .approved || state == .fulfilled) && decided == nil
  }

  /// The id of the n-th request of a register, from 1.
  package static func id(_ ordinal: Int) -> String { Output.paddedID("R", ordinal) }
}

/// The word of a subject, as registers and reports write it.
extension DeskRequest.Subject {
  /// The words there are.
  package enum Word: String, CaseIterable, Sendable {
    case reprint, duplicate, copy
    case printPlace = "print-place"
  }

  /// Its word.
  package var word: Word {
    switch self {
    case .reprint: .reprint
    case .duplicate: .duplicate
    case .copy: .copy
    case .printPlace: .printPlace
    }
  }

  /// The word of the reprint's reason or the new place; `nil` where there is none.
  package var detail: String? {
    switch self {
    case .reprint(let reason): reason.rawValue
    case .printPlace(let place): place.rawValue
    case .duplicate, .copy: nil
    }
  }

  /// A subject from its word and detail; `nil` when they do not fit.
  package init?(_ word: Word, detail: String?) {
    switch word {
    case .reprint:
      guard let reason = detail.flatMap(ReprintReason.init) else { return nil }
      self = .reprint(reason)
    case .printPlace:
      guard let place = detail.flatMap(Approval.PrintPlace.init) else { return nil }
      self = .printPlace(place)
    case .duplicate where detail == nil: self = .duplicate
    case .copy where detail == nil: self = .copy
    case .duplicate, .copy: return nil
    }
  }
}

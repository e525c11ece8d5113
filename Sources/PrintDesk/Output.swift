package import Certificates

/// One act of issuing: the register's entry of an original, a duplicate or a copy, on paper or as a file
/// (design §5).
///
/// A pure value. Its life is ``State``; what the release has done so far is ``ReleaseProgress``; its
/// sheets and passes are in a ``PrintRun``.
package struct Output: Hashable, Sendable {
  /// What was issued.
  package enum Kind: String, CaseIterable, Sendable {
    /// An original on paper.
    case original
    /// An original handed out as a file: it counts as the first print, its paper is unknown.
    case file
    /// 失证副本: takes the place of lost paper and shows the live original's serial (S2-123, S5-23).
    case duplicate
    /// 加打副本: shows the live original's serial (S2-137).
    case copy

    /// Whether a certificate may have only one of it at a time.
    package var isOriginal: Bool { self == .original || self == .file }
  }

  /// Where the output stands in its life.
  package enum State: String, CaseIterable, Sendable {
    /// It has its serial; the release is under way or was interrupted. Also called created.
    case reserved
    /// Sealed, signed, logged and proven; nobody has it in hand. Also called rendered or queued.
    case released
    /// A pass was burned: paper may bear it. Also called sending or sent.
    case printing
    /// Handed out, or every sheet was seen to be good. Also called 已打印 or confirmed.
    case issued
    /// Without force; its serial is never used again. Also called 作废, spoiled or void-lost.
    case void
    /// Nobody knows yet what the printer made of it; only a person ends this. Also called unknown.
    case uncertain

    /// Whether the certificate has no room for another original beside it.
    package var isLive: Bool { self != .void }
  }

  /// Its name, unique for ever, such as `O-00000012`.
  package let id: String
  /// The certificate's number.
  package let number: String
  /// SHA-256 of the approved contents, in hexadecimal.
  package let contentHash: String
  /// What was issued.
  package let kind: Kind
  /// The serial 打印号, which no other original ever had; a duplicate or copy shows its original's.
  package let serial: String
  /// The how many-th duplicate or copy of the certificate, from 1; `nil` for originals.
  package let ordinal: Int?
  /// How many originals of the certificate there were before.
  package let revision: Int
  /// The caller's key: the same release asked twice gives the same output.
  package let requestKey: String
  /// When it was reserved, in seconds since 1970; the file states this time as its own.
  package let moment: Int
  /// The day it was reserved, by the site's calendar.
  package let day: CalendarDate
  /// The device profile it is set for.
  package let device: String
  /// The ids of the seals and signatures on it by the role of each.
  package let seals: [String: String]
  /// Where it stands.
  package internal(set) var state: State
  /// What the release has done so far.
  package var progress: ReleaseProgress
  /// Why it is void; `nil` while it is not.
  package internal(set) var voidReason: VoidReason?

  /// An output that gets its serial.
  package init(
    id: String, number: String, contentHash: String, kind: Kind, serial: String,
    ordinal: Int? = nil, revision: Int, requestKey: String, moment: Int, day: CalendarDate,
    device: String, seals: [String: String]
  ) {
    self.init(
      id: id, number: number, contentHash: contentHash, kind: kind, serial: serial,
      ordinal: ordinal, revision: revision, requestKey: requestKey, moment: moment, day: day,
      device: device, seals: seals, state: .reserved, progress: ReleaseProgress(), voidReason: nil)
  }

  /// An output as a store keeps it.
  package init(
    id: String, number: String, contentHash: String, kind: Kind, serial: String,
    ordinal: Int? = nil, revision: Int, requestKey: String, moment: Int, day: CalendarDate,
    device: String, seals: [String: String], state: State, progress: ReleaseProgress,
    voidReason: VoidReason?
  ) {
    precondition(kind.isOriginal == (ordinal == nil), "duplicates and copies are counted")
    self.id = id
    self.number = number
    self.contentHash = contentHash
    self.kind = kind
    self.serial = serial
    self.ordinal = ordinal
    self.revision = revision
    self.requestKey = requestKey
    self.moment = moment
    self.day = day
    self.device = device
    self.seals = seals
    self.state = state
    self.progress = progress
    self.voidReason = voidReason
  }

  /// The id of the n-th output of a register, from 1.
  package static func id(_ ordinal: Int) -> String { paddedID("O", ordinal) }

  static func paddedID(_ letter: String, _ ordinal: Int) -> String {
    let digits = String(ordinal)
    return letter + "-" + String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
  }

  /// Whether it is the one original of its certificate that may be in force.
  package var isLiveOriginal: Bool { kind.isOriginal && state.isLive }
}

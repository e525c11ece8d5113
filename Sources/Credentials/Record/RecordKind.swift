package import Certificates

/// What kind of output a record is printed on, as its field 15 numbers them.
package enum RecordKind: Int, CaseIterable, Sendable {
  /// The original.
  case original = 0
  /// 失证副本, CERTIFIED TRUE COPY.
  case certifiedCopy = 1
  /// An original issued late (补发).
  case retrospective = 2
  /// An original in place of an earlier certificate (改证, 重发).
  case replacement = 3
  /// 加打副本, without the original's force.
  case copy = 4

  /// The kind of an output of a certificate; `nil` for a void one and a specimen, which get no record.
  package init?(_ output: OutputKind, of certificate: Certificate) {
    switch output {
    case .duplicate: self = .certifiedCopy
    case .copy: self = .copy
    case .void, .specimen: return nil
    case .original:
      let circumstances = certificate.circumstances
      self =
        circumstances.replaces != nil
        ? .replacement : circumstances.isRetroactive ? .retrospective : .original
    }
  }

  /// The kind as answers name it.
  package var name: String {
    switch self {
    case .original: "original"
    case .certifiedCopy: "certified copy"
    case .retrospective: "retrospective"
    case .replacement: "replacement"
    case .copy: "copy"
    }
  }
}

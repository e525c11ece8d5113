/// Looks for YAML anchors that are used again, before the parser follows them.
///
/// A few lines of nested aliases can stand for more nodes than any computer holds, and the parser
/// compares them when they are keys.
enum AliasScan {
  /// Whether the text has both an anchor (`&name`) and an alias (`*name`) where a value may begin.
  ///
  /// Quoted text is passed over. A plain text that merely looks so is refused too; quotes help.
  static func hasAliases(_ text: String) -> Bool {
    var hasAnchor = false
    var hasAlias = false
    var quote: UInt8?
    var previous = UInt8(ascii: "\n")
    for byte in text.utf8 {
      if let open = quote {
        if byte == open { quote = nil }
      } else if startsValue(after: previous) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "&"): hasAnchor = true
        case UInt8(ascii: "*"): hasAlias = true
        default: break
        }
      }
      previous = byte
    }
    return hasAnchor && hasAlias
  }

  private static func startsValue(after byte: UInt8) -> Bool {
    byte <= 0x20 || [UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ",")].contains(byte)
  }
}

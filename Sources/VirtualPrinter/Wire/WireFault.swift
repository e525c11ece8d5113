/// What is wrong with the bytes of an IPP message (RFC 8010 section 3).
package enum WireFault: Error, Hashable, Sendable {
  /// The bytes end before the message does; more of them may make it whole.
  case truncated
  /// A tag that may not stand at this offset.
  case badTag(UInt8, offset: Int)
  /// A length that the value's syntax does not allow, at this offset.
  case badLength(offset: Int)
  /// A value outside its syntax, such as text that is not UTF-8 or a boolean of 2.
  case badValue(offset: Int)
  /// An attribute without a name, or a second one of that name in its group or collection.
  case badName(offset: Int)
  /// Collections inside collections beyond all use.
  case tooDeep(offset: Int)
}

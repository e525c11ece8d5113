/// The resident font as a printer holds it.
struct HeldFont {
  /// Characters to the inch before condensing: 10, 12 or 15.
  var perInch = 10
  var isCondensed = false
  /// Whether table 0 was given PC850 and chosen.
  var hasPC850 = false

  /// The advance of a character in units of 1/360 inch (ESC/P Reference Manual, `SI`: 17.14 and 20 cpi).
  var advance: Int {
    switch (perInch, isCondensed) {
    case (10, false): 36
    case (12, false): 30
    case (10, true): 21
    case (12, true): 18
    default: 24
    }
  }

  /// The character that a byte prints; `nil` where the font has none for certain.
  func character(_ byte: UInt8) -> Character? {
    if byte < 0x7f { return Character(Unicode.Scalar(byte)) }
    guard byte >= 0x80, hasPC850 else { return nil }
    return Self.upperHalf[Int(byte) - 0x80]
  }

  /// PC850 from 0x80 on, by the IBM code page's chart.
  private static let upperHalf = Array(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
      + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}")
}

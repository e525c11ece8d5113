import CCairo
import DisplayList

/// What the marks become on the surface drawn to.
enum InkTarget {
  /// Colours as they are.
  case colour
  /// The amount of ink, 0 (paper) to 1 (black), on an A8 surface.
  case gray
  /// Full ink for every dark colour; pale colours and pictures are left out.
  case solid
  /// The amount of ink of pale colours and of pictures; dark colours are left out.
  case screen
  /// Where pale colours and pictures cover what is below.
  case cover

  /// What a luminance (ITU-R BT.601) lacks to white, 0 to 1.
  static func amount(of ink: Ink) -> Double {
    let luminance =
      0.299 * Double(ink.red) + 0.587 * Double(ink.green) + 0.114 * Double(ink.blue)
    return 1 - luminance / 255
  }

  /// Colours with at least half the ink of black are printed as black where there is only black.
  static func isDark(_ ink: Ink) -> Bool { amount(of: ink) >= 0.5 }

  /// Makes `ink` the source of the next marks; false when this target leaves them out.
  ///
  /// On A8 surfaces the operator SOURCE paints opaquely: paler ink covers darker, as on paper.
  func select(_ ink: Ink, on context: Pen) -> Bool {
    switch self {
    case .colour:
      unsafe cairo_set_source_rgb(
        context.cairo, Double(ink.red) / 255, Double(ink.green) / 255, Double(ink.blue) / 255)
      return true
    case .gray: return select(amount: Self.amount(of: ink), on: context)
    case .solid:
      if Self.isDark(ink) { return select(amount: 1, on: context) }
      return ink == .white && select(amount: 0, on: context)
    case .cover: return !Self.isDark(ink) && select(amount: 1, on: context)
    case .screen: return !Self.isDark(ink) && select(amount: Self.amount(of: ink), on: context)
    }
  }

  /// The byte that ``select(_:on:)`` makes of full coverage on an A8 surface.
  func value(of ink: Ink) -> UInt8 {
    let amount =
      switch self {
      case .colour, .gray, .screen: Self.amount(of: ink)
      case .solid: ink == .white ? 0.0 : 1
      case .cover: 1.0
      }
    return UInt8((amount * 255).rounded())
  }

  private func select(amount: Double, on context: Pen) -> Bool {
    unsafe cairo_set_operator(
      context.cairo, amount >= 1 ? CAIRO_OPERATOR_OVER : CAIRO_OPERATOR_SOURCE)
    unsafe cairo_set_source_rgba(context.cairo, 0, 0, 0, amount)
    return true
  }

  var showsPictures: Bool { self != .solid }

  /// A mask covers nothing of what is below, and dots of its own would hide the text under it.
  var showsMasks: Bool { self != .solid && self != .cover }

  /// How much of a mask's ink is printed: with only black dots never more than half, so that text
  /// under a seal stays legible.
  func maskAmount(of ink: Ink) -> Double {
    self == .screen ? min(Self.amount(of: ink), 0.5) : Self.amount(of: ink)
  }
}

extension Ink {
  static let white = Ink(red: 255, green: 255, blue: 255)
}

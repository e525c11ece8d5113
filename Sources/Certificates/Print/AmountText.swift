package import Foundation

/// Quantities, weights and amounts as the forms print them (forms-2.md 5).
///
/// There is no grouping. Quantities print their shortest exact form; amounts have at least the
/// decimals of their currency, so `12.5` US dollars print as `USD 12.50`.
package enum AmountText {
  /// `30SETS`, `25.86KGS`.
  package static func quantity(_ quantity: Quantity) -> String {
    DecimalFormat.plain(quantity.value) + quantity.unit
  }

  /// `25.86KGS G.W.`, in Chinese `毛重25.86千克`.
  package static func gross(_ weight: Quantity, language: FormKind.Language) -> String {
    gross(quantity(weight), language: language)
  }

  /// A written weight as gross.
  package static func gross(_ weight: String, language: FormKind.Language) -> String {
    language == .english ? "\(weight) G.W." : "毛重\(weight)"
  }

  /// `25.86KGS N.W.`, in Chinese `净重25.86千克`.
  package static func net(_ weight: Quantity, language: FormKind.Language) -> String {
    net(quantity(weight), language: language)
  }

  /// A written weight as net.
  package static func net(_ weight: String, language: FormKind.Language) -> String {
    language == .english ? "\(weight) N.W." : "净重\(weight)"
  }

  /// `USD 1250.00`.
  package static func money(_ money: Money) -> String {
    "\(money.currency) \(DecimalFormat.fixed(money.amount, places: decimals(of: money.currency)))"
  }

  /// `40%`.
  package static func percent(_ percent: Decimal) -> String { DecimalFormat.plain(percent) + "%" }

  /// The decimals of a currency, ISO 4217.
  package static func decimals(of currency: String) -> Int {
    switch currency {
    case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
      "VND", "VUV", "XAF", "XOF", "XPF":
      0
    case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
    default: 2
    }
  }
}

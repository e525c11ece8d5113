import ArgumentParser
import DisplayList

/// The words of `--side`.
enum SideChoice: String, CaseIterable, ExpressibleByArgument {
  case front, back, both

  func takes(_ side: Page.Side) -> Bool {
    switch self {
    case .both: true
    case .front: side == .front
    case .back: side == .back
    }
  }
}

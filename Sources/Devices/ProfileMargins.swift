import Diagnostics
import Measures
import Notation

/// The unprintable edges of a sheet as a profile states them.
struct ProfileMargins: NodeReadable {
  let left: Length
  let top: Length
  let right: Length
  let bottom: Length

  init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let left = reader.value(ProfileFields.Margins.left)
    let top = reader.value(ProfileFields.Margins.top)
    let right = reader.value(ProfileFields.Margins.right)
    let bottom = reader.value(ProfileFields.Margins.bottom)
    reader.finish()
    guard let left, let top, let right, let bottom else { return nil }
    self.left = .mm(left)
    self.top = .mm(top)
    self.right = .mm(right)
    self.bottom = .mm(bottom)
  }

  /// What remains of an A4 sheet.
  var printableArea: Rect {
    Rect(origin: .zero, size: .a4).inset(left: left, top: top, right: right, bottom: bottom)
  }
}

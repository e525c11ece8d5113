import Devices
import Diagnostics
import DisplayList
import Forms
import Measures

/// Finds what a printer cannot reach of what is filled in.
struct PrintableAreaCheck {
  let device: DeviceProfile
  let layout: Layout
  let reader: FaultReader

  /// One fault for each box that leaves the printable area.
  func faults(of pages: [Page]) -> [Diagnostic] {
    var reported: Set<String> = []
    return pages.flatMap { $0.items(of: .data) }.compactMap { item in
      guard let (frame, field, box) = Self.mark(item), !device.printableArea.contains(frame),
        reported.insert(box).inserted
      else { return nil }
      return Diagnostic(
        at: reader.place(field: field, in: layout.place(ofBox: box)),
        Wording.outsidePrintable(box: box, device: device.name))
    }
  }

  /// Where a mark stands and what it shows; `nil` for lines.
  private static func mark(_ item: PageItem) -> (frame: Rect, field: String, box: String)? {
    switch item {
    case .text(let item): return (item.frame, item.field ?? "", item.box ?? "-")
    case .image(let item): return (item.frame, item.field ?? "", item.box ?? "-")
    case .modules(let grid): return (grid.frame, grid.field ?? "", grid.box ?? "-")
    case .path, .mask: return nil
    }
  }
}

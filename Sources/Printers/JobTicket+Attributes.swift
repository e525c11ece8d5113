import Devices
import Measures

extension JobTicket {
  /// The job template attributes of the ticket; raster carries its own resolution.
  ///
  /// `media-col` replaces `media` when a tray is named, as the two exclude each other (PWG 5100.7).
  func attributes(for format: PrintDocument.Format) -> [IPPAttribute] {
    var list: [IPPAttribute] = []
    if let source {
      list.append(IPPAttribute("media-col", .collection(mediaMembers(source))))
    } else if let media {
      list.append(IPPAttribute("media", .keyword(media)))
    }
    list.append(IPPAttribute("sides", .keyword(sides.rawValue)))
    list.append(IPPAttribute("copies", .integer(copies)))
    if let resolution, format == .pdf {
      let value = IPPValue.resolution(across: resolution, down: resolution, isPerInch: true)
      list.append(IPPAttribute("printer-resolution", value))
    }
    return list
  }

  /// Lengths in hundredths of a millimetre.
  private func mediaMembers(_ source: String) -> [IPPAttribute] {
    var members: [IPPAttribute] = []
    if let size = media.flatMap({ MediaSize($0) })?.size {
      let sides = [
        IPPAttribute("x-dimension", .integer(Int((size.width.mm * 100).rounded()))),
        IPPAttribute("y-dimension", .integer(Int((size.height.mm * 100).rounded()))),
      ]
      members.append(IPPAttribute("media-size", .collection(sides)))
    }
    members.append(IPPAttribute("media-source", .keyword(source)))
    return members
  }
}

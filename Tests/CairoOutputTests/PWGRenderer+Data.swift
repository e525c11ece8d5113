import CairoOutput
import Devices
import DisplayList
import Foundation

extension PWGRenderer {
  /// The whole stream.
  func data(_ pages: [DevicePage], options: PWGOptions = PWGOptions()) throws -> Data {
    var stream = Data()
    try pwg(pages, options: options) { stream.append(contentsOf: $0) }
    return stream
  }
}

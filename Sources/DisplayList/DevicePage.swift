package import Devices

/// A page with the calibration of one printer applied; printing back ends take nothing else.
///
/// Only ``Page/calibrated(for:)`` makes one, so a calibration cannot be applied twice.
package struct DevicePage: Sendable {
  /// The page as it was set, in page coordinates.
  package let page: Page
  /// Which layers are to be printed.
  package let content: Content
  /// The map from page coordinates to those of the printer.
  package let calibration: Calibration

  fileprivate init(page: Page, content: Content, calibration: Calibration) {
    self.page = page
    self.content = content
    self.calibration = calibration
  }
}

extension Page {
  /// The page as it is to be sent to one printer.
  package func calibrated(for calibration: Calibration, content: Content) -> DevicePage {
    DevicePage(page: self, content: content, calibration: calibration)
  }
}

package import Devices

/// A page with the calibration of one printer applied; printing back ends take nothing else.
///
/// Only ``Page/calibrated(for:)`` makes one, so a calibration cannot be applied twice.
package struct DevicePage: Sendable {
  package let page: Page
  package let content: Content
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

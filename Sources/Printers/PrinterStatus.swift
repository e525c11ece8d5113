package import Measures

/// What a printer says of itself: its state and what it can do, in IPP's words.
package struct PrinterStatus: Hashable, Sendable {
  /// `printer-state` (RFC 8011 section 5.4.11).
  package enum State: String, Sendable, CaseIterable {
    case idle
    case processing
    case stopped
    case unknown

    /// The state of an IPP enum value.
    init(code: Int?) {
      switch code {
      case 3: self = .idle
      case 4: self = .processing
      case 5: self = .stopped
      default: self = .unknown
      }
    }
  }

  /// Everything the printer answered.
  package let attributes: IPPAttributes

  /// A status from the printer's answer.
  package init(_ attributes: IPPAttributes) { self.attributes = attributes }

  /// `printer-name`; `nil` when the printer does not say.
  package var name: String? { attributes.string("printer-name") }
  /// `printer-make-and-model`; `nil` when the printer does not say.
  package var makeAndModel: String? { attributes.string("printer-make-and-model") }
  /// `printer-state`, unknown when the printer does not say.
  package var state: State { State(code: attributes.number("printer-state")) }
  /// Keywords such as `media-jam-error`, without `none`.
  package var stateReasons: [String] {
    attributes.strings("printer-state-reasons").filter { $0 != "none" }
  }
  /// What the printer says about its state in words, if it says anything.
  package var stateMessage: String? { attributes.string("printer-state-message") }
  /// Whether new jobs are taken; a printer that does not say takes them.
  package var isAcceptingJobs: Bool { attributes.flag("printer-is-accepting-jobs") ?? true }
  /// Seconds since the printer was switched on.
  package var upTime: Int? { attributes.number("printer-up-time") }
  /// PWG names of the media loaded.
  package var mediaReady: [String] { attributes.strings("media-ready") }
  /// PWG names of the media the printer can take.
  package var mediaSupported: [String] { attributes.strings("media-supported") }
  /// Trays by IPP keyword.
  package var sources: [String] { attributes.strings("media-source-supported") }
  /// MIME types the printer takes.
  package var formats: [String] { attributes.strings("document-format-supported") }
  /// Keywords of `sides` the printer knows, such as `two-sided-long-edge`.
  package var sides: [String] { attributes.strings("sides-supported") }
  /// How many copies a job may ask for; `nil` when the printer does not say.
  package var copies: ClosedRange<Int>? { attributes.range("copies-supported") }
  /// Dots per inch of the marking engine.
  package var resolutions: [Int] { attributes.resolutions("printer-resolution-supported") }
  /// Dots per inch PWG raster may have.
  package var rasterResolutions: [Int] {
    attributes.resolutions("pwg-raster-document-resolution-supported")
  }
  /// Kinds of PWG raster, such as `sgray_8` (PWG 5102.4).
  package var rasterTypes: [String] { attributes.strings("pwg-raster-document-type-supported") }
  /// How back pages of PWG raster have to be turned, such as `normal` or `rotated`.
  package var rasterSheetBack: String {
    attributes.string("pwg-raster-document-sheet-back") ?? "normal"
  }

  /// The sizes of paper in each tray by its keyword, from `media-col-ready` (PWG 5100.7); trays
  /// that the printer says nothing about are left out.
  package var loadedSizes: [String: [Size]] {
    attributes.values("media-col-ready").reduce(into: [:]) { trays, value in
      guard case .collection(let members) = value else { return }
      let column = IPPAttributes(members)
      guard let source = column.string("media-source"),
        case .collection(let sides)? = column.values("media-size").first,
        let width = IPPAttributes(sides).number("x-dimension"),
        let height = IPPAttributes(sides).number("y-dimension")
      else { return }
      let size = Size(width: .mm(Double(width) / 100), height: .mm(Double(height) / 100))
      trays[source, default: []].append(size)
    }
  }

  /// The smallest unprintable edge that any medium can have.
  ///
  /// - Parameter edge: `left`, `top`, `right` or `bottom`.
  /// - Returns: its width; `nil` when the printer does not say.
  package func leastMargin(_ edge: String) -> Length? {
    attributes.numbers("media-\(edge)-margin-supported").min().map { .mm(Double($0) / 100) }
  }

  /// Whether the printer does this operation; one that does not say does what RFC 8011 demands.
  func supports(_ operation: IPPOperation) -> Bool {
    let all = attributes.numbers("operations-supported")
    if all.isEmpty { return operation != .createJob && operation != .sendDocument }
    return all.contains(operation.rawValue)
  }
}

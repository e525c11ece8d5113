import Devices
import Diagnostics
import DisplayList
import Forms
import Foundation
import Measures
import Typography

/// Sets the text of one frame.
struct TextSetter {
  let shaper: Shaper
  let layout: Layout
  /// The printer whose own font sets the text; `nil` for text drawn as outlines.
  var printer: DeviceProfile?

  /// What became of a text.
  struct Result {
    var items: [TextItem]
    /// What found no room at the smallest size; empty when all is set.
    var rest: String
    /// The height the lines take.
    var height: Length
  }

  /// Sets the text in a frame, as large as its style says or smaller until it fits.
  func set(
    _ text: BoundText, in frame: Rect, style: Style, wraps: Bool,
    vertical: TextElement.VerticalAlignment = .top, box: String?
  ) throws(Refusal) -> Result {
    guard !text.isEmpty else { return Result(items: [], rest: "", height: .zero) }
    let policy = FitPolicy(minimumSize: style.minimum, wraps: wraps)
    let fit: Fit
    do throws(MissingCharacters) {
      fit = try shaper.fit(
        text.string, style: textStyle(style), into: frame.size, policy: policy)
    } catch {
      throw Self.refusal(of: error, text)
    }
    switch fit {
    case .whole(let fitted):
      return Result(
        items: items(fitted, text, frame, style, vertical, box), rest: "", height: fitted.height)
    case .partial(let fitted, let rest):
      return Result(
        items: items(fitted, text, frame, style, .top, box), rest: rest, height: fitted.height)
    }
  }

  /// The lines of a text at a style's natural size, as many as it takes.
  func lines(_ text: BoundText, style: Style, width: Length) throws(Refusal) -> [ShapedLine] {
    guard !text.isEmpty else { return [] }
    do throws(MissingCharacters) {
      return try shaper.lines(text.string, style: textStyle(style), width: width)
    } catch {
      throw Self.refusal(of: error, text)
    }
  }

  /// The distance of a style's baselines.
  func lineSpacing(of style: Style) -> Length { resident(style)?.lineSpacing ?? style.pitch }

  /// Where a line of a table stands below its top.
  ///
  /// That of a printer's own font is a whole line lower: it may stray half a millimetre up to a rule.
  func baseline(of style: Style) -> Length {
    resident(style)?.lineSpacing ?? style.size.scaled(by: Self.ascent)
  }

  /// Where a line's baseline stands below its top, as a part of the size.
  private static let ascent = 0.92

  private func resident(_ style: Style) -> ResidentFont? {
    printer.flatMap { ResidentFont($0, for: style) }
  }

  /// The style as the shaper takes it: in the printer's own font, where that sets the text.
  private func textStyle(_ style: Style) -> TextStyle {
    guard let resident = resident(style) else { return style.textStyle }
    let typed = TextStyle(
      role: .typewriter, size: style.size, leading: style.leading, resident: resident)
    return typed.at(pitch: resident.pitches[0])
  }

  /// The lines of a table column, smaller than natural only to keep words whole, and their size.
  ///
  /// The lines of a printer's own font keep the style's size: they are as tall at every pitch.
  func column(
    _ text: BoundText, style: Style, width: Length
  ) throws(Refusal) -> (lines: [ShapedLine], size: Length) {
    guard !text.isEmpty else { return ([], style.size) }
    do throws(MissingCharacters) {
      let set = try shaper.column(
        text.string, style: textStyle(style), width: width, minimumSize: style.minimum)
      return (set.lines, resident(style) == nil ? set.size : style.size)
    } catch {
      throw Self.refusal(of: error, text)
    }
  }

  /// One line of a text at a style's natural size.
  func line(_ text: String, style: Style) throws(Refusal) -> ShapedLine {
    do throws(MissingCharacters) {
      return try shaper.line(text, style: textStyle(style))
    } catch {
      throw Self.refusal(of: error, BoundText(text))
    }
  }

  private func items(
    _ fitted: FittedText, _ text: BoundText, _ frame: Rect, _ style: Style,
    _ vertical: TextElement.VerticalAlignment, _ box: String?
  ) -> [TextItem] {
    let free = max(.zero, frame.height - fitted.height)
    let top =
      switch vertical {
      case .top: frame.top
      case .middle: frame.top + free / 2
      case .bottom: frame.top + free
      }
    var tracker = FieldTracker(text)
    return fitted.lines.enumerated().compactMap { index, line in
      let baseline = top + fitted.ascent + fitted.pitch * index
      return item(of: line, at: baseline, in: frame, style, field: tracker.field(of: line), box)
    }
  }

  /// A line as an item; `nil` for an empty one.
  func item(
    of line: ShapedLine, at baseline: Length, in frame: Rect, _ style: Style, field: String?,
    _ box: String?
  ) -> TextItem? {
    guard !line.isBlank else { return nil }
    let free = frame.width - line.width
    let x =
      switch style.alignment {
      case .left: frame.left
      case .center: frame.left + free / 2
      case .right: frame.left + free
      }
    return line.item(
      at: Point(x: x, y: baseline), ink: style.ink, rotation: 0, field: field, box: box)
  }

  private static func refusal(of error: MissingCharacters, _ text: BoundText) -> Refusal {
    var fields: [String] = []
    for character in error.characters {
      guard let range = text.string.range(of: String(character)) else { continue }
      let start = text.string.utf8.distance(from: text.string.startIndex, to: range.lowerBound)
      if let field = text.fields(in: start..<(start + 1)), !fields.contains(field) {
        fields.append(field)
      }
    }
    let place = Place.field(fields.joined(separator: ","))
    return Refusal(Diagnostic(at: place, error.message))
  }
}

/// Finds which fields each line of a set text shows, line by line.
struct FieldTracker {
  private let text: BoundText
  private var position = 0

  init(_ text: BoundText) { self.text = text }

  /// The fields of the next line, which must be given in order.
  mutating func field(of line: ShapedLine) -> String? {
    let length = line.source.utf8.count
    let range = position..<(position + length)
    position += length
    return length == 0 ? nil : text.fields(in: range)
  }
}

extension Style {
  /// The style as the shaper takes it.
  var textStyle: TextStyle {
    TextStyle(role: FontRole(rawValue: font), isBold: isBold, size: size, leading: leading)
  }
}

extension TextItem {
  /// The line from its baseline up, as high as its size.
  var frame: Rect { Rect(x: origin.x, y: origin.y - size, width: width, height: size) }
}

package import Certificates
package import Devices
package import Diagnostics
package import DisplayList
package import Forms
import Foundation
import Measures
import Synchronization
package import Typography

/// Sets bound forms into documents for one device.
///
/// Holds what is the same for every certificate of an edition: one template for each face.
package final class Typesetter: Sendable {
  let shaper: Shaper
  let device: DeviceProfile
  private let templates = Mutex<[String: PageTemplate]>([:])

  /// A typesetter for a device, with the shaper of its texts.
  package init(shaper: Shaper, device: DeviceProfile) {
    self.shaper = shaper
    self.device = device
  }

  /// Sets a certificate.
  ///
  /// - Parameters:
  ///   - form: the certificate bound to its layout.
  ///   - rendition: what the output is; every page says so, unless it is an original or duplicate.
  ///   - credential: the signed record of the output; previews show the plain link.
  /// - Returns: the pages in printing order.
  /// - Throws: ``Refusal`` naming each box whose text finds no room and each character no font has.
  package func document(
    of form: BoundForm, as rendition: Rendition, credential: PrintedCredential? = nil
  ) throws(Refusal) -> Document {
    var setting = DocumentSetting(
      form: form.rendered(as: rendition, credential: credential), device: device, shaper: shaper,
      templates: self)
    return try setting.document()
  }

  /// Sets a layout that shows no certificate, such as the test of turning; its sheets need no marking.
  ///
  /// - Parameters:
  ///   - layout: the layout; of its fields only the sheets' numbers have values.
  ///   - count: how many sheets, at least one.
  ///   - context: what holds for fixed words.
  /// - Returns: the pages in printing order.
  /// - Throws: ``Refusal`` naming the text that finds no room, or the character no font has.
  package func plainSheets(
    of layout: Layout, count: Int, context: FieldContext
  ) throws(Refusal) -> Document {
    precondition(
      layout.front.table == nil && layout.front.seals.isEmpty,
      "a form with goods or places for seals leaves with its marking only")
    let setter = TextSetter(shaper: shaper, layout: layout, printer: device)
    return try PlainSheets(layout: layout, context: context, templates: self, setter: setter)
      .document(count: count)
  }

  /// Every face of a layout as an empty page with its frames and box names drawn in.
  package func proof(of layout: Layout, context: FieldContext) throws(Refusal) -> Document {
    let faces =
      [
        (layout.front, "front"), (layout.continuation, "continuation"),
      ] + (layout.overleaf.map { [($0, "overleaf")] } ?? [])
    var pages: [Page] = []
    for (face, name) in faces where pages.isEmpty || face != layout.front {
      let template = try template(of: face, named: name, layout, context)
      let setter = TextSetter(shaper: shaper, layout: layout)
      let items = try ProofMarks(layout: layout, face: face, setter: setter).items()
      pages.append(
        Page(
          template: template, items: items, side: name == "overleaf" ? .back : .front,
          sheet: name == "continuation" ? 2 : 1))
    }
    return Document(
      title: "\(layout.titleEnglish) \(layout.name)", language: layout.language.rawValue,
      pages: pages)
  }

  /// The template of a face, set once and kept.
  func template(
    of face: Face, named name: String, _ layout: Layout, _ context: FieldContext
  ) throws(Refusal) -> PageTemplate {
    let scope = context.fixedScope(language: layout.language)
    let values = FieldVocabulary.fixedPaths.map { "\($0)=\(scope.text(of: $0))" }
    let key = "\(layout.name)/\(name)/\(values.joined(separator: "/"))"
    if let template = templates.withLock({ $0[key] }) { return template }
    var builder = TemplateBuilder(layout: layout, shaper: shaper, scope: scope)
    let template = try builder.template(of: face)
    templates.withLock { $0[key] = template }
    return template
  }
}

extension FieldScope {
  /// A field's text, empty when it has no value.
  func text(of path: String) -> String {
    Pattern(lines: [[.field(path: path, format: nil)]], place: Place()).text(in: self).string
  }
}

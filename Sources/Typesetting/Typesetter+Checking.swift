package import Diagnostics
package import Forms

/// What a layout's author has to know before any certificate is set.
extension Typesetter {
  /// Sets the layout's own words and reports those that have no room, at their place in the file.
  package func check(_ layout: Layout, context: FieldContext, _ findings: Findings) {
    var faces = [(layout.front, "front")]
    if layout.continuation != layout.front { faces.append((layout.continuation, "continuation")) }
    if let overleaf = layout.overleaf { faces.append((overleaf, "overleaf")) }
    for (face, name) in faces {
      do throws(Refusal) {
        _ = try template(of: face, named: name, layout, context)
      } catch {
        report(error, findings)
      }
    }
  }

  /// Sets a certificate and reports each box of the layout, at its place in the file, that has no
  /// room for it at its smallest size.
  package func check(_ sample: BoundForm, _ findings: Findings) {
    var setting = DocumentSetting(
      form: sample, device: device, shaper: shaper, templates: self, reader: .author)
    do throws(Refusal) {
      _ = try setting.document()
    } catch {
      report(error, findings)
    }
  }

  /// Reports what is not known yet: sides share boxes, and samples differ only in their words.
  private func report(_ refusal: Refusal, _ findings: Findings) {
    for fault in refusal.diagnostics {
      let isKnown = findings.diagnostics.contains {
        $0.place == fault.place && $0.message.key == fault.message.key
      }
      if !isKnown { findings.report(fault) }
    }
  }
}

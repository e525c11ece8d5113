package import Certificates

/// A certificate bound to the layout that serves its day: every pattern has its values.
package struct BoundForm: Sendable {
  /// The edition of the form that serves the certificate's day.
  package let layout: Layout
  /// The certificate whose values are shown.
  package let certificate: Certificate
  /// The issuing body and the policies that hold on the certificate's day.
  package let context: FieldContext

  /// A certificate with the layout and the context that serve its day.
  package init(layout: Layout, certificate: Certificate, context: FieldContext) {
    self.layout = layout
    self.certificate = certificate
    self.context = context
  }

  /// The place of the verification code on a side; `nil` where none is printed.
  package func code(on face: Face) -> CodePlace? {
    face.code.flatMap { code in
      !code.isOptional || context.issuer.optionalCodes.contains(layout.form) ? code : nil
    }
  }

  /// The same certificate as another output, with its signed record.
  package func rendered(
    as rendition: Rendition, credential: PrintedCredential? = nil
  ) -> BoundForm {
    BoundForm(
      layout: layout, certificate: certificate,
      context: context.rendered(as: rendition, credential: credential))
  }

  /// The values for texts of a sheet.
  ///
  /// - Parameters:
  ///   - page: the sheet's number, from 1.
  ///   - count: how many sheets the form takes.
  /// - Returns: the values by field path.
  package func scope(page: Int, of count: Int) -> FieldScope {
    scope { path in
      switch path {
      case "page.number": .integer(page)
      case "page.count": .integer(count)
      default: FieldVocabulary.value(of: path, for: certificate, context)
      }
    }
  }

  /// The values for one entry of a table.
  package func scope(row: TableRow) -> FieldScope {
    scope { path in
      FieldVocabulary.value(of: path, row: row, for: certificate, context)
        ?? FieldVocabulary.value(of: path, for: certificate, context)
    } field: { path in
      FieldVocabulary.certificateField(of: path, row: row)
    }
  }

  /// The values for the heading of something that moved to the attachment.
  package func scope(attachmentOf box: String, item: Int?) -> FieldScope {
    scope { path in
      switch path {
      case "attachment.box": .text(box)
      case "attachment.item": item.map { .integer($0 + 1) }
      default: FieldVocabulary.value(of: path, for: certificate, context)
      }
    }
  }

  private func scope(
    _ value: @escaping (String) -> FieldValue?,
    field: @escaping (String) -> String = { FieldVocabulary.certificateField(of: $0, row: nil) }
  ) -> FieldScope {
    let language = layout.language
    return FieldScope { path, format in
      let text = value(path)?.text(format, language: language) ?? ""
      if !text.allSatisfy(\.isWhitespace) { return (text, field(path)) }
      return format == .orNone ? (language.wordForNone, field(path)) : nil
    }
  }
}

import DisplayList
import Measures
import PrintDesk
import Printers

/// A sheet that is set for its printer, ready to be sent or to be written to a file.
struct SheetPrint {
  let title: String
  /// A BCP 47 tag.
  let language: String
  /// The sides in printing order, with the printer's correction.
  let pages: [DevicePage]
  let sides: Sides
  /// From perforation to perforation, where it is known better than from the pages.
  let formLength: Length?

  /// What is sent.
  ///
  /// - Throws: ``Refusal`` for what the printer cannot print.
  func document(with printing: PagePrinting) throws -> PrintDocument {
    try printing.document(
      of: pages, title: title, language: language, sides: sides, formLength: formLength)
  }
}

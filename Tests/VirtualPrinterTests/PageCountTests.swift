import Foundation
import Support
import Testing
import VirtualPrinter

/// Pages are counted without drawing them.
@Suite("Page counts")
struct PageCountTests {
  @Test("a PDF's pages", arguments: [1, 2, 7, 100])
  func pdf(pages: Int) {
    let document = [UInt8](SampleDocuments.pdf(pages: pages))
    #expect(PageCount.pages(document, "application/pdf") == pages)
  }

  @Test("a page that a later revision writes again counts once")
  func revision() {
    let document = SampleDocuments.pdf(pages: 2)
    let again = "4 0 obj\n<< /Type /Page /Parent 2 0 R /Rotate 90 >>\nendobj\n"
    #expect(PageCount.pages([UInt8](document + Data(again.utf8)), "application/pdf") == 2)
  }

  @Test("the tree's count stands for pages in compressed objects, and no count is none")
  func compressed() {
    let tree = Array("%PDF-1.5\n2 0 obj\n<</Type/Pages/Kids[]/Count 3>>\nendobj\n".utf8)
    #expect(PageCount.pages(tree, "application/pdf") == 3)
    #expect(PageCount.pages(Array("%PDF-1.5\nnothing".utf8), "application/pdf") == nil)
    #expect(PageCount.pages(Array("/Type /Page".utf8), "application/pdf") == nil)
    #expect(PageCount.pages(tree, "text/plain") == nil)
  }

  @Test("PWG raster's pages, and a page cut short is none")
  func raster() {
    let page = [UInt8](SampleDocuments.raster(dotsPerInch: 100))
    #expect(PageCount.pages(page, "image/pwg-raster") == 1)
    #expect(PageCount.pages(page + page.dropFirst(4), "image/pwg-raster") == 2)
    #expect(PageCount.pages(page.dropLast(), "image/pwg-raster") == nil)
    #expect(PageCount.pages(Array("RaS2".utf8), "image/pwg-raster") == nil)
  }
}

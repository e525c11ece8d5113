import Certificates
import DisplayList
import Forms
import Foundation
import Measures
import Seals
import Support
import Testing
import Typesetting

/// Where marks stand, and on what (design §3, §5; requirements A6).
@Suite struct StampingTests {
  private let seal = Workplace.stamp()

  @Test("Marks go to their places on the seal layer and nothing else changes")
  func places() throws {
    let released = try Workplace.released()
    let hand = Workplace.stamp(mm: 20, ink: .black)
    let sealed = Stamper(stamps: [.issuerSeal: seal, .officerSignature: hand])
      .sealed(released, mode: .electronic)
    for (before, after) in zip(released.document.pages, sealed.document.pages) {
      for layer in Layer.allCases where layer != .seal {
        #expect(before.items(of: layer) == after.items(of: layer))
      }
    }
    let places = released.document.pages[0].places
    let marks = sealed.document.masks[0]
    #expect(marks.map(\.role) == [.issuerSeal, .officerSignature])
    for mark in marks {
      let place = try #require(places.first { $0.role == mark.role })
      #expect(mark.frame.centre == place.frame.centre)
    }
    #expect(marks[0].frame.width == .mm(42))
    #expect(sealed.marks.map(\.frame) == marks.map(\.frame))
  }

  @Test("Every form keeps the places of its layout on its pages")
  func everyForm() throws {
    let site = try Site.load()
    for code in site.policies.kinds.map(\.code) {
      let form = try site.form(code)
      let pages = try Workplace.typesetter().released(
        form, as: .original, credential: Workplace.credential
      ).document.pages
      #expect(pages[0].places.map(\.frame) == form.layout.front.seals.map(\.frame), "\(code)")
    }
  }

  @Test(
    "Only electronic seals are printed; wet ink leaves its places empty (S2-127, S2-128, S2-131)",
    arguments: [SealMode.localThenChamberSeal, .chamberWet, .specialForm])
  func wetInk(_ mode: SealMode) throws {
    let stamper = Stamper(stamps: [.issuerSeal: seal, .companySeal: seal], straddle: seal)
    let sealed = stamper.sealed(try Workplace.released(items: 60), mode: mode)
    #expect(sealed.document.masks.joined().isEmpty)
    #expect(sealed.marks.isEmpty)
  }

  @Test("Originals and duplicates bear seals, copies and void ones none (S2-123, S2-137)")
  func outputs() throws {
    let stamper = Stamper(stamps: [.issuerSeal: seal])
    let duplicate = OutputKind.duplicate(ordinal: 1, issued: .sample)
    for kind in [OutputKind.original, duplicate] {
      let sealed = stamper.sealed(try Workplace.released(as: kind), mode: .electronic)
      #expect(sealed.marks.count == 1, "\(kind)")
    }
    for kind in [OutputKind.copy(ordinal: 1), .void, .specimen] {
      let sealed = stamper.sealed(try Workplace.released(as: kind), mode: .electronic)
      #expect(sealed.document.masks.joined().isEmpty, "\(kind)")
    }
  }

  @Test("Size and place follow the user; the centre stays in the frame (S2-46)")
  func adjustment() throws {
    let far = Point(x: .mm(500), y: .mm(-500))
    let moved = Workplace.stamp(percent: 80, offset: far)
    let released = try Workplace.released()
    let page = try #require(
      Stamper(stamps: [.issuerSeal: moved]).sealed(released, mode: .electronic).document.masks.first
    )
    let mark = try #require(page.first)
    let place = try #require(
      released.document.pages[0].places.first { $0.role == .issuerSeal }?.frame)
    #expect(mark.frame.width == .mm(33.6))
    #expect(
      place.contains(Rect(origin: mark.frame.centre, size: Size(width: .zero, height: .zero))))
    let paper = Rect(origin: .zero, size: .a4)
    #expect(paper.contains(mark.frame))
  }

  @Test("Each sheet's edge shows its strip of the straddle seal, and the strips are the seal")
  func straddle() throws {
    let released = try Workplace.released("C", items: 20)
    let count = released.document.sheetCount
    try #require(count >= 2 && count <= 8)
    let sealed = Stamper(stamps: [:], straddle: seal).sealed(released, mode: .electronic)
    let strips = zip(sealed.document.pages, sealed.document.masks)
      .filter { $0.0.side == .front }.flatMap(\.1)
    #expect(strips.count == count)
    #expect(strips.reduce(0) { $0 + $1.mask.width } == seal.mask.width)
    for row in stride(from: 0, to: seal.mask.height, by: 37) {
      let joined = strips.flatMap { strip in
        strip.mask.coverage[(row * strip.mask.width)..<((row + 1) * strip.mask.width)]
      }
      #expect(
        joined == Array(seal.mask.coverage[(row * 420)..<((row + 1) * 420)]), "row \(row)")
    }
    for strip in strips { #expect(strip.frame.right == Size.a4.width) }
    let back = zip(sealed.document.pages, sealed.document.masks).filter { $0.0.side == .back }
    #expect(!back.contains { !$0.1.isEmpty })
    let single = Stamper(stamps: [:], straddle: seal)
      .sealed(try Workplace.released(), mode: .electronic)
    #expect(single.marks.isEmpty, "one sheet has no seam")
  }

  @Test("Many sheets share several straddle seals, none with strips too narrow")
  func manySheets() throws {
    let released = try Workplace.released("C", items: 400)
    try #require(released.document.sheetCount > 8)
    let sealed = Stamper(stamps: [:], straddle: seal).sealed(released, mode: .electronic)
    #expect(sealed.marks.count == released.document.sheetCount)
    #expect(sealed.marks.allSatisfy { $0.frame.width >= .mm(5) })
  }

  @Test("A turned page turns its marks and their places")
  func turned() throws {
    let page = Stamper(stamps: [.issuerSeal: seal])
      .sealed(try Workplace.released(), mode: .electronic).document.pages[0]
    #expect(page.turned.turned.items == page.items)
    #expect(page.turned.turned.places == page.places)
    #expect(page.turned.items != page.items)
  }
}

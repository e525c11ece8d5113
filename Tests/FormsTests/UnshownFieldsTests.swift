import Certificates
import Diagnostics
import Support
import Testing

@testable import Forms

/// Given facts that a form has no place for are told, not swallowed.
@Suite struct UnshownFieldsTests {
  private func unshown(
    _ code: String, _ change: (inout CertificateDraft) -> Void
  ) throws -> [String] {
    try Site.load().form(code, change).unshownFields.map(\.place.path)
  }

  @Test func aFactWithoutAPlaceIsNamed() throws {
    let missing = try unshown("C") {
      $0.circumstances.exhibition = Party(name: "CANTON FAIR")
      $0.circumstances.exhibition?.address = "GUANGZHOU"
      $0.circumstances.exhibition?.country = "DE"
    }
    #expect(missing == ["circumstances.exhibition"])
  }

  @Test func samplesHaveNothingUnshown() throws {
    let site = try Site.load()
    for kind in site.policies.kinds {
      let fields = try site.form(kind.code).unshownFields.map(\.place.path)
      #expect(fields == [], "\(kind.code)")
    }
  }

  @Test("Totals count as a place: the forms without a remarks box print remarks there")
  func totalsAreAPlace() throws {
    #expect(try unshown("G") { $0.remarks = "R" }.allSatisfy { $0 != "remarks" })
  }
}

import Certificates
import Diagnostics
import Foundation
import Testing

/// The origin criterion box of each kind takes its own codes and no others (S3-03).
@Suite struct CriteriaTests {
  /// A sample of the kind with the criterion changed, and what the rules say to it.
  private func faults(
    _ table: CriteriaTable, _ change: (inout GoodsItem) -> Void
  ) throws -> [String] {
    let policies = try PolicyFolder.load()
    var draft = try Sample.certificate(
      form: table.form, destination: table.destination, policies: policies,
      day: try #require(CalendarDate(table.day)))
    change(&draft.goods[0])
    return CertificateRules.check(draft, policies: policies).diagnostics
      .filter { $0.severity == .error }.map(\.place.path)
  }

  private func criterion(_ code: CriteriaTable.Code, _ additions: [String] = []) -> OriginCriterion
  {
    OriginCriterion(
      code: code.name, percent: code.percent.map { Decimal($0) }, additions: additions)
  }

  @Test func theTableKnowsEveryKind() throws {
    let kinds = Set(try PolicyFolder.load().kinds.map(\.code))
    #expect(Set(CriteriaTable.all.map(\.form)).union(CriteriaTable.unknown) == kinds)
  }

  @Test("Each code of any kind is accepted or refused by its field", arguments: CriteriaTable.all)
  func codes(_ table: CriteriaTable) throws {
    for name in CriteriaTable.union {
      if let code = table.main.first(where: { $0.name == name }) {
        #expect(try faults(table) { $0.criterion = criterion(code) } == [], "\(name)")
      } else {
        let found = try faults(table) { $0.criterion = OriginCriterion(code: name) }
        let box = table.main.isEmpty ? "goods[0].criterion" : "goods[0].criterion.code"
        #expect(found == [box], "\(name)")
      }
    }
  }

  @Test("A percentage stands where it is asked for", arguments: CriteriaTable.all)
  func percentages(_ table: CriteriaTable) throws {
    for code in table.main where code.percent != nil {
      let found = try faults(table) { $0.criterion = OriginCriterion(code: code.name) }
      #expect(found == ["goods[0].criterion.percent"], "\(code.name)")
    }
  }

  @Test("APTA: B up to 55 %, C from 60 %; Pakistan from 40 % (forms-2.md 1.3, 6.2)")
  func bounds() throws {
    for (form, code, percent, isAllowed) in [
      ("B", "B", 55, true), ("B", "B", 56, false), ("B", "C", 60, true), ("B", "C", 59, false),
      ("P", "%", 40, true), ("P", "%", 39, false),
    ] {
      let table = try #require(CriteriaTable.all.first { $0.form == form })
      let found = try faults(table) {
        $0.criterion = OriginCriterion(code: code, percent: Decimal(percent))
      }
      #expect(found == (isAllowed ? [] : ["goods[0].criterion.percent"]), "\(code) \(percent)")
    }
  }

  @Test("Additions stand beside a main code of their own kind only", arguments: CriteriaTable.all)
  func additions(_ table: CriteriaTable) throws {
    let known = CriteriaTable.all.flatMap(\.additions)
    for code in table.main {
      for addition in known {
        let found = try faults(table) { $0.criterion = criterion(code, [addition]) }
        let isKnown = table.additions.contains(addition)
        #expect(found == (isKnown ? [] : ["goods[0].criterion.additions[0]"]), "\(addition)")
      }
    }
  }

  @Test("The FOB value is printed with the criterion or not (S2-92)", arguments: CriteriaTable.all)
  func fob(_ table: CriteriaTable) throws {
    let policies = try PolicyFolder.load()
    let day = try #require(CalendarDate(table.day))
    for code in table.main {
      var item = GoodsItem(description: "x")
      item.criterion = criterion(code)
      item.fob = Money(amount: 5, currency: "USD")
      for wish in [nil, true, false] {
        item.showsFOB = wish
        let isShown = policies.showsFOB(
          item, form: table.form, destination: table.destination, day: day)
        switch code.showsFOB {
        case .always: #expect(isShown, "\(code.name)")
        case .never: #expect(!isShown, "\(code.name)")
        case .ticked: #expect(isShown == (wish == true), "\(code.name)")
        }
      }
    }
  }

  @Test("A FOB value that must be printed must be given (S2-92)", arguments: CriteriaTable.all)
  func fobIsGiven(_ table: CriteriaTable) throws {
    for code in table.main {
      let found = try faults(table) {
        $0.criterion = criterion(code)
        $0.fob = nil
      }
      #expect(found == (code.showsFOB == .always ? ["goods[0].fob"] : []), "\(code.name)")
    }
  }
}

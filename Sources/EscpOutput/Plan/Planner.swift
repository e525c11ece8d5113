package import Devices
package import Diagnostics
package import DisplayList
package import Measures

/// Turns pages into the passes of an impact printer; everything that cannot be printed is refused here.
package struct Planner {
  let profile: DeviceProfile
  let dialect: Dialect
  let rasterize: Rasterize

  /// A planner for a printer.
  ///
  /// - Parameters:
  ///   - profile: what the printer answers to.
  ///   - rasterize: draws what the resident font does not have.
  /// - Throws: ``Refusal`` for a printer that takes neither ESC/P nor ESC/P 2 or has fewer than 24 pins.
  package init(profile: DeviceProfile, rasterize: @escaping Rasterize) throws(Refusal) {
    guard let dialect = Dialect(of: profile) else {
      let speaksOKI = profile.languages.contains(.oki5530)
      throw Refusal(
        Diagnostic(
          at: .field("device"),
          speaksOKI ? Wording.emulation(profile.name) : Wording.noImpact(profile.name),
          hint: speaksOKI ? Wording.changeEmulation : Wording.takeImpact))
    }
    guard profile.dotMatrix.map({ $0.pins >= PlanUnit.pins }) ?? true else {
      throw Refusal(Diagnostic(at: .field("device"), Wording.fewPins(profile.name)))
    }
    self.profile = profile
    self.dialect = dialect
    self.rasterize = rasterize
  }

  /// The passes over some pages, one form each; all of one length.
  ///
  /// - Parameters:
  ///   - pages: set for this printer, of their contents what preprinted stock lacks (套打).
  ///   - formLength: from perforation to perforation, where it is known better than from the pages.
  ///   - formsBefore: forms printed since the top of form was set by hand.
  /// - Returns: the job, of which every mark is on its form and none on another.
  /// - Throws: ``Refusal`` naming every field that cannot be printed; what the rasterizer throws.
  package func plan(
    _ pages: [DevicePage], formLength: Length? = nil, formsBefore: Int = 0
  ) throws -> JobPlan {
    guard let first = pages.first else {
      throw Refusal(Diagnostic(at: Place(), Wording.noPages))
    }
    let height = first.page.size.height
    let length = formLength ?? height
    var faults: [Diagnostic] = []
    if pages.contains(where: { $0.page.size.height != height }) {
      faults.append(Diagnostic(at: Place(), Wording.oneLength))
    }
    if !PageLength.range.contains(length) {
      faults.append(Diagnostic(at: Place(), Wording.formLength(length)))
    }
    var sheets: [SheetPlan] = []
    for page in pages {
      var setting = SheetSetting(planner: self, page: page, formLength: length)
      let sheet = try setting.sheet()
      faults += setting.faults
      sheets.append(sheet)
    }
    if !faults.isEmpty { throw Refusal(faults) }
    return JobPlan(
      dialect: dialect, formLength: length,
      isDoubleStrike: (profile.dotMatrix?.carbonCopies ?? 0) > 0,
      leavesChineseMode: profile.dotMatrix?.startsInChineseMode != false,
      formsBefore: formsBefore, sheets: sheets)
  }
}

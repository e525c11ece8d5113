import CairoOutput
import Certificates
import Devices
import Diagnostics
import DisplayList
import Forms
import Foundation
import Notation
import Printers
import Typesetting
import Typography

/// Everything a command works with, read from the home folder when first asked for.
final class Press {
  let home: Home
  private var knownPolicies: [String: Policies] = [:]
  private var knownIssuer: Issuer?
  private var knownFonts: FontCatalogue?
  private var knownLibraries: [String: LayoutLibrary] = [:]
  private var knownTypesetters: [String: Typesetter] = [:]

  init(home: Home) { self.home = home }

  convenience init(_ options: SharedOptions) throws(OutsideFailure) {
    self.init(home: try Home(stated: options.home))
  }

  /// The dated policy tables; with a form only its rows.
  func policies(of form: String? = nil) throws -> Policies {
    if let known = knownPolicies[form ?? ""] { return known }
    let nodes = try home.policyFiles().map { try home.yaml($0) }
    let policies = try Policies(nodes, of: form)
    knownPolicies[form ?? ""] = policies
    return policies
  }

  /// The issuing body of `site.yaml`.
  func issuer() throws -> Issuer {
    if let knownIssuer { return knownIssuer }
    let findings = Findings()
    let issuer = Issuer(try home.yaml(home.siteFile), findings)
    try findings.throwErrors()
    guard let issuer else { preconditionFailure("a site without faults was not read") }
    try checkForms(of: issuer)
    knownIssuer = issuer
    return issuer
  }

  /// Every form that the site turns something on for has a layout.
  private func checkForms(of issuer: Issuer) throws {
    guard !issuer.optionalCodes.isEmpty else { return }
    let known = try home.forms()
    guard let unknown = issuer.optionalCodes.first(where: { !known.contains($0) }) else { return }
    throw LayoutLibrary.unknown(
      form: unknown, among: known, at: Place(file: home.siteFile, path: "optionalCodes"))
  }

  /// The fonts of `Fonts/fonts.yaml`.
  func fonts() throws -> FontCatalogue {
    if let knownFonts { return knownFonts }
    let fonts = try FontCatalogue(
      manifest: try fontManifest(), source: .live(cacheFolder: Outside.cacheFolder))
    knownFonts = fonts
    return fonts
  }

  func fontManifest() throws -> FontManifest {
    let findings = Findings()
    let manifest = FontManifest(try home.yaml("Fonts/fonts.yaml"), findings)
    try findings.throwErrors()
    guard let manifest else { preconditionFailure("a manifest without faults was not read") }
    return manifest
  }

  /// The printer profiles.
  func devices() throws -> DeviceCatalogue {
    try ProfileFolder.read(home.printers)
  }

  /// The editions of one form, or of a document beside the certificate; an unknown name gives a
  /// library without it.
  func editions(of name: String) throws -> LayoutLibrary {
    if let library = knownLibraries[name] { return library }
    let library = try library(in: folder(of: name).map { [$0] } ?? [])
    knownLibraries[name] = library
    return library
  }

  /// The editions of all forms.
  func allEditions() throws -> LayoutLibrary { try library(in: home.forms()) }

  /// Everything that has editions: the forms, then the documents beside the certificate.
  func layoutNames() throws -> [String] { try home.forms() + home.documents() }

  /// One edition of a form by its name; the newest when none is named.
  func layout(form: String, edition: String?) throws -> Layout {
    let known = try layoutNames()
    guard known.contains(form) else { throw LayoutLibrary.unknown(form: form, among: known) }
    let editions = try editions(of: form).editions[form] ?? []
    let layout = editions.last { edition == nil || $0.edition == edition }
    guard let layout else {
      throw LayoutLibrary.unknown(
        edition: edition ?? "", of: form, among: editions.map(\.edition))
    }
    return layout
  }

  /// What holds for a layout on its first day, without a certificate.
  ///
  /// A document beside the certificate shows that of the first kind: its own words are the same
  /// for all.
  func context(for layout: Layout) throws -> FieldContext {
    let policies = try policies()
    let isDocument = try home.documents().contains(layout.form)
    guard let kind = isDocument ? policies.kinds.first : policies.kind(layout.form) else {
      throw LayoutLibrary.unknown(form: layout.form, among: policies.kinds.map(\.code))
    }
    return FieldContext(
      kind: kind, day: layout.from, issuer: try issuer(), policies: policies)
  }

  /// The folder of a form's or document's editions below `Layouts`.
  func folder(of name: String) throws -> String? {
    if try home.forms().contains(name) { return name }
    return try home.documents().contains(name) ? "documents/\(name)" : nil
  }

  /// The same without refusing: what is wrong is reported, and what can be read is there.
  func editions(of name: String, _ findings: Findings) throws -> LayoutLibrary {
    try library(in: folder(of: name).map { [$0] } ?? [], findings)
  }

  private func library(in folders: [String]) throws -> LayoutLibrary {
    let findings = Findings()
    let library = try library(in: folders, findings)
    try findings.throwErrors()
    return library
  }

  private func library(in folders: [String], _ findings: Findings) throws -> LayoutLibrary {
    let layouts = try folders.flatMap(home.layoutFiles).compactMap { path in
      let found = Findings()
      defer { found.diagnostics.forEach(findings.report) }
      return Layout(path: path, files: home.layoutFiles, found)
    }
    return LayoutLibrary(layouts, findings)
  }

  /// The profile that documents are set for when none is named.
  var defaultDevice: String { DeviceCatalogue.defaultName }

  /// How the paper of a device lies whose sheets a person turns.
  ///
  /// - Throws: ``Refusal`` when its profile does not say so.
  func turning(device name: String?) throws -> Turning {
    let name = name ?? defaultDevice
    let profile = try device(name)
    if let turning = profile.turning { return turning }
    throw Refusal(
      Diagnostic(
        at: .field("device"),
        profile.duplex == .automatic ? Wording.turnsItself(name) : Wording.noTurning(name),
        hint: profile.duplex == .automatic ? nil : Wording.turningTest))
  }

  /// The typesetter for a device.
  func typesetter(device name: String?) throws -> Typesetter {
    let name = name ?? defaultDevice
    if let typesetter = knownTypesetters[name] { return typesetter }
    let typesetter = Typesetter(
      shaper: Shaper(catalogue: try fonts()),
      device: try device(name))
    knownTypesetters[name] = typesetter
    return typesetter
  }

  /// One printer profile, without a look at the others when its file is there.
  func device(_ name: String) throws -> DeviceProfile {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    let path = "printers/\(name).yaml"
    guard isPlain, home.hasFile(path) else { return try devices().profile(named: name) }
    return try DeviceProfile.read(name, from: home.yaml(path))
  }
}

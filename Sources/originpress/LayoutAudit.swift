import Certificates
import Diagnostics
import Forms
import Foundation
import Notation
import Typesetting
import Typography

/// Checks everything the forms are made of.
struct LayoutAudit {
  let press: Press
  let findings: Findings

  /// Checks the given forms, or all, and gives the names of the editions.
  func run(forms: [String]) throws -> [String] {
    let roles = try fontRoles()
    _ = try press.devices()
    let known = try press.layoutNames()
    let unknown = forms.first { !known.contains($0) }
    if let unknown { throw LayoutLibrary.unknown(form: unknown, among: known) }
    return try (forms.isEmpty ? known : forms).flatMap { name in
      try press.editions(of: name, findings).all.map { layout in
        try check(layout, roles).forEach(findings.report)
        return layout.name
      }
    }
  }

  /// The font roles, once every font file is the one that the manifest names.
  private func fontRoles() throws -> Set<String> {
    let manifest = try press.fontManifest()
    manifest.verify(FontSource.live(cacheFolder: Outside.cacheFolder), findings)
    try findings.throwErrors()
    return Set(manifest.roles.keys.map(\.rawValue))
  }

  /// What is to say of one edition; it is filled in only when it is sound.
  private func check(_ layout: Layout, _ roles: Set<String>) throws -> [Diagnostic] {
    let found = Findings()
    checkFolder(layout, found)
    let checker = LayoutChecker(layout: layout, roles: roles, found)
    checker.check()
    if try press.home.forms().contains(layout.form) {
      checker.check(against: try press.policies())
      checker.check(marks: try press.policies())
    }
    if !found.hasErrors {
      try press.typesetter(device: nil).check(
        layout, context: try press.context(for: layout), found)
    }
    if !found.hasErrors { try SampleFit(press: press, layout: layout).check(found) }
    return found.diagnostics
  }

  /// The folders tell the form and edition, so that a file is found by its name.
  private func checkFolder(_ layout: Layout, _ found: Findings) {
    let folders = layout.file.split(separator: "/").dropLast().suffix(2).map(String.init)
    for (folder, (key, value)) in zip(
      folders, [("form", layout.form), ("edition", layout.edition)])
    where folder != value {
      found.error(
        at: layout.places[key], Wording.wrongFolder(key, value, folder: folder),
        hint: Wording.renameFolder(folder, value))
    }
  }
}

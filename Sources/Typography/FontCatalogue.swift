package import DisplayList
package import Measures

/// The fonts of the forms, checked once, each face opened when its first character is asked for.
package final class FontCatalogue: Sendable {
  /// The manifest the catalogue was made from.
  package let manifest: FontManifest
  private let faces: [FaceID: FontFace]
  private let orders: [OrderKey: [FontFace]]

  /// Names a role and weight.
  struct OrderKey: Hashable, Sendable {
    let role: FontRole
    let isBold: Bool
  }

  /// Maps the font files and checks them, by their contents the first time, then by their stamps.
  ///
  /// - Throws: ``FontFailure`` that names every missing or every changed file and its package.
  package init(manifest: FontManifest, source: FontSource) throws(FontFailure) {
    self.manifest = manifest
    let files = try FontFiles(manifest: manifest, source: source)
    var faces: [FaceID: FontFace] = [:]
    for id in manifest.order {
      faces[id] = Self.face(id, manifest: manifest, files: files, source: source)
    }
    self.faces = faces
    var orders: [OrderKey: [FontFace]] = [:]
    for (role, order) in manifest.roles {
      for (isBold, references) in [(false, order.regular), (true, order.bold)] {
        orders[OrderKey(role: role, isBold: isBold)] = references.compactMap { faces[$0.id] }
      }
    }
    self.orders = orders
  }

  /// The face of a name that this catalogue's manifest or shaper gave.
  package func handle(for id: FaceID) -> FontFace {
    guard let face = faces[id] else { preconditionFailure("unknown face \(id.rawValue)") }
    return face
  }

  /// The line box of a role above and below the baseline at a size.
  package func metrics(of role: FontRole, size: Length) -> (ascent: Length, descent: Length) {
    guard let order = manifest.roles[role] else {
      preconditionFailure("unknown role \(role.rawValue)")
    }
    return (size.scaled(by: order.ascent), size.scaled(by: order.descent))
  }

  func order(_ key: OrderKey) -> [FontFace] {
    guard let order = orders[key] else { preconditionFailure("unknown role \(key.role.rawValue)") }
    return order
  }

  private static func face(
    _ id: FaceID, manifest: FontManifest, files: FontFiles, source: FontSource
  ) -> FontFace? {
    switch manifest.faces[id]?.origin {
    case .file(let file, let index, _):
      guard let bytes = files.bytes[file.path] else { return nil }
      return FontFace(id: id, index: index) { bytes }
    case .subset(let reference, let characters):
      guard case .file(let file, let index, _) = manifest.faces[reference.id]?.origin,
        let bytes = files.bytes[file.path]
      else { return nil }
      let subset = CoreSubset(
        bytes: bytes, index: index, sha256: file.sha256, characters: characters)
      return FontFace(id: id, index: 0) { subset.load(source) }
    case nil: return nil
    }
  }
}

package import Diagnostics
package import DisplayList
package import Notation

/// Which font files, faces and fallback orders the forms use: the contents of `Fonts/fonts.yaml`.
package struct FontManifest: Sendable {
  /// Every face by its name.
  package let faces: [FaceID: FontDescription]
  /// The faces' names in the order of the file.
  package let order: [FaceID]
  /// Every role; the ``FontRole/standard`` ones are always there.
  package let roles: [FontRole: FontOrder]

  /// The files behind the faces, each path once, in the order of the manifest.
  package var files: [FontFile] {
    var seen: Set<String> = []
    return order.compactMap { faces[$0]?.file }.filter { seen.insert($0.path).inserted }
  }
}

extension FontManifest: NodeReadable {
  /// Reads the manifest and checks that every face it mentions and every standard role is there.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let faces: Table<FontDescription>? = reader.required("faces")
    let roles: Table<FontOrder>? = reader.required("roles")
    reader.finish()
    guard let faces, let roles else { return nil }
    order = faces.entries.map { FaceID($0.name) }
    self.faces = Dictionary(
      faces.entries.map { (FaceID($0.name), $0.value) }, uniquingKeysWith: { a, _ in a })
    self.roles = Dictionary(
      roles.entries.map { (FontRole(rawValue: $0.name), $0.value) }, uniquingKeysWith: { a, _ in a }
    )
    let isSound = [
      checkSubsets(findings), checkOrders(roles, findings), checkRoles(at: roles.place, findings),
    ]
    guard isSound.allSatisfy(\.self) else { return nil }
  }

  private func checkSubsets(_ findings: Findings) -> Bool {
    var isSound = true
    for id in order {
      guard let description = faces[id], case .subset(let source, _) = description.origin else {
        continue
      }
      switch faces[source.id]?.origin {
      case .file: continue
      case .subset:
        findings.error(at: source.place, Wording.subsetOfSubset(source.id.rawValue))
      case nil: reportUnknown(source, findings)
      }
      isSound = false
    }
    return isSound
  }

  private func checkOrders(_ roles: Table<FontOrder>, _ findings: Findings) -> Bool {
    var isSound = true
    for role in roles.entries {
      let references = role.value.regular + role.value.bold
      for reference in references where faces[reference.id] == nil {
        reportUnknown(reference, findings)
        isSound = false
      }
      if role.value.regular.isEmpty || role.value.bold.isEmpty {
        findings.error(at: role.place, Wording.emptyOrder(role.name))
        isSound = false
      }
    }
    return isSound
  }

  private func checkRoles(at place: Place, _ findings: Findings) -> Bool {
    let missing = FontRole.standard.filter { roles[$0] == nil }
    for role in missing { findings.error(at: place, Wording.missingRole(role.rawValue)) }
    return missing.isEmpty
  }

  private func reportUnknown(_ reference: FaceReference, _ findings: Findings) {
    let name = reference.id.rawValue
    let nearest = Nearest.name(to: name, among: order.map(\.rawValue))
    findings.error(
      at: reference.place, Wording.unknownFace(name), hint: nearest.map(Hint.didYouMean))
  }
}

/// Named values in the order of the text.
private struct Table<Value: NodeReadable>: NodeReadable {
  let place: Place
  let entries: [(name: String, place: Place, value: Value)]

  init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    place = node.place
    let read = reader.keys.map { ($0, reader.place(of: $0), reader.required($0, as: Value.self)) }
    let found = read.compactMap { name, place, value in value.map { (name, place, $0) } }
    guard found.count == read.count else { return nil }
    entries = found
  }
}

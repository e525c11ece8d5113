package import Diagnostics

/// All known printer profiles by name.
package struct DeviceCatalogue: Sendable {
  /// One profile file: its name such as `mono-laser.yaml`, and its bytes.
  package struct File: Sendable {
    /// The file's name with its ending.
    package let name: String
    /// The contents of the file: YAML text.
    package let bytes: [UInt8]

    /// A profile file from its name and contents.
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The profile documents are set for when none is asked for.
  package static let defaultName = "generic-laser"
  /// The profile of an impact printer of which nothing is known.
  package static let defaultImpactName = "generic-24pin"

  /// The profiles in the order of their names.
  package let profiles: [DeviceProfile]

  /// Reads all files and reports the faults of all of them at once.
  ///
  /// - Throws: ``Refusal`` when any file is faulty or two have the same name.
  package init(files: [File]) throws(Refusal) {
    var profiles: [String: DeviceProfile] = [:]
    var faults: [Diagnostic] = []
    for file in files.sorted(by: { $0.name < $1.name }) {
      let name = file.name.hasSuffix(".yaml") ? String(file.name.dropLast(5)) : file.name
      do throws(Refusal) {
        let profile = try DeviceProfile.read(name, from: file.bytes, file: file.name)
        if profiles.updateValue(profile, forKey: name) != nil {
          faults.append(Diagnostic(at: Place(file: file.name), Wording.twice(name)))
        }
      } catch {
        faults += error.diagnostics
      }
    }
    if !faults.isEmpty { throw Refusal(faults) }
    self.profiles = profiles.values.sorted { $0.name < $1.name }
  }

  /// The profile of that name.
  ///
  /// - Throws: ``Refusal`` that names the nearest known profile, or all of them.
  package func profile(named name: String) throws(Refusal) -> DeviceProfile {
    if let profile = profiles.first(where: { $0.name == name }) { return profile }
    let names = profiles.map(\.name)
    throw Refusal(
      Diagnostic(
        at: .field("device"), Wording.unknownProfile(name), hint: Hint.name(name, among: names)))
  }
}

package import Devices
package import Diagnostics
package import Foundation

/// The folder of printer profiles on disk.
package enum ProfileFolder {
  /// Reads every `.yaml` file of the folder.
  ///
  /// - Throws: ``Refusal`` with the faults of all files, or when the folder cannot be read.
  package static func read(_ folder: URL) throws(Refusal) -> DeviceCatalogue {
    let name = folder.lastPathComponent
    var files: [DeviceCatalogue.File] = []
    do {
      let entries = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
      for entry in entries where entry.pathExtension == "yaml" {
        let bytes = [UInt8](try Data(contentsOf: entry))
        files.append(DeviceCatalogue.File(name: entry.lastPathComponent, bytes: bytes))
      }
    } catch {
      throw Refusal(Diagnostic(at: Place(file: name), Wording.unreadableFolder(name)))
    }
    return try DeviceCatalogue(files: files)
  }
}

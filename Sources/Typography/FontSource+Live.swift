import Glibc

extension FontSource {
  /// Font files of this computer, mapped into memory, with a cache folder that may be deleted at
  /// any time; `nil` keeps nothing.
  package static func live(cacheFolder: String?) -> FontSource {
    FontSource(
      open: { path in map(path) },
      readCache: { name in cacheFolder.flatMap { map("\($0)/\(name)") } },
      writeCache: { name, bytes in
        if let cacheFolder { write(bytes, name: name, folder: cacheFolder) }
      })
  }

  private static func map(_ path: String) -> File? {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > 0
    else { return nil }
    let size = Int(status.st_size)
    guard let start = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    let modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
    return File(
      bytes: unsafe FontBytes(mapped: UnsafeRawBufferPointer(start: start, count: size)),
      stamp: Stamp(size: size, modified: modified))
  }

  /// Writes beside the goal and renames, so that a reader sees all of the bytes or none.
  private static func write(_ bytes: [UInt8], name: String, folder: String) {
    makeFolder(folder)
    var template = Array("\(folder)/.\(name).XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { return }
    let isWritten = writeAll(bytes, to: descriptor)
    let isClosed = close(descriptor) == 0
    let goal = "\(folder)/\(name)"
    guard isWritten, isClosed, unsafe rename(template, goal) == 0 else {
      unsafe unlink(template)
      return
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  /// Makes a folder with the folders above it.
  private static func makeFolder(_ path: String) {
    for end in path.indices.dropFirst() where path[end] == "/" {
      unsafe mkdir(String(path[..<end]), 0o755)
    }
    unsafe mkdir(path, 0o755)
  }
}

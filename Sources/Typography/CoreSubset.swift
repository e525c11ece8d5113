import CHarfBuzz
import CICU

/// A face cut down to the characters of everyday Chinese, kept in the cache between runs.
///
/// Back ends copy a face's outlines for every PDF: 1.6 MB of these instead of 19 MB. The result is
/// the same whether it comes from the cache or is cut anew.
struct CoreSubset: Sendable {
  let bytes: FontBytes
  let index: Int
  let sha256: String
  let characters: CoreCharacters

  /// Changes when the way of cutting changes.
  private static let edition = 1

  /// The subset's bytes, from the cache when it has them undamaged.
  func load(_ source: FontSource) -> FontBytes {
    let name = "font-\(key)"
    if let kept = Sealed.read(name, from: source) { return kept }
    let cut = cut()
    Sealed.keep(cut, as: name, in: source)
    return FontBytes(cut)
  }

  /// Everything that the subset depends on.
  private var key: String {
    let harfBuzz = unsafe String(cString: hb_version_string())
    let icu = unsafe String(cString: op_icu_version())
    return "\(sha256.prefix(32))-\(index)-\(characters.rawValue)-\(Self.edition)-\(harfBuzz)-\(icu)"
  }

  /// Cuts the face; ends the program when memory runs out.
  private func cut() -> [UInt8] {
    let face = unsafe ShapingFont.openFace(bytes, index: index)
    defer { unsafe hb_face_destroy(face) }
    guard let input = unsafe hb_subset_input_create_or_fail() else {
      preconditionFailure("no memory to cut a font")
    }
    defer { unsafe hb_subset_input_destroy(input) }
    unsafe prepare(input)
    guard let subset = unsafe hb_subset_or_fail(face, input) else {
      preconditionFailure("HarfBuzz cannot cut a checked font")
    }
    defer { unsafe hb_face_destroy(subset) }
    let blob = unsafe hb_face_reference_blob(subset)
    defer { unsafe hb_blob_destroy(blob) }
    var length: UInt32 = 0
    let start = unsafe hb_blob_get_data(blob, &length)
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: Int(length)))
  }

  /// Keeps kerning alone of the layout features: no other one is asked for in this repertoire.
  ///
  /// Outlines without subroutines halve the time that Cairo takes to embed them.
  private func prepare(_ input: OpaquePointer) {
    let unicodes = unsafe hb_subset_input_unicode_set(input)
    for range in characters.ranges {
      unsafe hb_set_add_range(unicodes, range.lowerBound, range.upperBound)
    }
    let features = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG)
    unsafe hb_set_clear(features)
    unsafe hb_set_add(features, hb_tag_from_string("kern", 4))
    let dropped = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for table in ["GSUB", "BASE", "VORG", "vhea", "vmtx", "DSIG"] {
      unsafe hb_set_add(dropped, hb_tag_from_string(table, 4))
    }
    let flags = HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue
    unsafe hb_subset_input_set_flags(input, flags)
  }
}

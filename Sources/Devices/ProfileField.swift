import Diagnostics
import Notation

/// One member of a profile, described once for the reader and for the JSON Schema.
struct ProfileField<Value: NodeReadable>: Sendable {
  let key: String
  let isRequired: Bool
  let shape: SchemaShape
  let summary: String

  init(_ key: String, _ shape: SchemaShape, isRequired: Bool = false, _ summary: String) {
    self.key = key
    self.isRequired = isRequired
    self.shape = shape
    self.summary = summary
  }

  var erased: AnyProfileField {
    AnyProfileField(key: key, isRequired: isRequired, shape: shape, summary: summary)
  }
}

/// A field without the type of its value.
struct AnyProfileField: Sendable {
  let key: String
  let isRequired: Bool
  let shape: SchemaShape
  let summary: String
}

extension ObjectReader {
  /// The value of a described member; `nil` when absent or wrong, then reported as it must be.
  func value<Value>(_ field: ProfileField<Value>) -> Value? {
    let value: Value? = field.isRequired ? required(field.key) : optional(field.key)
    guard let value else { return nil }
    return check(value, field) ? value : nil
  }

  /// Reports a number outside of the described range, and a list that is too short.
  private func check<Value>(_ value: Value, _ field: ProfileField<Value>) -> Bool {
    switch (field.shape, value) {
    case (.whole(let from, let to), let number as Int) where !(from...to).contains(number):
      findings.error(at: place(of: field.key), Wording.outOfRange("\(number)", "\(from)", "\(to)"))
    case (.number(let from, let to), let number as Double) where !(from...to).contains(number):
      findings.error(at: place(of: field.key), Wording.outOfRange("\(number)", "\(from)", "\(to)"))
    case (.list(.whole(let from, let to), _), let numbers as [Int])
    where !numbers.allSatisfy((from...to).contains):
      let wrong = numbers.first { !(from...to).contains($0) } ?? 0
      findings.error(at: place(of: field.key), Wording.outOfRange("\(wrong)", "\(from)", "\(to)"))
    case (.list(_, let atLeast), let list as [Any]) where list.count < atLeast:
      findings.error(at: place(of: field.key), Wording.emptyList(field.key))
    default: return true
    }
    return false
  }
}

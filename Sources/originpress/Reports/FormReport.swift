import Certificates
import Forms
import Foundation
import Notation

/// One form as `forms` shows it.
struct FormReport {
  let code: String
  let kind: FormKind?
  let editions: [EditionReport]

  static func all(_ press: Press) throws -> [FormReport] {
    let library = try press.allEditions()
    let policies = try press.policies()
    let issuer = try press.issuer()
    return library.forms.map { code in
      let editions = (library.editions[code] ?? []).map { layout in
        EditionReport(layout: layout, policies: policies, issuer: issuer)
      }
      return FormReport(code: code, kind: policies.kind(code), editions: editions)
    }
  }

  var json: JSONValue {
    .object([
      "code": .text(code),
      "nameEnglish": kind.map { .text($0.english) },
      "nameChinese": kind.map { .text($0.chinese) },
      "preferential": kind.map { .bool($0.isPreferential) },
      "editions": .list(editions.map(\.json)),
    ])
  }

  var text: String {
    let name = kind.map { "\($0.english) \($0.chinese)" } ?? ""
    let head = code.padding(toLength: 6, withPad: " ", startingAt: 0) + name
    return ([head] + editions.map { "      \($0.text)" }).joined(separator: "\n")
  }
}

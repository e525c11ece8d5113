/// The origin criteria of each kind as the references list them, not as our policy files do.
///
/// One word is one code of the box. `=45` after it: a percentage must stand with it, such as this
/// one. `+FOB`: the item's FOB value is printed with it; `?FOB`: if the enterprise ticks it (S2-92).
struct CriteriaTable: Sendable {
  let form: String
  let destination: String?
  let day: String
  let main: [Code]
  /// Codes that stand beside a main one only.
  let additions: [String]

  struct Code: Sendable {
    let name: String
    let percent: Int?
    let showsFOB: FOB
  }

  enum FOB: Sendable { case never, always, ticked }

  private init(
    _ form: String, _ codes: String = "", and additions: String = "", to destination: String? = nil,
    on day: String = "2026-05-05"
  ) {
    self.form = form
    self.destination = destination
    self.day = day
    main = codes.split(separator: " ").map { Code(String($0)) }
    self.additions = additions.split(separator: " ").map(String.init)
  }

  static let all = [
    // No origin criterion box (forms.md 2, 4.1–4.5).
    CriteriaTable("C"), CriteriaTable("RE"), CriteriaTable("PA"), CriteriaTable("EM"),
    CriteriaTable("TB"), CriteriaTable("PU"),
    // forms.md 3.1, forms-2.md 1.8 part III: by the country that grants the preference.
    CriteriaTable("G", "P W", to: "DE"), CriteriaTable("G", "P W", to: "JP"),
    CriteriaTable("G", "P W", to: "NO"), CriteriaTable("G", "P W", to: "CH"),
    CriteriaTable("G", "P W", to: "TR"), CriteriaTable("G", "P F G", to: "CA"),
    CriteriaTable("G", "P Y=35 Z=35", to: "US"), CriteriaTable("G", "P Y=45 Pk", to: "RU"),
    CriteriaTable("G", "P Y=45 Pk", to: "BY"),
    // forms-2.md 1.2: the editions of 2010 and 2019.
    CriteriaTable("E", "WO+FOB %=40+FOB PSR+FOB", on: "2019-08-19"),
    CriteriaTable("E", "WO PE CTH %=40+FOB PSR?FOB", on: "2019-08-20"),
    CriteriaTable("E", "WO PE CTH %=40+FOB PSR?FOB"),
    // forms-2.md 1.1 table A.
    CriteriaTable("RCEP", "WO PE CTC RVC+FOB CR", and: "ACU DMI"),
    // forms-2.md 1.3.
    CriteriaTable("B", "A B=50 C=60 D"),
    // forms.md 3.5 (older text, not confirmed), forms-2.md 1.4.
    CriteriaTable("F", "P RVC PSR", on: "2019-02-28"),
    CriteriaTable("F", "WO WP RVC PSR", on: "2019-03-01"),
    // forms-2.md 1.5, 1.7; forms.md 3.9–3.12; forms-2.md 6.2.
    CriteriaTable("R", "WO WP PSR"), CriteriaTable("S", "WO WP PSR"),
    CriteriaTable("I", "WO WP PSR"), CriteriaTable("A", "WO WP PSR"),
    CriteriaTable("K", "WO WP PSR OP"), CriteriaTable("N", "WO WP PSR"),
    CriteriaTable("X", "P+FOB RVC+FOB PSR+FOB"),
    CriteriaTable("L", "WO WP PSR"),
    CriteriaTable("P", "P+FOB %=40+FOB PSR+FOB"),
    CriteriaTable("GE", "WO WP %=40 PSR"),
    // forms-2.md 1.6 and 2: letters not seen; as Form E, else WO, WP, PSR.
    CriteriaTable("CA", "WO PE CTH %=40+FOB PSR?FOB"),
    CriteriaTable("MU", "WO WP PSR"), CriteriaTable("RS", "WO WP PSR"),
    CriteriaTable("NI", "WO WP PSR"), CriteriaTable("EC", "WO WP PSR"),
    CriteriaTable("HN", "WO WP PSR"), CriteriaTable("MV", "WO WP PSR"),
    // forms.md 3.19.
    CriteriaTable("H", "WO WP PSR", and: "acu dmi fg"),
  ]

  /// Every code that some kind knows.
  static let union = Array(
    Set(all.flatMap { $0.main.map(\.name) + $0.additions })
  ).sorted()

  /// CEPA: no text of the mainland's form was found (forms.md 3.20).
  static let unknown: Set = ["HM"]
}

extension CriteriaTable.Code {
  init(_ text: String) {
    let mark: Character? = text.hasSuffix("+FOB") ? "+" : text.hasSuffix("?FOB") ? "?" : nil
    let parts = (mark == nil ? text : String(text.dropLast(4))).split(separator: "=")
    name = String(parts[0])
    percent = parts.count > 1 ? Int(parts[1]) : nil
    showsFOB = mark == "+" ? .always : mark == "?" ? .ticked : .never
  }
}

extension CriteriaTable: CustomStringConvertible {
  var description: String { "\(form) to \(destination ?? "any") on \(day)" }
}

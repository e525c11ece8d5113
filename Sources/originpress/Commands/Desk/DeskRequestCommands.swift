import ArgumentParser
import Certificates
import Diagnostics
import Notation
import Office
import PrintDesk

/// `desk request`.
struct DeskRequestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request",
    abstract: "Asks for a reprint, the duplicate of a lost original, or a copy.",
    discussion: """
      A first jam within a day of printing is approved by rule; an officer reviews everything else.

      EXAMPLES
        originpress desk request 26C1100B0001/00001 reprint --reason jam --operator li
        originpress desk request 26C1100B0001/00001 duplicate --note 'lost by the courier' --operator li
      """)

  /// What can be asked for.
  enum Wish: String, CaseIterable, ExpressibleByArgument {
    case reprint, duplicate, copy
  }

  @Argument(help: "The certificate's number.")
  var number: String

  @Argument(help: "reprint (重新打印), duplicate (失证重发) or copy (加打副本).")
  var wish: Wish

  @Option(help: "Why it is printed anew: jam, no-ink, misfeed or other.")
  var reason = ReprintReason.jam

  @Option(help: "The reason in words; needed for a loss and for other reasons.")
  var note = ""

  @OptionGroup var person: OperatorOptions
  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let subject: DeskRequest.Subject =
      switch wish {
      case .reprint: .reprint(reason)
      case .duplicate: .duplicate
      case .copy: .copy
      }
    let request = try await DeskRequests(try options.office().context).ask(
      subject, of: number, note: note, by: person.identification())
    RequestReport(request).write(asJSON: options.shared.json)
  }
}

extension ReprintReason: ExpressibleByArgument {}

/// `desk place`.
struct DeskPlaceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Asks for another print place (变更打印地点); never for what hands seal.")

  @Argument(help: "The certificate's number.")
  var number: String

  @Argument(help: "local (企业本地) or chamber (贸促会).")
  var place: Approval.PrintPlace

  @OptionGroup var person: OperatorOptions
  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let request = try await DeskRequests(try options.office().context).ask(
      .printPlace(place), of: number, note: "", by: person.identification())
    RequestReport(request).write(asJSON: options.shared.json)
  }
}

/// `desk review`.
struct DeskReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "An officer approves or rejects a request.",
    discussion: """
      EXAMPLES
        originpress desk review R-00000001 --approve --officer wang
        originpress desk review R-00000001 --reject --remark 'seen at the counter' --officer wang
      """)

  @Argument(help: "The request's id.")
  var request: String

  @Flag(help: "It may be carried out.") var approve = false
  @Flag(help: "It may not; say why with --remark.") var reject = false

  @Option(help: "What the enterprise is told.")
  var remark: String?

  @OptionGroup var person: OperatorOptions
  @OptionGroup var options: OfficeOptions

  func validate() throws {
    guard approve != reject else { throw ValidationError("Give --approve or --reject.") }
    guard approve || remark != nil else { throw ValidationError("--reject asks for --remark.") }
  }

  func run() async throws {
    let requests = DeskRequests(try options.office().context)
    let officer = try person.identification()
    let reviewed =
      try await approve
      ? requests.approve(request, remark: remark, by: officer)
      : requests.reject(request, remark: remark ?? "", by: officer)
    RequestReport(reviewed).write(asJSON: options.shared.json)
  }
}

/// `desk self-print`.
struct DeskSelfPrintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "self-print", abstract: "Opens or closes an enterprise's 自主打印.")

  /// Whether it is open.
  enum Switch: String, CaseIterable, ExpressibleByArgument {
    case open, close
  }

  @Argument(help: "The enterprise's code.")
  var enterprise: String

  @Argument(help: "open or close.")
  var state: Switch

  @OptionGroup var person: OperatorOptions
  @OptionGroup var options: OfficeOptions

  func run() async throws {
    try await DeskRequests(try options.office().context).setSelfPrinting(
      state == .open, of: enterprise, by: person.identification())
    let message = Wording.selfPrinting(enterprise, isOpen: state == .open)
    guard options.shared.json else { return print(message.text(in: Outside.language)) }
    let answer: JSONValue = ["enterprise": .text(enterprise), "open": .bool(state == .open)]
    print(JSONWriter.text(answer), terminator: "")
  }
}

/// A certificate and a reason not to print it for now.
struct HoldOptions: ParsableArguments {
  @Argument(help: "The certificate's number.")
  var number: String

  @Option(help: "collector (领证人未到), amendment (改证办理中) or channel (其他渠道).")
  var reason = Hold.Reason.collector

  @OptionGroup var person: OperatorOptions
  @OptionGroup var options: OfficeOptions

  func write(isHeld: Bool) {
    let message = Wording.hold(number, reason.rawValue, isHeld: isHeld)
    guard options.shared.json else { return print(message.text(in: Outside.language)) }
    let answer: JSONValue = [
      "number": .text(number), "reason": .text(reason.rawValue), "held": .bool(isHeld),
    ]
    print(JSONWriter.text(answer), terminator: "")
  }
}

extension Hold.Reason: ExpressibleByArgument {}

/// `desk hold`.
struct DeskHoldCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Holds a certificate's printing, such as until its collector is there.")

  @OptionGroup var hold: HoldOptions

  func run() async throws {
    try await DeskRequests(try hold.options.office().context).hold(
      hold.number, hold.reason, by: hold.person.identification())
    hold.write(isHeld: true)
  }
}

/// `desk resume`.
struct DeskResumeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Ends a hold.")

  @OptionGroup var hold: HoldOptions

  func run() async throws {
    try await DeskRequests(try hold.options.office().context).resume(
      hold.number, hold.reason, by: hold.person.identification())
    hold.write(isHeld: false)
  }
}

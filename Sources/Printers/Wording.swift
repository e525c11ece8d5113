import Diagnostics

/// All wording of this module.
enum Wording {
  static func unreachable(_ place: String) -> Message {
    Message(
      "printer.unreachable",
      en: "no connection to \(place); is the printer on and the address right?",
      zh: "无法连接 \(place)，请检查打印机是否开机、地址是否正确")
  }

  static let connectionLost = Message(
    "printer.connection-lost",
    en: "the connection broke or the printer did not answer; no document was sent",
    zh: "连接中断或打印机没有应答，未发送任何文件")

  static let noAnswer = Message(
    "printer.no-answer",
    en: "the printer did not answer after the data were sent; look whether paper came out",
    zh: "数据已发送但打印机没有应答，请查看是否已出纸")

  static let refused = Message("printer.refused", en: "the printer refused", zh: "打印机拒绝了请求")

  static let busy = Message(
    "printer.busy", en: "the printer is busy and took nothing; ask again later",
    zh: "打印机忙，未接收任何内容，请稍后再试")

  static let notAllowed = Message(
    "printer.not-allowed", en: "the printer does not allow this without a login",
    zh: "打印机要求登录，不允许此操作")

  static let notFound = Message(
    "printer.not-found", en: "there is no such printer or job at that address", zh: "该地址没有此打印机或作业")

  static let notAccepting = Message(
    "printer.not-accepting", en: "the printer is not accepting jobs", zh: "打印机当前不接受作业")

  static let restarted = Message(
    "printer.restarted",
    en: "the printer was switched off and on during the job; look at the paper",
    zh: "作业进行中打印机曾重新启动，请查看纸张")

  static let jobForgotten = Message(
    "printer.job-forgotten", en: "the printer no longer knows the job; look at the paper",
    zh: "打印机已无此作业记录，请查看纸张")

  static let outOfTime = Message(
    "printer.out-of-time", en: "the job did not end in time; look at the printer",
    zh: "作业未在规定时间内结束，请查看打印机")

  static let noJobID = Message(
    "printer.no-job-id", en: "the printer's answer names no job", zh: "打印机的应答没有作业号")

  static let noJobState = Message(
    "printer.no-job-state", en: "the printer's answer has no job state", zh: "打印机的应答没有作业状态")

  static func programFailed(_ program: String) -> Message {
    Message("printer.program-failed", en: "\(program) did not start", zh: "\(program) 未能启动")
  }

  static let noLoopback = Message(
    "printer.no-loopback", en: "the machine's own network has no free port", zh: "本机网络没有空闲端口")

  static func unsupported(_ attribute: String, _ value: String) -> Message {
    Message(
      "printer.unsupported", en: "the printer does not support \(attribute) '\(value)'",
      zh: "打印机不支持 \(attribute)“\(value)”")
  }

  static func supported(_ values: [String]) -> Message {
    let list = values.isEmpty ? "–" : values.joined(separator: ", ")
    return Message("printer.supported", en: "supported: \(list)", zh: "支持：\(list)")
  }

  static func otherPaper(_ tray: String, _ media: String) -> Message {
    Message(
      "printer.other-paper", en: "tray '\(tray)' does not hold '\(media)'",
      zh: "纸盒“\(tray)”中不是“\(media)”")
  }

  static func loaded(_ sizes: [String]) -> Message {
    let list = sizes.joined(separator: ", ")
    return Message("printer.loaded", en: "loaded: \(list)", zh: "当前纸张：\(list)")
  }

  static func lacks(_ what: String) -> Message {
    Message(
      "printer.lacks", en: "the profile promises \(what), the printer does not have it",
      zh: "打印机配置中有“\(what)”，但打印机不支持")
  }

  static func hasMore(_ what: String) -> Message {
    Message(
      "printer.has-more", en: "the printer has \(what), which the profile leaves out",
      zh: "打印机支持“\(what)”，但配置中没有")
  }

  static func widerMargin(_ profile: String, _ printer: String) -> Message {
    Message(
      "printer.wider-margin",
      en: "the printer leaves \(printer) free, the profile prints up to \(profile)",
      zh: "打印机留白 \(printer)，而配置允许打印至 \(profile)")
  }

  static func notTakenAsIs(_ attribute: String) -> Message {
    Message(
      "printer.not-as-is", en: "the printer would not do \(attribute) as asked",
      zh: "打印机不能按要求执行 \(attribute)")
  }

  static let noRasterType = Message(
    "printer.raster-type", en: "the printer takes no PWG raster that can be made here",
    zh: "打印机不接受此处可生成的 PWG 光栅格式")

  static func unreadableFolder(_ name: String) -> Message {
    Message(
      "printer.unreadable-folder", en: "the folder '\(name)' of printer profiles cannot be read",
      zh: "无法读取打印机配置文件夹“\(name)”")
  }

  static func unreadableJournal(_ name: String) -> Message {
    Message(
      "printer.unreadable-journal", en: "the journal's entry '\(name)' cannot be read",
      zh: "无法读取作业日志“\(name)”")
  }

  static func needsPrinter(_ uri: String) -> Message {
    Message(
      "printer.needs-printer", en: "\(uri) is a queue; a new queue needs the printer's own address",
      zh: "\(uri) 是打印队列，新建队列需要打印机本身的地址")
  }

  static func badServer(_ text: String) -> Message {
    Message(
      "printer.bad-server",
      en: "'\(text)' is no CUPS server; write host, host:port or a socket's path",
      zh: "“\(text)”不是 CUPS 服务器，请写主机、主机:端口或套接字路径")
  }

  static func badQueueName(_ text: String) -> Message {
    Message(
      "printer.bad-name", en: "'\(text)' is neither a printer's address nor a queue's name",
      zh: "“\(text)”既不是打印机地址，也不是队列名")
  }

  static func queueExists(_ name: String) -> Message {
    Message(
      "printer.queue-exists", en: "CUPS has a queue '\(name)' already; take another name",
      zh: "CUPS 已有队列“\(name)”，请换用其他名称")
  }

  static let addressForms = Message(
    "printer.address-forms",
    en: "write ipp://host:port/path, ipps://host/path, socket://host:port or a queue's name",
    zh: "请写 ipp://主机:端口/路径、ipps://主机/路径、socket://主机:端口 或队列名")

  static func unknownScheme(_ scheme: String) -> Message {
    Message("printer.scheme", en: "'\(scheme)' is not supported", zh: "不支持“\(scheme)”")
  }

  static let userInAddress = Message(
    "printer.user-in-address", en: "an address with a user name or password is not taken",
    zh: "地址中不可包含用户名或密码")

  static func badHost(_ text: String) -> Message {
    Message(
      "printer.bad-host", en: "'\(text)' is not a host with an optional port",
      zh: "“\(text)”不是主机名（可带端口）")
  }

  static func noPath(_ text: String) -> Message {
    Message("printer.no-path", en: "'\(text)' has no path", zh: "“\(text)”没有路径")
  }

  static let usualPath = Message(
    "printer.usual-path", en: "most printers use /ipp/print", zh: "多数打印机使用 /ipp/print")

  static func badPath(_ text: String) -> Message {
    Message("printer.bad-path", en: "'\(text)' is not a path", zh: "“\(text)”不是路径")
  }
}

import Diagnostics

/// What is said of queues and their scheduler where jobs print at most once.
extension Wording {
  static func harm(of directive: SchedulerSettings.Directive, _ value: String) -> Message {
    // A time without its unit is in seconds.
    let value = value.allSatisfy(\.isNumber) ? value + " s" : value
    return switch directive {
    case .dirtyCleanInterval:
      Message(
        "printer.late-on-disk",
        en: "the scheduler writes jobs down only after \(value); one that is lost in a crash "
          + "leaves its number to another",
        zh: "调度程序 \(value) 后才将作业写入磁盘；崩溃时作业丢失，作业号会被重复使用")
    case .maxJobTime:
      Message(
        "printer.ends-jobs",
        en: "the scheduler cancels a job that lasts \(value), such as one that waits for paper",
        zh: "作业超过 \(value)（例如缺纸等待）会被调度程序取消")
    case .preserveJobFiles:
      Message(
        "printer.keeps-files",
        en: "the scheduler keeps printed documents (\(value)), from which a job can be asked for "
          + "again",
        zh: "调度程序保留已打印的文件（\(value)），作业可被再次打印")
    }
  }

  static func switchOff(_ directive: SchedulerSettings.Directive) -> Message {
    let value = directive == .preserveJobFiles ? "No" : "0"
    return Message(
      "printer.switch-off", en: "run 'cupsctl \(directive.rawValue)=\(value)'",
      zh: "请运行 cupsctl \(directive.rawValue)=\(value)")
  }

  static let settingsUnread = Message(
    "printer.settings-unread", en: "the scheduler's settings cannot be read",
    zh: "无法读取调度程序的设置")

  static let settingsNeeded = Message(
    "printer.settings-needed",
    en: "cupsd.conf should say DirtyCleanInterval 0, MaxJobTime 0 and PreserveJobFiles No",
    zh: "cupsd.conf 应设 DirtyCleanInterval 0、MaxJobTime 0、PreserveJobFiles No")

  static let unguarded = Message(
    "printer.unguarded", en: "the queue has no guard: CUPS may print a job of it again",
    zh: "该队列没有防重打保护，CUPS 可能重复打印作业")

  static let makeGuarded = Message(
    "printer.make-guarded", en: "let 'printer add --cups' make a queue for the printer",
    zh: "请用 printer add --cups 为打印机新建队列")

  static func retries(_ policy: String) -> Message {
    Message(
      "printer.retries", en: "the queue's error policy is \(policy), which prints a job again",
      zh: "队列的错误策略为 \(policy)，会重新打印作业")
  }

  static let abortJobs = Message(
    "printer.abort-jobs", en: "run 'lpadmin -p QUEUE -o printer-error-policy=abort-job'",
    zh: "请运行 lpadmin -p 队列 -o printer-error-policy=abort-job")
}

import Certificates
import Devices
import Diagnostics

/// All wording of the command that is not help text.
enum Wording {
  static func unwritable(_ path: String) -> Message {
    Message(
      "command.unwritable", en: "'\(path)' cannot be written; check the folder and its permissions",
      zh: "无法写入“\(path)”，请检查文件夹及权限")
  }

  static let unreadable = Message(
    "command.unreadable", en: "the file cannot be read; check its name and permissions",
    zh: "无法读取文件，请检查文件名及权限")

  static func tooLarge(_ limit: Int) -> Message {
    Message(
      "command.too-large", en: "the file has more than \(limit) bytes", zh: "文件超过 \(limit) 字节")
  }

  static func noHome(_ path: String) -> Message {
    Message(
      "command.no-home",
      en: "'\(path)' has no folders Layouts, Fonts and printers; give the right one with --home",
      zh: "“\(path)”下没有 Layouts、Fonts、printers 文件夹，请用 --home 指定")
  }

  static func unknownEnding(_ path: String, _ known: [String]) -> Message {
    let list = known.joined(separator: ", ")
    return Message(
      "command.unknown-ending",
      en: "the format cannot be told from '\(path)'; give --format with one of \(list)",
      zh: "无法从“\(path)”判断格式，请用 --format 指定：\(list)")
  }

  static func wrongFolder(_ key: String, _ value: String, folder: String) -> Message {
    Message(
      "command.wrong-folder",
      en: "the file says \(key) '\(value)', but its folder is named '\(folder)'",
      zh: "文件中\(key)为“\(value)”，而所在文件夹名为“\(folder)”")
  }

  static func renameFolder(_ folder: String, _ value: String) -> Message {
    Message(
      "command.rename-folder", en: "write '\(folder)' here or rename the folder to '\(value)'",
      zh: "请在此写“\(folder)”，或将文件夹改名为“\(value)”")
  }

  static func noSample(_ form: String, _ reason: Message) -> Message {
    Message(
      "command.no-sample", en: "no sample of \(form) can be made: \(reason.english)",
      zh: "无法生成 \(form) 的样例证书：\(reason.chinese)")
  }

  static func onlyFull(_ document: String) -> Message {
    Message(
      "command.only-full",
      en:
        "'\(document)' is printed in standard format only; overlay and blank are for certificates",
      zh: "“\(document)”只能按标准格式打印；套打和空白格式仅用于证书")
  }

  static let onlyOverlay = Message(
    "command.only-overlay",
    en: "an impact printer prints only what preprinted stock lacks (overlay)",
    zh: "针式打印机只能套打")

  static let leaveOutContent = Message(
    "command.leave-out-content", en: "leave out --content, or give overlay",
    zh: "请去掉 --content，或改为 overlay")

  static func onlyOfCertificates(_ copy: String) -> Message {
    Message(
      "command.only-of-certificates",
      en: "--copy \(copy) is for certificates; other documents are draft or specimen",
      zh: "--copy \(copy) 仅用于证书；其他文件只有 draft 或 specimen")
  }

  static func duplicateTooEarly(_ day: CalendarDate, _ issue: CalendarDate) -> Message {
    Message(
      "command.duplicate-too-early",
      en:
        "a duplicate of \(day) is older than the certificate of \(issue); give a later day with --on",
      zh: "失证副本日期 \(day) 早于证书签发日期 \(issue)，请用 --on 给出较晚的日期")
  }

  static let noMaterialPage = Message(
    "command.no-material-page",
    en: "the page of materials goes only with kinds and destinations that take it: G to Japan (JP)",
    zh: "日本进料信息页仅用于规定的证书及目的地：输往日本（JP）的普惠制证书（G）")

  static func noPage(_ side: String) -> Message {
    Message(
      "command.no-page", en: "the document has no \(side) page", zh: "文件没有该面（\(side)）")
  }

  static func turnsItself(_ device: String) -> Message {
    Message(
      "command.turns-itself",
      en: "device '\(device)' turns its sheets itself; leave out --turned, or name one with "
        + "'duplex: manual' by --device",
      zh: "设备“\(device)”自动翻面；请去掉 --turned，或用 --device 指定“duplex: manual”的设备")
  }

  static func noTurning(_ device: String) -> Message {
    Message(
      "command.no-turning", en: "the profile '\(device)' does not state its 'turning'",
      zh: "打印机配置“\(device)”没有“turning”一项")
  }

  static let turningTest = Message(
    "command.turning-test",
    en: "print the test sheets with 'originpress printer turning-test' and copy the line they show",
    zh: "请用“originpress printer turning-test”打印测试页，并抄入其中给出的一行")

  /// What a person does with the front pile before the backs are printed.
  static func layBack(_ pile: Turning.Pile) -> Message {
    switch pile {
    case .asIs:
      Message(
        "command.lay-back",
        en: "when the fronts are printed, lay the pile back as it came out, neither turned over "
          + "nor around; then print the backs",
        zh: "正面打印完后，整叠按出纸时的样子放回纸盘，不翻面、不掉头，再打印背面")
    case .turnedOver:
      Message(
        "command.lay-back-turned",
        en: "when the fronts are printed, turn the pile over like the page of a book, the top edge "
          + "staying where it is, and lay it back; then print the backs",
        zh: "正面打印完后，像翻书页一样把整叠翻面（上边不动）放回纸盘，再打印背面")
    }
  }

  static func nothingInBatch(_ path: String) -> Message {
    Message("command.empty-batch", en: "'\(path)' holds no certificate", zh: "“\(path)”中没有证书")
  }

  static func printed(_ printer: String) -> Message {
    Message("command.printed", en: "printed on \(printer)", zh: "已在 \(printer) 打印")
  }

  static func jobEnded(_ state: String, _ reasons: String) -> Message {
    Message(
      "command.job-ended",
      en: "the printer ended the job as \(state) (\(reasons)); look at the paper",
      zh: "打印机以 \(state)（\(reasons)）结束任务，请查看纸张")
  }

  static let handedOver = Message(
    "command.handed-over", en: "the queue has handed it over; look at the paper",
    zh: "队列已交给打印机，请查看纸张")
  static let lookAtPaper = Message(
    "command.look-at-paper", en: "look at the paper before printing again", zh: "重新打印前请先查看纸张")

  static let noCredential = Message(
    "command.not-genuine",
    en: "this is no genuine certificate of the issuing body", zh: "该验证码并非签证机构签发")

  static func credential(_ check: String) -> Message {
    switch check {
    case "signed":
      Message(
        "command.signed",
        en:
          "signed by the issuing body; compare every field with the paper, for a code can be copied",
        zh: "签名有效；验证码可被复印，请逐项核对证书内容")
    case "expired-key":
      Message(
        "command.expired-key", en: "signed by a key that did not serve on the day of issue",
        zh: "签名所用密钥在签发日无效")
    case "unknown-key":
      Message(
        "command.unknown-key", en: "no published key made this signature", zh: "签名密钥不在公布清单中")
    case "altered":
      Message("command.altered", en: "the contents of the code were altered", zh: "验证码内容被篡改")
    case "wrong-domain":
      Message(
        "command.wrong-domain", en: "the code leads to another site than the issuing body's",
        zh: "验证码指向其他网站")
    default:
      Message(
        "command.unreadable-code", en: "the text is no verification code", zh: "该内容不是验证码")
    }
  }

  static func wrongFingerprint(_ found: String) -> Message {
    Message(
      "command.wrong-fingerprint",
      en: "the key list is signed by another root: \(found); compare with the printed notice",
      zh: "公钥清单的根密钥不符：\(found)，请与公告核对")
  }

  static func logEntries(_ size: Int) -> Message {
    Message("command.log-whole", en: "\(size) entries, all as published", zh: "共 \(size) 条，均与公布的一致")
  }

  static func logUnpublished(_ count: Int) -> Message {
    Message(
      "command.log-unpublished",
      en: "\(count) more are not published yet; 'log checkpoint' publishes them",
      zh: "另有 \(count) 条尚未公布，请运行 log checkpoint")
  }

  static func altered(_ index: Int) -> Message {
    Message("command.log-altered", en: "entry \(index) was altered", zh: "第 \(index) 条被篡改")
  }

  static func missing(_ index: Int) -> Message {
    Message("command.log-missing", en: "entry \(index) is missing", zh: "第 \(index) 条缺失")
  }

  static func tile(_ path: String) -> Message {
    Message(
      "command.log-tile", en: "the tile is missing or damaged: \(path)", zh: "分块缺失或损坏：\(path)")
  }

  static let root = Message(
    "command.log-root", en: "the entries do not lead to the signed root", zh: "各条记录与签名的根摘要不符")

  static let inconsistent = Message(
    "command.log-inconsistent",
    en: "the log is no continuation of that checkpoint: its history was rewritten",
    zh: "日志不是该检查点的延续，历史已被改写")

  static let noCheckpoint = Message(
    "command.no-checkpoint", en: "the log has no checkpoint yet; make one with 'log checkpoint'",
    zh: "日志尚无检查点，请先运行 log checkpoint")

  static let notCosigned = Message(
    "command.not-cosigned", en: "a witness that was asked for has not cosigned", zh: "缺少指定见证方的会签")

  static func notPrintable(_ path: String) -> Message {
    Message(
      "command.not-printable", en: "'\(path)' is no PDF, PWG raster or ESC/P file",
      zh: "“\(path)”不是 PDF、PWG 光栅或 ESC/P 文件")
  }
}

import Diagnostics

/// What this module says of raw connections.
extension Wording {
  static let rawForms = Message(
    "printer.raw-forms", en: "write socket://host:port or socket://host:port/?waiteof=false",
    zh: "请写 socket://主机:端口 或 socket://主机:端口/?waiteof=false")

  static func saysNothing(_ uri: String) -> Message {
    Message(
      "printer.says-nothing", en: "\(uri) takes bytes and answers no questions",
      zh: "\(uri) 只接收数据，不能应答查询")
  }

  static let askByIPP = Message(
    "printer.ask-by-ipp", en: "name an ipp:// address or a queue", zh: "请指定 ipp:// 地址或队列")

  static let needsRaw = Message(
    "printer.needs-raw", en: "a raw connection carries the printer's own language only",
    zh: "直连端口只能传送打印机自身语言的数据")

  static let oneCopy = Message(
    "printer.one-copy", en: "a raw connection carries one copy; send the next one by itself",
    zh: "直连端口每次只打印一份，请逐份发送")

  static let broken = Message(
    "printer.broken", en: "the connection broke while the data went out; look at the paper",
    zh: "数据发送中连接中断，请查看纸张")

  static let stalled = Message(
    "printer.stalled", en: "the printer took no more data; look at the paper",
    zh: "打印机不再接收数据，请查看纸张")

  static func taken(_ count: Int, of total: Int) -> String { "\(count)/\(total) bytes" }
}

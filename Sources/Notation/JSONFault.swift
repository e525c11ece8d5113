import Diagnostics

/// The first place at which a text stops being JSON.
struct JSONFault: Error {
  let line: Int
  let column: Int
  let message: Message
}

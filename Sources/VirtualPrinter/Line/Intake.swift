/// A request as it comes in, piece by piece.
struct Intake {
  private var bytes: [UInt8] = []
  private var documentOffset = 0
  private var isHopeless = false

  /// The message in front of the document, as soon as all of it is there.
  private(set) var message: WireMessage?

  /// How many bytes are there.
  var count: Int { bytes.count }

  /// The bytes behind the message.
  var document: [UInt8] { Array(bytes[min(documentOffset, bytes.count)...]) }

  /// Whether any byte of the document is there.
  var hasDocument: Bool { message != nil && bytes.count > documentOffset }

  /// Adds what came in; whether that completed the message.
  mutating func add(_ piece: [UInt8]) -> Bool {
    bytes += piece
    guard message == nil, !isHopeless else { return false }
    do throws(WireFault) {
      (message, documentOffset) = try WireMessage.read(bytes)
      return true
    } catch {
      isHopeless = error != .truncated
      return false
    }
  }
}

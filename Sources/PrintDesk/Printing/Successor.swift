package import Certificates

/// The particulars of the original that takes another's place.
package struct Successor: Hashable, Sendable {
  /// The new output's id.
  package let id: String
  /// Whether on paper or as a file.
  package let kind: Output.Kind
  /// Its own serial, which no original ever had.
  package let serial: String
  /// The caller's key.
  package let requestKey: String
  /// When it is reserved, in seconds since 1970.
  package let moment: Int
  /// That day by the site's calendar.
  package let day: CalendarDate
  /// The device profile it is set for.
  package let device: String
  /// The ids of the seals and signatures on it by the role of each.
  package let seals: [String: String]

  /// Particulars of an original.
  package init(
    id: String, kind: Output.Kind, serial: String, requestKey: String, moment: Int,
    day: CalendarDate, device: String, seals: [String: String]
  ) {
    precondition(kind.isOriginal, "only an original takes an original's place")
    self.id = id
    self.kind = kind
    self.serial = serial
    self.requestKey = requestKey
    self.moment = moment
    self.day = day
    self.device = device
    self.seals = seals
  }

  /// The output after one of the same certificate.
  func output(after older: Output) -> Output {
    Output(
      id: id, number: older.number, contentHash: older.contentHash, kind: kind, serial: serial,
      revision: older.revision + 1, requestKey: requestKey, moment: moment, day: day,
      device: device, seals: seals)
  }
}

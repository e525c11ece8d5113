package import Certificates

/// A printer as the register names it.
package struct DeskPrinter: Hashable, Sendable {
  /// Its name, such as `counter-2`; burned passes and trays name it for ever.
  package let name: String
  /// Where it is: `ipp://host/path`, `socket://host`, or the name of a queue of the CUPS server.
  package let address: String
  /// Its device profile of `printers/`.
  package let profile: String
  /// Whose it is: an enterprise's own or the chamber's (S2-125).
  package let place: Approval.PrintPlace
  /// The folder in which the guard of its queue keeps its journal; `nil` for a printer without a guard.
  package let journal: String?

  /// A printer from its particulars.
  package init(
    name: String, address: String, profile: String, place: Approval.PrintPlace,
    journal: String? = nil
  ) {
    self.name = name
    self.address = address
    self.profile = profile
    self.place = place
    self.journal = journal
  }

  /// Whether a text can be a printer's name: small letters, digits and hyphens, at most 40.
  package static func isName(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count) && !text.hasPrefix("-")
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }
}

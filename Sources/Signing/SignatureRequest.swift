package import Measures

/// What a signature says about itself, and where it stands.
package struct SignatureRequest: Sendable {
  /// Where a viewer shows the signature when it is clicked; nothing is drawn there.
  package struct Place: Sendable {
    /// The page by its place in the file, from 0.
    package let page: Int
    /// From the top left of the paper; over the issuing body's seal.
    package let frame: Rect

    /// A place from its page and its frame on it.
    package init(page: Int, frame: Rect) {
      self.page = page
      self.frame = frame
    }
  }

  /// Where the signature stands; `nil` for one that is on no page.
  package let place: Place?
  /// The time that the signer claims.
  package let moment: Moment
  /// Why it is signed.
  package let reason: String
  /// Where it is signed.
  package let location: String

  /// A request from its parts.
  package init(place: Place?, moment: Moment, reason: String, location: String) {
    self.place = place
    self.moment = moment
    self.reason = reason
    self.location = location
  }
}

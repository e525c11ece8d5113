/// Where and when a box is signed.
package struct PlaceAndDate: Hashable, Sendable {
  /// The place, such as `BEIJING,CHINA`.
  package var place: String?
  /// The day of signing.
  package var date: CalendarDate?

  /// A place and date, each of which may still be missing.
  package init(place: String? = nil, date: CalendarDate? = nil) {
    self.place = place
    self.date = date
  }
}

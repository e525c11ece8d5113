package import Devices

/// The length of forms on record: how much longer they are than stated, for one tray and stock.
package typealias KeptFormPitch = KeptFit<FormPitchPlace, FormPitchFit, FormReading>

extension KeptFormPitch {
  /// A new one, which no second run has confirmed yet.
  package init(
    _ fit: FormPitchFit, from readings: [FormReading], at place: FormPitchPlace, by act: Act
  ) {
    self.init(
      fit, from: readings.sorted { $0.form < $1.form }, at: place, by: act, confirmed: nil,
      doubt: .unchecked)
  }
}

package import Certificates
import Devices

extension SealMode {
  /// The device profile that certificates are set for when none is named: special forms are printed by pins
  /// (S2-131).
  package var usualDevice: String {
    self == .specialForm ? DeviceCatalogue.defaultImpactName : DeviceCatalogue.defaultName
  }
}

extension Policies {
  /// The device profile that a certificate is set for when none is named.
  package func usualDevice(of certificate: Certificate) -> String {
    sealMode(
      form: certificate.form, destination: certificate.destination, day: certificate.day
    ).usualDevice
  }
}

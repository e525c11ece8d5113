/// Operations of RFC 8011 section 5.4.15 that this printer does.
package enum WireOperation: UInt16, CaseIterable, Sendable {
  case printJob = 0x02
  case validateJob = 0x04
  case createJob = 0x05
  case sendDocument = 0x06
  case cancelJob = 0x08
  case getJobAttributes = 0x09
  case getJobs = 0x0A
  case getPrinterAttributes = 0x0B
  case holdJob = 0x0C
  case releaseJob = 0x0D
  case pausePrinter = 0x10
  case resumePrinter = 0x11
  /// RFC 8011's successor registry: PWG 5100.13 section 5.4.
  case identifyPrinter = 0x3C
}

/// Status codes of RFC 8011 appendix B that this printer answers.
package enum WireStatus: UInt16, Sendable {
  case ok = 0x0000
  case okIgnored = 0x0001
  case badRequest = 0x0400
  case notPossible = 0x0404
  case notFound = 0x0406
  case documentFormat = 0x040A
  case attributesOrValues = 0x040B
  case charset = 0x040D
  case compression = 0x040F
  case operation = 0x0501
  case version = 0x0503
}

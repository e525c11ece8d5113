/// The operations this program asks for, by their IPP code (RFC 8011 section 5.4.15, CUPS).
package enum IPPOperation: Int, Sendable {
  case printJob = 0x0002
  case validateJob = 0x0004
  case createJob = 0x0005
  case sendDocument = 0x0006
  case cancelJob = 0x0008
  case getJobAttributes = 0x0009
  case getJobs = 0x000A
  case getPrinterAttributes = 0x000B
  case cupsGetDefault = 0x4001
  case cupsGetPrinters = 0x4002
}

import ArgumentParser
import Office
import PrintDesk
import Printers

/// What every command of the office takes.
struct OfficeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Folder of register, seals, keys and log.", valueName: "dir"))
  var data: String?

  @OptionGroup var shared: SharedOptions

  /// The office of the data folder, which is made when it is not there.
  func office() throws -> FrontOffice {
    try FrontOffice(
      press: Press(shared), folder: Outside.dataFolder(stated: data), makes: true)
  }

  /// The office of the data folder; `nil` where there is none.
  func existingOffice() throws -> FrontOffice? {
    let folder = Outside.dataFolder(stated: data)
    guard FrontOffice.exists(in: folder) else { return nil }
    return try FrontOffice(press: Press(shared), folder: folder, makes: false)
  }

  /// Where a printer is: by the name that the desk has for it, else as it was typed.
  func address(of printer: String, on server: CUPSServer) async throws -> PrinterAddress {
    let printers = try await existingOffice().map { PrinterCare($0.context) }?.all() ?? []
    let known = printers.first { $0.name == printer }
    return try PrinterAddress(parsing: known?.address ?? printer, server: server)
  }
}

import ArgumentParser

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
}

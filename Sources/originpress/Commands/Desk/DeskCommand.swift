import ArgumentParser

/// `desk`: printed originals, duplicates and copies, and what became of their sheets.
struct DeskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract:
      "The print desk: what waits, what became of each sheet, reprints, duplicates, copies.",
    discussion: """
      Nothing is ever sent to a printer twice. A sheet counts when somebody has looked at it; a sheet that
      is not good makes its output void, and the original gets a new serial.

      EXAMPLES
        originpress issue 26C1100B0001/00001 --to counter-2 --operator li
        originpress desk confirm O-00000001 --typed 0001 --operator li     打印成功
        originpress desk jam O-00000002 --operator li                      卡纸
        originpress desk print O-00000003 --to counter-2 --operator li     the replacement
        originpress desk report --json
      """,
    subcommands: [
      DeskQueueCommand.self, DeskStatusCommand.self, DeskPrintCommand.self,
      DeskConfirmCommand.self, DeskTurnedCommand.self, DeskJamCommand.self, DeskVoidCommand.self,
      DeskRequestCommand.self, DeskReviewCommand.self, DeskReprintCommand.self,
      DeskResetCommand.self, DeskDuplicateCommand.self, DeskCopyCommand.self,
      DeskPlaceCommand.self, DeskSelfPrintCommand.self, DeskHoldCommand.self,
      DeskResumeCommand.self, DeskReportCommand.self, DeskEventsCommand.self,
    ])
}

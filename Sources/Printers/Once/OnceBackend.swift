package import Foundation

/// The guard backend `once`: a CUPS queue behind it gives a job to its printer at most once.
///
/// CUPS runs a job's backend again after a restart, a pause, an error or by Restart-Job, and prints
/// its sheets again. Under `device-uri` `once:/REAL-URI` the first run leaves a file named by the
/// job-uuid in the journal, on disk before the real backend starts; any other run ends the job.
package enum OnceBackend {
  /// The scheme, and the program's name in CUPS's folder of backends.
  package static let name = "once"

  /// Where Debian's CUPS looks for backends.
  package static let usualFolder = URL(filePath: "/usr/lib/cups/backend")
  /// Where the journal is kept unless stated.
  package static let usualJournal = URL(filePath: "/var/lib/originpress/once")

  /// The `device-uri` of a queue that prints to the real URI at most once.
  package static func uri(for real: String) -> String { "\(name):/\(real)" }

  /// The program, for `/bin/sh`.
  ///
  /// - Parameter journal: the journal's folder, absolute.
  /// - Returns: the text of the script.
  package static func script(journal: String) -> String {
    template.replacing("@JOURNAL@", with: "'" + journal.replacing("'", with: #"'\''"#) + "'")
  }

  /// Puts the program where CUPS looks for it, and makes the journal's folder.
  ///
  /// As root the folder is given to the user that CUPS runs backends as.
  ///
  /// - Parameters:
  ///   - backends: CUPS's folder of backends.
  ///   - journal: the journal's folder, absolute.
  ///   - user: the user that backends run as; Debian's is `lp`.
  /// - Throws: ``PrinterError/Code/programFailed`` when a file cannot be written.
  package static func install(
    in backends: URL = usualFolder, journal: URL = usualJournal, user: String = "lp"
  ) throws(PrinterError) {
    let files = FileManager.default
    let folder = journal.path(percentEncoded: false)
    let program = backends.appending(path: name)
    do {
      try files.createDirectory(
        at: journal, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
      if geteuid() == 0 {
        try files.setAttributes([.ownerAccountName: user], ofItemAtPath: folder)
      }
      try Data(script(journal: folder).utf8).write(to: program, options: .atomic)
      try files.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: program.path(percentEncoded: false))
    } catch {
      throw PrinterError(.programFailed, Wording.programFailed(name), cause: "\(error)")
    }
  }

  /// The program with a mark for the journal.
  ///
  /// Status 5 ends the job whatever the queue's error policy (backend(7)). `sync` with names is an
  /// fsync of each (GNU coreutils). Files 3 and 4 are CUPS's channels to a backend.
  private static let template = #"""
    #!/bin/sh
    # once: gives each job of a CUPS queue to the real backend at most once.
    # The queue's device-uri is once:/ and the real URI, such as once:/ipp://printer.example/ipp/print.
    # The journal has one file for each job, named by its job-uuid: a line "started TIME QUEUE JOB",
    # and "ended STATUS TIME" when the real backend ended. Without that line nobody knows.
    set -u
    journal=@JOURNAL@

    if [ $# -eq 0 ]; then
      echo 'direct once "Unknown" "A printer that gets each job at most once"'
      exit 0
    fi

    refuse() {
      echo "ERROR: $1" >&2
      exit 5
    }

    uuid=$(printf '%s\n' "$5" | sed -n 's/.*job-uuid=urn:uuid:\([0-9a-fA-F-]\{36\}\).*/\1/p')
    [ -n "$uuid" ] || refuse 'the job has no job-uuid'
    real=${DEVICE_URI#once:/}
    scheme=${real%%:*}
    case $scheme in
      '' | once | *[!a-z0-9+.-]*) refuse "no printer's URI in $DEVICE_URI" ;;
    esac

    umask 027
    entry=$journal/$uuid
    (set -C; printf 'started %s %s %s\n' "$(date +%s)" "${PRINTER:-?}" "$1" >"$entry") 2>/dev/null ||
      refuse "job $uuid was started before, or the journal cannot be written"
    sync "$entry" "$journal" || refuse 'the journal cannot be kept on disk'

    DEVICE_URI=$real
    export DEVICE_URI
    exec 9<&0
    "$CUPS_SERVERBIN/backend/$scheme" "$@" <&9 9<&- &
    child=$!
    exec 9<&-
    trap 'kill -TERM $child' TERM
    wait $child
    status=$?
    # A signal ends the wait, not the child.
    while kill -0 $child 2>/dev/null; do
      wait $child
      status=$?
    done
    printf 'ended %s %s\n' "$status" "$(date +%s)" >>"$entry"
    sync "$entry"
    [ "$status" -eq 0 ] || refuse "the printer's program ended with $status"

    """#
}

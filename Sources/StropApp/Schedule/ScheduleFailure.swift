/// Why the schedule could not be changed; it is as it was.
package enum ScheduleFailure: Error, Hashable {
  /// There is no `crontab` program.
  case noCrontab
  /// There is no `systemctl` program.
  case noSystemd
  /// A unit of this name is there that strop did not write.
  case foreignUnit(path: String)
  /// `crontab` or `systemctl` refused, with the line that it printed.
  case refused(String)
  /// A path with a newline cannot stand in a crontab.
  case newlineInPath(String)
  /// systemd starts no program whose path has quotes or backslashes.
  case unusableName(String)
  /// Cron accepts lines of at most 998 bytes.
  case lineTooLong(bytes: Int)
  /// Only one of the block's two marks is there.
  case unpairedMark
  /// The block is there more than once.
  case duplicateBlocks
  /// The crontab holds bytes that are not UTF-8, which writing it back would damage.
  case notUTF8
  /// The crontab cannot be read byte for byte, so that writing it back might damage it.
  case notReadable
  /// What was read back is not what was written; the crontab is what another program made of it.
  case notWritten
  /// Another process is changing the crontab.
  case locked
}

import Foundation

/// Writes a program and waits until nobody has it open for writing.
///
/// Tests run side by side: a process that one of them starts while another one writes holds the file for a
/// moment, and Linux refuses to run it then ("Text file busy").
package func writeProgram(_ text: String, to path: String) throws {
  try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  chmod(path, 0o755)
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  defer { close(descriptor) }
  // Only a file that nobody writes to can be leased for reading. Linux's own call, 1024 in fcntl.h.
  let setLease: Int32 = 1_024
  while fcntl(descriptor, setLease, F_RDLCK) != 0, errno == EAGAIN { usleep(1_000) }
  _ = fcntl(descriptor, setLease, F_UNLCK)
}

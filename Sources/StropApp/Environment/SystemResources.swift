import Glibc
package import SystemPackage

/// What the system must still give to a process: threads, open files, memory.
///
/// Swift's concurrency and swift-subprocess wait for ever for a thread that cannot be made, and trap where
/// they cannot open a file. So what they will take is asked for once before, and given back.
package struct SystemResources: Sendable {
  /// Beside those that there are.
  let threads: Int
  /// Beside those that are open.
  let files: Int
  /// In bytes.
  let memory: Int

  /// What every command takes: a thread that runs it, and Dispatch's files to wait with.
  package static let command = SystemResources(threads: 4, files: 6, memory: 0)
  /// What starting another program takes: threads that start it, read from it and wait for it, and what
  /// it prints.
  static let program = SystemResources(threads: 6, files: 20, memory: 48 << 20)

  /// - Throws: the first that is not to be had.
  package func require() throws(Errno) {
    try requireFiles()
    try requireThreads()
    guard memory > 0 else { return }
    guard let room = malloc(memory) else { throw .noMemory }
    free(room)
  }

  private func requireFiles() throws(Errno) {
    var opened: [CInt] = []
    defer { for descriptor in opened { close(descriptor) } }
    for _ in 0..<files {
      let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Errno(rawValue: errno) }
      opened.append(descriptor)
    }
  }

  /// All are there at once, each waiting for the gate to open.
  private func requireThreads() throws(Errno) {
    let gate = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    pthread_mutex_init(gate, nil)
    pthread_mutex_lock(gate)
    var started: [pthread_t] = []
    defer {
      pthread_mutex_unlock(gate)
      for thread in started { pthread_join(thread, nil) }
      pthread_mutex_destroy(gate)
      gate.deallocate()
    }
    for _ in 0..<threads {
      var thread = pthread_t()
      let problem = pthread_create(
        &thread, nil,
        { gate in
          guard let gate = gate?.assumingMemoryBound(to: pthread_mutex_t.self) else { return nil }
          pthread_mutex_lock(gate)
          pthread_mutex_unlock(gate)
          return nil
        }, gate)
      guard problem == 0 else { throw Errno(rawValue: problem) }
      started.append(thread)
    }
  }
}

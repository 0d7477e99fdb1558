import StropCore
import Synchronization
import Testing

@testable import StropApp

struct ProgressMeterTests {
  private func shown(
    delay: Duration, _ body: (ProgressMeter) -> Void
  ) -> [WorkProgress?] {
    let shown = Mutex<[WorkProgress?]>([])
    let meter = ProgressMeter({ progress in shown.withLock { $0.append(progress) } }, delay: delay)
    body(meter)
    meter.end()
    return shown.withLock(\.self)
  }

  private func folding(_ done: Int64) -> WorkProgress { WorkProgress(.folding, done, of: 9_000) }

  @Test func `what is done before anybody wonders says nothing, and takes nothing back`() {
    let shown = shown(delay: .seconds(3_600)) { meter in
      for done in 0..<9_000 { meter.tell(folding(Int64(done))) }
      meter.tell(WorkProgress(.checking, 0, of: 1_000_000))
    }
    #expect(shown.isEmpty)
  }

  @Test func `what takes long is told now and then, and taken back`() {
    let shown = shown(delay: .zero) { meter in
      for done in 0..<9_000 { meter.tell(folding(Int64(done))) }
    }
    #expect(shown.first == folding(0))
    #expect(shown.last == .some(nil))
    #expect(shown.count < 9_000 / 10)
  }

  @Test func `the check of a large database is told at once, since it tells no more`() {
    let check = WorkProgress(.checking, 0, of: 130_000_000)
    #expect(shown(delay: .seconds(3_600)) { $0.tell(check) } == [check, nil])
  }
}

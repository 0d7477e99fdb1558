import StropCore
import Testing

struct MinutesTests {
  @Test(arguments: [
    ("45", 45), ("45m", 45), ("45M", 45), ("45min", 45), ("1", 1), ("1440", 1_440), ("1h", 60),
    ("1H", 60), ("24h", 1_440), ("1h30", 90), ("1h30m", 90), ("1h5", 65), ("1h05m", 65),
    ("0h45", 45), ("45分", 45), ("45分钟", 45), ("1小时", 60), ("1小时30", 90), ("1小时30分", 90),
    ("1小时30分钟", 90), ("045", 45),
  ])
  func `lengths of practice read in both languages`(text: String, minutes: Int) {
    #expect(Minutes.parse(text) == minutes)
  }

  @Test(arguments: [
    "", "m", "h", "hm", "1hm", "h30", "0", "0m", "0h", "0h0", "1441", "24h1", "25h", "1h60",
    "1h-5", "-45", "+45", "1.5h", "1,5", "45s", "45mm", "m45", "1h30h", "1m30", "45 m",
    "forty-five", "99999999999999999999", "４５", "小时", "分",
  ])
  func `anything else, or out of range, is refused`(text: String) {
    #expect(Minutes.parse(text) == nil)
  }
}

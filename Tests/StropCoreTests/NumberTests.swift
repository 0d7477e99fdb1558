import StropCore
import Testing

struct NumberTests {
  @Test(arguments: [
    ("0.6931", 0.6931), ("-5", -5), ("1e-3", 0.001), ("+2", 2), ("1,557,611,200", 1_557_611_200),
    ("-1,000.5", -1_000.5), ("12,345", 12_345),
  ])
  func `a number is read as people print it`(text: String, number: Double) {
    #expect(Number.parse(text) == number)
  }

  @Test(arguments: [
    "", "nan", "inf", "1e999", "0x10", "1,55", ",100", "1,,000", "1,0000", "1.000,5", "一", "1 000",
    "1234,567", "-,100", "5%",
  ])
  func `what is none is refused`(text: String) { #expect(Number.parse(text) == nil) }
}

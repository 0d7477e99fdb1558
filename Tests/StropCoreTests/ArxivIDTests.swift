import StropCore
import Testing

struct ArxivIDTests {
  @Test(arguments: [
    "2305.18290", "2305.18290v2", "arXiv:2305.18290", "ARXIV:2305.18290v11",
    "https://arxiv.org/abs/2305.18290", "http://www.arxiv.org/pdf/2305.18290v3.pdf",
    "https://arxiv.org/pdf/2305.18290", "https://arxiv.org/abs/2305.18290v1#S3",
    "https://export.arxiv.org/abs/2305.18290?context=cs", "https://arxiv.org/html/2305.18290v2/",
    "https://doi.org/10.48550/arXiv.2305.18290", "10.48550/ARXIV.2305.18290",
    "https://huggingface.co/papers/2305.18290", "https://ar5iv.org/abs/2305.18290",
  ])
  func `every way to write an id names one paper`(_ text: String) {
    #expect(ArxivID.parse(text) == "2305.18290")
  }

  @Test func `ids of before 2007, and of four digits`() {
    #expect(ArxivID.parse("https://arxiv.org/abs/math.GT/0309136v1") == "math.GT/0309136")
    #expect(ArxivID.parse("cs/0112017") == "cs/0112017")
    #expect(ArxivID.parse("1406.2661v1") == "1406.2661")
  }

  @Test(arguments: [
    "", "2305", "2313.18290", "2305.182901", "https://example.com/abs/2305.18290",
    "https://arxiv.org", "https://arxiv.org/list/cs.LG/new", "https://github.com/a/2305.18290",
    "a/b/0309136", "3/0309136", "2305.18290v", "https://doi.org/10.1145/3366423", "-2305.18290",
  ])
  func `anything else is none`(_ text: String) {
    #expect(ArxivID.parse(text) == nil)
  }

  @Test func `an id says its month`() {
    #expect(ArxivID.month(of: "2305.18290") == Day(iso: "2023-05-01"))
    #expect(ArxivID.month(of: "0704.0001") == Day(iso: "2007-04-01"))
    #expect(ArxivID.month(of: "hep-th/9901001") == Day(iso: "1999-01-01"))
    #expect(ArxivID.month(of: "math.GT/0309136") == Day(iso: "2003-09-01"))
    #expect(ArxivID.month(of: "7k3fq0x9ab") == nil)
  }
}

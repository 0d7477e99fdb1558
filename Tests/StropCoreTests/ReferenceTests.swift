import StropCore
import Testing

struct ReferenceTests {
  @Test(arguments: [
    ("arxiv:2305.18290", Reference.arxiv("2305.18290")), ("arxiv:0706.1234", .arxiv("0706.1234")),
    ("doi:10.1145/3292500.3330701", .doi("10.1145/3292500.3330701")),
    ("url:https://example.org/a:b", .url("https://example.org/a:b")),
    ("url:http://example.org", .url("http://example.org")),
    (
      "github:NVIDIA/Megatron-LM@0c39d94:megatron/core/optimizer.py",
      .github(
        repository: "NVIDIA/Megatron-LM",
        commit: "0c39d94",
        path: "megatron/core/optimizer.py"
      )
    ),
    (
      "github:karpathy/nanoGPT:train.py",
      .github(repository: "karpathy/nanoGPT", commit: nil, path: "train.py")
    ),
    ("github:a/b:c:d", .github(repository: "a/b", commit: nil, path: "c:d")),
  ])
  func `references read`(text: String, reference: Reference) {
    #expect(Reference(text) == reference)
  }

  @Test(arguments: [
    "", "arxiv", "arxiv:", "2305.18290", "arxiv:2305.18290v2", "arxiv:2313.18290",
    "arxiv:2300.1829",
    "arxiv:hep-th/9901001", "arxiv:2305.182900", "arxiv: 2305.18290", "doi:11.1145/1",
    "doi:10.1145",
    "url:ftp://example.org", "url:example.org", "url:https://a b", "github:nanoGPT:train.py",
    "github:a/b/c:d", "github:a/b", "github:a/b:", "github:a/b@x@y:c", "isbn:123",
    "ARXIV:2305.18290",
  ])
  func `anything else is refused`(text: String) {
    #expect(Reference(text) == nil)
  }

  @Test(arguments: [
    ("arxiv:2305.18290", "https://arxiv.org/abs/2305.18290"),
    ("doi:10.1145/3292500.3330701", "https://doi.org/10.1145/3292500.3330701"),
    ("doi:10.1002/(sici)1<2;3#4?5%6", "https://doi.org/10.1002/(sici)1%3C2%3B3%234%3F5%256"),
    (
      "github:NVIDIA/Megatron-LM@0c39d94:megatron/core/optimizer.py",
      "https://github.com/NVIDIA/Megatron-LM/blob/0c39d94/megatron/core/optimizer.py"
    ),
    ("github:a/b:c.py#L3-L9", "https://github.com/a/b/blob/HEAD/c.py#L3-L9"),
    ("github:a/b:笔记.md", "https://github.com/a/b/blob/HEAD/%E7%AC%94%E8%AE%B0.md"),
    ("url:https://example.org/a;b?c=d", "https://example.org/a;b?c=d"),
  ])
  func `each kind of reference has an address on the web`(text: String, url: String) {
    #expect(Reference(text)?.url == url)
  }

  @Test(arguments: [
    ("2305.18290", true), ("0704.0001", true), ("1412.6980", true), ("2300.18290", false),
    ("2313.18290", false), ("2305.182", false), ("2305.182901", false), ("2305,18290", false),
    ("230.18290", false), ("2305.1829x", false), ("", false), (".", false), ("2305.18290.1", false),
  ])
  func `an arXiv id has a month and a number`(text: String, isArxiv: Bool) {
    #expect(Reference.isArxiv(text) == isArxiv)
  }
}

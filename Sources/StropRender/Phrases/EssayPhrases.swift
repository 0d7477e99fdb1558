import StropCore

// The essay is Chinese, and so are its words that the curriculum quotes.
extension PhraseBook {
  /// What words of the essay mean, marked as a translation; nil in Chinese, and for words that are not the essay's.
  package func translation(ofQuote quote: String) -> String? {
    guard language == .english else { return nil }
    return PhraseBook.quotes[quote].map { "translated: “\($0)”" }
  }

  private static let quotes = [
    "没有几个人研究过 DPO、PPO、MOE": "hardly anybody has studied DPO, PPO, MoE",
    "没有几个人用过 megatron、deepspeed": "hardly anybody has used Megatron or DeepSpeed",
    "没有几个人知道 reward_model 怎么训": "hardly anybody knows how a reward model is trained",
    "debug 代码的能力": "the ability to debug code",
    "鉴别论文价值的能力": "the ability to judge what a paper is worth",
    "复现开源项目的能力": "the ability to reproduce open-source projects",
    "sft 数据要追求质量而不是数量": "SFT data is a matter of quality, not of quantity",
    "真心建议大家可以利用周末多学学习跑跑实验":
      "my honest advice: use your weekends to study and to run experiments",
    "数据 piepeline": "data pipelines",
    "花大价钱清洗才能运转": "it runs only once a lot of money has gone into cleaning",
    "向我的领导、未来的面试官证明一件事":
      "to prove one thing to my boss and to the interviewer to come",
    "未来的面试官证明一件事": "to prove one thing to the interviewer to come",
    "领导看见我工作时间读论文会感到满意": "my boss is pleased to see me reading papers at work",
    "我有能力去复现最新的技术成果": "I am able to reproduce the latest results",
    "我愿意去研究最新的技术方向": "I am willing to study the newest directions",
    "以应用为导向会是 llm 的必由之路": "being led by applications is the road that LLMs must take",
    "Meta / OpenAI / Google 的新技术报告": "the new technical reports of Meta, OpenAI and Google",
    "这 10% 的工作不想自己亲手做": "the 10% of the work that one would rather not do by hand",
    "跟随新的前沿技术": "to follow the new frontier",
    "记不住的正则命令我不需要再搜了":
      "the regular expressions that I could never remember, I need not look up any more",
    "让他写十篇你选一篇": "have it write ten, and choose one",
    "认知和能力不要被他们甩开太远":
      "not to be left too far behind them in understanding and ability",
    "眼下的工作大概率都会像 BERT 一样成为时代的眼泪":
      "most of today's work will, like BERT, be a thing one sheds a tear for",
    "爬数据和洗数据": "crawling data and cleaning it",
    "没学过 go 语言的我敢直接写用于上线的代码":
      "without having learnt Go, I dare to write code for production",
    "每天都在讨论新的 idea": "new ideas are discussed every day",
    "同事之间每天都在讨论新的 idea": "colleagues discuss new ideas every day",
    "有卡用,就领先了大多数的同行": "whoever has GPUs to use is ahead of most of the field",
    "无休止的优化训练框架": "endless tuning of the training framework",
    "我们只需要再加上自己的筛选或简单修改":
      "all that is left for us is to select, or to change a little",
    "很明显已经开始和我们拉开距离了": "they have clearly begun to pull ahead of us",
    "学不会的 pandas 终于不用再学了": "pandas, which I could not learn, I no longer have to",
    "公司租着 4W / 月(1机8卡,粗略估计)的机器":
      "the company rents a machine of 8 GPUs for 40,000 yuan a month, at a rough guess",
    "会训出一个 BERT": "being able to train a BERT",
    "与各种大佬讨论对于 LLM 的认知和实验结果":
      "to discuss with all sorts of experts how one understands LLMs, and what experiments gave",
    "不会用 ChatGPT 提高生产效率的,真的会最先被淘汰":
      "who cannot use ChatGPT to get more done really will be the first to go",
    "不会前端的我敢答应领导说我会给个简单 demo":
      "knowing no front-end, I dare to promise my boss a simple demo",
    "一个新人可以和工作十年的 nlp 从业人员进行激烈辩论":
      "a newcomer can argue hotly with somebody who has done NLP for ten years",
    "shell 语言的冷门命令也能信手拈来了": "even the rare commands of the shell come easily now",
    "llm 是生产力工具": "an LLM is a tool to get things done",
    "deepseek、qwen等团队": "the teams of DeepSeek, Qwen and others",
    "1机8卡": "one machine, 8 GPUs",
  ]
}

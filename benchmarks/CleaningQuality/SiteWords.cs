namespace Pipeline.Benchmarks.CleaningQuality;

/// <summary>The words of a site around its articles, in one script.</summary>
internal sealed record SiteWords
{
    public static readonly SiteWords Simplified = new()
    {
        Channels = ["首页", "新闻", "财经", "科技", "体育", "娱乐", "汽车", "房产", "教育", "军事", "健康", "旅游", "图片", "视频", "评论"],
        Headlines = ["某公司新品的五个看点，一文读懂它的价格", "某市出台新规，十个问题看懂", "周末去哪儿：三条路线的花费", "三地房价继续下行，二手房成交回升", "专家：今年粮食产量有望再创新高", "一张图看懂上半年的外贸数据", "球队连胜七场，主帅谈夺冠目标", "新片首周票房突破两亿，口碑两极"],
        Summaries = ["多家公司近日披露了三季度业绩，营收增速普遍放缓，行业进入调整期，机构提醒关注现金流的变化。", "随着天气转凉，各地的羽绒服销量上升，部分品牌的价格比去年上涨了两成，消费者称性价比不高。", "记者走访多个楼盘发现，看房的人比上个月多了三成，但成交依然集中在总价三百万元以下的房源。", "研究人员说，新材料的成本只有原来的一半，明年就可以量产，首批产品将用于低空飞行器。"],
        Opinions = ["写得很实在，数字都有出处，比那些标题党强多了，希望以后多一些这样的报道。", "我家门口那个就是这样，排队排了两个小时，价格还比去年贵了五块钱。", "说得好听，落到实处的有几个？去年也是这么讲的，结果呢。", "支持一下，希望明年能扩大到我们这边，大家都在等。", "数据是不是有问题，和上个月公布的对不上，差了将近一成。"],
        Readers = ["读者甲", "江边的风", "user_8812"],
        LinkHeadings = ["热点", "排行榜", "今日热词", "大家都在看"],
        SummaryHeadings = ["推荐", "更多内容", "看看别人在读什么", "编辑精选"],
        CommentHeadings = ["网友评论", "最新评论（128）", "全部留言", "跟帖"],
        Reply = "回复",
        Place = "您的位置：<a href='/'>首页</a> &gt; <a href='/a'>新闻</a> &gt; 正文",
        About = "<h3>关于本站</h3><p>本站成立于2001年，是国内较早的财经新闻门户，内容覆盖证券、基金、期货、保险、银行等领域，每日发布稿件超过两千篇，服务读者超过五千万。</p>",
        Advertisements = ["<div><a href='https://ads.example.org/1'>限时优惠：全场五折，点击领取</a></div>", "<div><a href='https://ads.example.org/2'><img src='ad.jpg'></a></div>", "<p><a href='/app'>打开客户端，阅读体验更佳</a></p>", "<script>showAd(1)</script><div>广告</div>"],
        Shares = ["<div>分享到：<ul><li><a href='#'>微信</a></li><li><a href='#'>微博</a></li><li><a href='#'>QQ空间</a></li></ul></div>", "<div><a href='#'>打印</a> <a href='#'>收藏</a> 字号：<a href='#'>大</a> <a href='#'>中</a> <a href='#'>小</a></div>", ""],
        Tails = ["<p>（责任编辑：李某）</p>", "<p>责任编辑：李某_NB1</p>", "<p>【编辑：李某】</p>", "<p>延伸阅读</p><p><a href='/r'>另一条新闻的标题</a></p>", "<p>免责声明：本文仅代表作者观点，与本站无关。</p>", "<p>更多精彩资讯请关注本站公众号</p>", ""],
        Footer = "<p>关于我们 | 联系方式 | 广告服务 | 网站地图</p><p>本网站所刊载信息，不代表本网观点。刊用本网站稿件，务经书面授权。页面更新于2026-05-06 07:08</p><p>Copyright 2001-2026 示例网 版权所有 京ICP备12345678号</p>",
        Pictures = ["<figure><img src='1.jpg'><figcaption>图：发布会现场</figcaption></figure>", "<p style='text-align: center'><img src='1.jpg'></p><p style='text-align: center'>发布会现场，摄影：李某</p>", "<p><img src='1.jpg'></p><p>▲工作人员在整理展品</p>", "<p><img src='1.jpg'></p>"],
        Notices = ["<p>本文系本站独家稿件，版权所有，未经书面授权不得转载，违者将依法追究责任，授权事宜请与本站联系。</p>", "<p>声明：本文仅代表作者个人观点，与本站无关，文中陈述与观点均由作者负责，请读者仅作参考，并自行核实相关内容。</p>", ""],
        TitleEnds = ["_示例新闻网", "-示例网", "--财经--示例网", " | 示例财经", ""],
    };

    public static readonly SiteWords Traditional = new()
    {
        Channels = ["首頁", "即時", "要聞", "財經", "科技", "體育", "娛樂", "社會", "地方", "生活", "國際", "兩岸", "影音", "專題", "評論"],
        Headlines = ["某公司新品的五個看點，一次讀懂價格", "新制下月上路，十個問題看懂", "週末去哪裡：三條路線的花費", "三地房價續跌，中古屋成交回升", "專家：今年稻米產量可望再創新高", "一張圖看懂上半年的出口數據", "球隊連勝七場，總教練談奪冠目標", "新片首週票房破億，口碑兩極"],
        Summaries = ["多家公司近日公布第三季業績，營收增幅普遍放緩，產業進入調整期，法人提醒留意現金流量的變化。", "天氣轉涼，各地羽絨衣銷量上升，部分品牌價格比去年貴了兩成，消費者直呼不划算。", "記者走訪多個建案發現，看屋的人比上個月多了三成，但成交仍集中在總價一千萬元以下的物件。", "研究團隊說，新材料的成本只有原來的一半，明年就能量產，首批產品將用於無人機。"],
        Opinions = ["寫得很實在，數字都有出處，比那些騙點閱的強多了，希望以後多一點這種報導。", "我家附近那間就是這樣，排隊排了兩個小時，價格還比去年貴了五十元。", "說得好聽，真的做到的有幾個？去年也是這樣講的，結果呢。", "支持一下，希望明年能擴大到我們這邊，大家都在等。"],
        Readers = ["讀者甲", "河邊的風", "user_8812"],
        LinkHeadings = ["熱門新聞", "排行榜", "今日話題", "大家都在看"],
        SummaryHeadings = ["推薦", "更多內容", "看看別人在讀什麼", "編輯精選"],
        CommentHeadings = ["網友留言", "最新留言（128）", "全部留言", "討論"],
        Reply = "回覆",
        Place = "您的位置：<a href='/'>首頁</a> &gt; <a href='/a'>要聞</a> &gt; 內文",
        About = "<h3>關於本站</h3><p>本站成立於2001年，是國內較早的財經新聞入口，內容涵蓋證券、基金、期貨、保險、銀行等領域，每天發布報導超過兩百篇，服務讀者超過五百萬。</p>",
        Advertisements = ["<div><a href='https://ads.example.org/1'>限時優惠：全館五折，點我領取</a></div>", "<div><a href='https://ads.example.org/2'><img src='ad.jpg'></a></div>", "<p><a href='/app'>下載APP，隨時掌握最新消息</a></p>", "<script>showAd(1)</script><div>廣告</div>"],
        Shares = ["<div>分享：<ul><li><a href='#'>LINE</a></li><li><a href='#'>Facebook</a></li><li><a href='#'>Twitter</a></li></ul></div>", "<div><a href='#'>列印</a> <a href='#'>收藏</a> 字級：<a href='#'>大</a> <a href='#'>中</a> <a href='#'>小</a></div>", ""],
        Tails = ["<p>延伸閱讀</p><p><a href='/r'>另一則新聞的標題</a></p>", "<p>責任編輯：李某</p>", "<p>看更多相關新聞</p><p><a href='/r'>另一則新聞的標題</a></p>", "<p>★示例時報關心您：再給自己一次機會</p><p>生命線：1995</p>", ""],
        Footer = "<p>關於我們 | 聯絡我們 | 廣告刊登 | 服務條款</p><p>本網站之文字、圖片，未經授權，不得轉載。頁面更新於2026-05-06 07:08</p><p>Copyright 2001-2026 示例新聞網 版權所有</p>",
        Pictures = ["<figure><img src='1.jpg'><figcaption>記者會現場。圖／示例社</figcaption></figure>", "<p><img src='1.jpg'></p><p>▲民眾排隊等候入場。（圖／翻攝畫面）</p>", "<p><img src='1.jpg'></p>"],
        Notices = ["<p>本網站之文字、圖片、影音，未經授權不得轉載、公開播送或公開傳輸及利用，違者將依法追訴。</p>", ""],
        TitleEnds = [" | 示例新聞網", " - 示例時報", " | 生活 | 示例新聞網", ""],
    };

    public required string[] Channels { get; init; }

    public required string[] Headlines { get; init; }

    public required string[] Summaries { get; init; }

    public required string[] Opinions { get; init; }

    public required string[] Readers { get; init; }

    public required string[] LinkHeadings { get; init; }

    public required string[] SummaryHeadings { get; init; }

    public required string[] CommentHeadings { get; init; }

    public required string Reply { get; init; }

    public required string Place { get; init; }

    public required string About { get; init; }

    public required string[] Advertisements { get; init; }

    public required string[] Shares { get; init; }

    public required string[] Tails { get; init; }

    public required string Footer { get; init; }

    public required string[] Pictures { get; init; }

    public required string[] Notices { get; init; }

    public required string[] TitleEnds { get; init; }
}

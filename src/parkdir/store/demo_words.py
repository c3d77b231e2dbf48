"""The words that fictional parks are made of. No real place, firm or document is meant."""

PLACES = (
    ("云岭", "Yunling"), ("星河", "Xinghe"), ("青禾", "Qinghe"), ("望江", "Wangjiang"), ("明湖", "Minghu"),
    ("松涛", "Songtao"), ("金桥", "Jinqiao"), ("凤栖", "Fengqi"), ("启航", "Qihang"), ("东篱", "Dongli"),
    ("瑞泽", "Ruize"), ("长风", "Changfeng"), ("碧岚", "Bilan"), ("鼎新", "Dingxin"), ("万象", "Wanxiang"),
    ("九章", "Jiuzhang"), ("朝阳里", "Chaoyangli"), ("南屏", "Nanping"), ("玉带", "Yudai"), ("景明", "Jingming"),
)  # fmt: skip

# zh, en, code of GB/T 4754—2017, cover
INDUSTRIES = (
    ("软件和信息技术服务", "Software and IT services", "I65", "data"),
    ("大数据与云计算", "Big data and cloud computing", "I64", "data"),
    ("电子信息制造", "Electronics", "C39", "data"),
    ("生物医药", "Biomedicine", "C27", "leaf"),
    ("智能装备制造", "Intelligent equipment", "C35", "plain"),
    ("新材料", "New materials", "C26", "plain"),
    ("新能源汽车零部件", "Parts for new-energy vehicles", "C36", "plain"),
    ("现代物流", "Modern logistics", "G59", "plain"),
    ("跨境电子商务", "Cross-border e-commerce", "F52", "data"),
    ("数字文创", "Digital culture and creativity", "R87", "frames"),
    ("检验检测", "Testing and inspection", "M74", "wave"),
    ("绿色食品加工", "Green food processing", "C14", "leaf"),
    ("人力资源服务", "Human-resources services", "L72", "plain"),
    ("工业设计", "Industrial design", "M74", "frames"),
    ("节能环保", "Energy saving and environment", "N77", "leaf"),
    ("医疗器械", "Medical devices", "C35", "wave"),
)

TYPES = (
    ("产业园", "Industrial Park", "specialised"), ("科技园", "Technology Park", "specialised"),
    ("创新中心", "Innovation Centre", "incubator"), ("总部大厦", "Headquarters Building", "building"),
    ("智造园", "Smart Manufacturing Park", "standard_factory"),
)  # fmt: skip

# group, category, zh, en, largest capacity (people) or None, largest area (m²)
FACILITIES = (
    ("business", "office", "标准办公区", "Offices", None, 30_000),
    ("business", "meeting", "多功能会议厅", "Multi-purpose hall", 500, 900),
    ("business", "meeting", "洽谈室", "Meeting rooms", 30, 80),
    ("business", "exhibition", "展示中心", "Exhibition centre", 300, 2_000),
    ("innovation", "research", "公共实验室", "Shared laboratory", None, 1_500),
    ("innovation", "training", "实训基地", "Training base", 200, 1_200),
    ("living", "dining", "职工食堂", "Canteen", 800, 1_800),
    ("living", "lodging", "人才公寓", "Apartments", 600, 12_000),
    ("living", "parking", "地下停车场", "Underground car park", None, 15_000),
    ("living", "sports", "运动馆", "Sports hall", 120, 1_600),
    ("utilities", "power", "双回路供电", "Two-circuit power supply", None, None),
    ("utilities", "network", "千兆光纤", "Gigabit fibre", None, None),
)

# kind, zh, en
POLICIES = (
    ("measures", "关于支持产业园区高质量发展的若干措施", "Measures for high-quality parks"),
    ("finance", "科技型企业贷款贴息办法", "Loan interest subsidies for technology firms"),
    ("talent", "高层次人才引进实施细则", "Rules for attracting senior talent"),
    ("rent", "载体房租减免办法", "Rent reductions"),
    ("service", "企业全周期服务工作方案", "Services for the whole life of a firm"),
    ("reward", "研发投入奖补办法", "Awards for research spending"),
)

FIRM_HEADS = (
    "示例一鸣", "示例博远", "示例创联", "示例鼎盛", "示例恒信",
    "示例汇智", "示例嘉禾", "示例凌云", "示例铭科", "示例启迪",
)  # fmt: skip
FIRM_HEADS_EN = (
    "Yiming", "Boyuan", "Chuanglian", "Dingsheng", "Hengxin",
    "Huizhi", "Jiahe", "Lingyun", "Mingke", "Qidi",
)  # fmt: skip
FIRM_TAILS = ("科技有限公司", "信息技术有限公司", "智能装备有限公司", "生物科技有限公司", "供应链管理有限公司")
FIRM_TAILS_EN = ("Technology", "Information Technology", "Intelligent Equipment", "Biotech", "Supply Chain")

# kind, title zh, en, kind
SOURCES = (
    ("original", "园区概况公报（示例）", "Bulletin on parks (sample)",
     "示例区统计局", "Sample District Statistics Bureau"),
    ("original", "项目建设情况通报（示例）", "Report on projects (sample)",
     "示例区发展改革委", "Sample District Development Commission"),
    ("repost", "走进产业园（示例）", "A walk through the parks (sample)",
     "示例日报", "Sample Daily"),
    ("repost", "招商专刊（示例）", "Investment supplement (sample)",
     "示例晚报", "Sample Evening News"),
    ("park_report", "园区信息采集表（示例）", "Park data sheet (sample)",
     "示例园区运营公司", "Sample Park Operator"),
    ("park_report", "年度填报汇总（示例）", "Annual returns (sample)",
     "示例园区联盟", "Sample Alliance of Parks"),
)  # fmt: skip

TEXTS = {
    "address": ("示例区示例大道{n}号（示例）", "{n} Sample Avenue, Sample District (sample)"),
    "street": ("示例街道（示例）", "Sample Sub-district (sample)"),
    "character": ("以{zh}为主导的专业园区（示例）", "A specialised park for {en} (sample)"),
    "slogan": ("聚{zh}，创未来（示例）", "Where {en} comes together (sample)"),
    "operator": ("示例园区运营有限公司", "Sample Park Operations Co. (sample)"),
    "unit_kind": ("写字楼、标准厂房（示例）", "Offices and standard workshops (sample)"),
    "rent": ("{n}元/㎡·月（示例）", "CNY {n} per m² a month (sample)"),
    "duty_phone": ("示例电话 000-{n}", "000-{n} (sample)"),
}

# milestones by kind: zh, en
MILESTONES = {
    "started": ("项目开工（示例）", "Construction started (sample)"),
    "opened": ("园区开园（示例）", "Park opened (sample)"),
    "cooperation": ("与示例大学签约合作", "Agreement with Sample University (sample)"),
    "visited": ("示例商会来访", "Visit by the Sample Chamber (sample)"),
}

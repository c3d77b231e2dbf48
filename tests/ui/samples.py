"""Pages made up for tests and pictures: every name is marked 示例, no figure is anybody's."""

from parkdir.domain.brief import (
    Block,
    Card,
    Chips,
    Choice,
    Detail,
    Directory,
    Event,
    Fact,
    Facts,
    Figure,
    Gap,
    Gaps,
    Heading,
    Mark,
    Notice,
    Observed,
    Page,
    Pane,
    Prose,
    Table,
    Tile,
    Tiles,
    Timeline,
)

MARKUP = "<b>示例</b> & <img src=x>"
UNBROKEN = "示例" + "Abcdefghij" * 8
LONG_ZH = "示例市示例区新一代电子信息与先进制造融合创新发展示范专业园区（二期扩建工程及配套设施）"
LONG_EN = (
    "Sample Demonstration Industrial Park for the Integrated Development of Next-Generation Electronic "
    "Information and Advanced Manufacturing (Second Phase with Ancillary Facilities)"
)

WORDS: dict[str, tuple[str, str]] = {
    "geo": ("示例地理信息产业园", "Sample Geographic Information Industrial Park"),
    "media": ("示例市融媒体中心文化科技产业园", "Sample Converged Media Centre Culture and Technology Park"),
    "anime": ("示例动漫产业园", "Sample Animation Industrial Park"),
    "data": ("示例数字经济产业园", "Sample Digital Economy Industrial Park"),
}
COVERS = {"geo": "contour", "media": "wave", "anime": "frames", "data": "dots"}


def pick(lang: str, zh: str, en: str) -> str:
    return zh if lang == "zh" else en


def detail(lang: str, title: str, text: str, *, rows: int = 3, inside: bool = False) -> Detail:
    """Several observations, the first one shown on the page."""
    source = pick(lang, "据《示例新闻》2022年6月9日", "Sample News, 9 June 2022")
    marks = (Mark(pick(lang, "摘录未核", "Excerpted, not checked"), "caution"),) if inside else ()
    observed = [
        Observed(
            text,
            pick(lang, f"{2022 - number}年6月", f"June {2022 - number}"),
            source,
            pick(lang, "示例：口径未说明", "Sample: the basis is not stated") if number else "",
            marks,
            number == 0,
        )
        for number in range(rows)
    ]
    note = pick(
        lang, "另有资料载为其他数值，以最近一次注明日期的为准。", "Other records differ; the latest dated one is shown."
    )
    return Detail(title, tuple(observed), f"{title} {text} ({source})", note if rows > 1 else "")


def figure(lang: str, key: str, label: str, number: str, unit: str, **more: object) -> Figure:
    dated = str(more.pop("dated", pick(lang, "2022年6月", "June 2022")))
    made = Figure(key, label, number, unit, dated=dated, **more)  # type: ignore[arg-type]
    return made._replace(detail=detail(lang, label, made.text))


def figures(lang: str) -> tuple[Figure, ...]:
    source = pick(lang, "据《示例新闻》", "Sample News")
    return (
        figure(
            lang,
            "firms",
            pick(lang, "入驻企业", "Resident firms"),
            "80",
            pick(lang, "家", "firms"),
            lead=pick(lang, "2022年6月", "June 2022"),
            dated="",
            source=source,
        ),
        figure(
            lang,
            "capacity",
            pick(lang, "可容纳企业数", "Capacity"),
            pick(lang, "100余", "100"),
            pick(lang, "家", "firms"),
            before=pick(lang, "", "more than"),
            source=source,
        ),
        figure(
            lang,
            "land",
            pick(lang, "占地面积", "Land area"),
            "9",
            pick(lang, "公顷", "ha"),
            source=source,
            before=pick(lang, "约", "about"),
        ),
        figure(
            lang,
            "office",
            pick(lang, "办公面积", "Office area"),
            pick(lang, "5.3", "53,000"),
            pick(lang, "万平方米", "m²"),
            source=source,
        ),
        figure(lang, "hall", pick(lang, "大礼堂", "Auditorium"), "700", pick(lang, "人", "seats"), source=source),
    )


def chips(lang: str, number: int = 6) -> tuple[Mark, ...]:
    zh = ("测绘地理", "高分遥感", "地图导航", "资源普查", "大数据应用", "应急救援", "空间信息安全", "智慧城市")
    en = (
        "Surveying and mapping",
        "High-resolution remote sensing",
        "Navigation maps",
        "Resource surveys",
        "Big data",
        "Emergency response",
        "Spatial information security",
        "Smart cities",
    )
    return tuple(Mark(word, "chip") for word in (zh if lang == "zh" else en)[:number])


def card(lang: str, key: str, *, inside: bool = False) -> Card:
    zh, en = WORDS[key]
    status = {
        "geo": Mark(pick(lang, "已建成 · 2019年8月开园", "Built · opened August 2019"), "good"),
        "media": Mark(pick(lang, "已建成 · 2022年6月", "Built · June 2022"), "good"),
        "anime": Mark(pick(lang, "2021年10月开工", "Work began in October 2021"), "caution"),
        "data": Mark(pick(lang, "2022年6月：在建", "June 2022: under construction"), "caution"),
    }[key]
    shown = figures(lang)[:4] if key == "geo" else ()
    if key == "anime":
        shown = (
            figure(lang, "money", pick(lang, "计划总投资", "Planned investment"), "10", pick(lang, "亿元", "bn CNY")),
            figure(lang, "land", pick(lang, "占地面积", "Land area"), "48.34", pick(lang, "亩", "mu (3.22 ha)")),
        )
    number = {"geo": 6, "media": 1, "anime": 3, "data": 1}[key]
    note = pick(lang, "报道用名：示例数字动漫产业园", "Reported as: Sample Digital Animation Park")
    return Card(
        key,
        pick(lang, zh, en),
        pick(lang, en, zh),
        COVERS[key],
        status,
        shown,
        chips(lang, number),
        note if inside and key == "anime" else "",
        {"geo": 71, "media": 8, "anime": 22, "data": 5}[key] if inside else None,
        group="built" if key in ("geo", "media") else "under_construction",
        find=f"{zh} {en} {key}".lower(),
    )


def unnamed(lang: str) -> tuple[Card, ...]:
    return tuple(
        Card(
            f"unnamed-{letter.lower()}",
            pick(lang, f"示例待核实园区{letter}", f"Sample park {letter} (name to be verified)"),
            "",
            "plain",
            Mark(pick(lang, "已建成", "Built"), "good"),
            note=pick(lang, "2022年6月", "June 2022"),
            completeness=3,
            compact=True,
            group="built",
            find=f"示例待核实园区{letter} sample park {letter}".lower(),
        )
        for letter in "ABCDEF"
    )


def directory(lang: str = "zh", *, inside: bool = False) -> Directory:
    cards = tuple(card(lang, key, inside=inside) for key in WORDS)
    rest = unnamed(lang) if inside else ()
    absent = pick(lang, "待补充", "To be collected")
    names = [one.title for one in (*cards, *rest)]
    rows = tuple(
        (
            name,
            pick(lang, "已建成", "Built") if number != 3 else pick(lang, "在建", "Under construction"),
            "2022-06",
            pick(lang, "80家", "80 firms") if number == 0 else absent,
            pick(lang, "9公顷", "9 ha") if number == 0 else absent,
            "71%" if number == 0 else "3%",
            pick(lang, "摘录未核", "Excerpted, not checked") if number < 4 else "—",
        )
        for number, name in enumerate(names)
    )
    columns = pick(
        lang,
        "园区 建设状态 时点 入驻企业 占地面积 完整度 核实状态",
        "Park Status As_of Firms Land_area Completeness Verification",
    )
    return Directory(
        pick(lang, "专业园区", "Specialised parks"),
        pick(lang, "应录10个：已具名4个，名称待核实6个", "Ten to be listed: four named, six to be verified")
        if inside
        else pick(
            lang, "已建成8个、在建2个（示例，2022年6月）", "Eight built, two under construction (sample, June 2022)"
        ),
        pick(
            lang,
            "资料时点2019年8月—2022年6月，各项以标注为准",
            "Data from August 2019 to June 2022; each item bears its date",
        ),
        cards,
        (
            Choice("built", pick(lang, "已建成", "Built"), 8),
            Choice("under_construction", pick(lang, "在建", "Under construction"), 2),
        ),
        pick(lang, "名称待核实的已建成园区（6）", "Built parks whose names are to be verified (6)") if inside else "",
        rest,
        None
        if inside
        else Notice(
            pick(
                lang,
                "示例区已建成专业园区8个、在建2个（据《示例新闻》2022年6月）。本资料介绍其中4个；其余园区情况可由招商专员核实后另行提供。",
                "The sample district reported eight specialised parks built and two under construction (Sample News, "
                "June 2022). Four of them are presented here; details of the others can be supplied once verified.",
            ),
            pick(lang, "另有6个已建成专业园区", "Six more parks are built"),
        ),
        tuple(word.replace("_", " ") for word in columns.split(" ")),
        rows,
        tuple(one.key for one in (*cards, *rest)),
        pick(lang, "待补清单", "To be completed") if inside else "",
        tuple(
            pick(lang, zh, en)
            for zh, en in (
                ("6个已建成园区：名称待核实（责任单位、时限待定）", "Six built parks: names to be verified"),
                (
                    "示例地理信息产业园：载体资源、供电余量、招商电话",
                    "Sample Geographic park: premises, power, telephone",
                ),
                ("示例动漫产业园：2025年5月有报道称部分投用，待核实", "Sample Animation park: reported partly in use"),
                ("入驻企业：具名6家，共80家", "Tenants: 6 of 80 named"),
            )
        )
        if inside
        else (),
        ("geo", "anime", "data", "media"),
        ("anime", "geo", "media", "data"),
        (pick(lang, "示例数据，仅供测试。", "Sample data, for tests only."),),
    )


def many(number: int, lang: str = "zh") -> Directory:
    """A directory of that many parks."""
    base = [card(lang, key, inside=True) for key in WORDS]
    cards = tuple(
        base[place % 4]._replace(key=f"p{place}", title=f"{base[place % 4].title} {place}", find=f"示例 {place}")
        for place in range(number)
    )
    rows = tuple((one.title, "已建成", "2022-06", "80家", "待补充") for one in cards)
    return directory(lang, inside=True)._replace(
        cards=cards,
        unnamed=(),
        rows=rows,
        row_keys=tuple(one.key for one in cards),
        columns=("园区", "建设状态", "时点", "入驻企业", "占地面积"),
    )


def facilities(lang: str) -> tuple[Block, ...]:
    def tile(icon: str, zh: str, en: str, zh_text: str, en_text: str, *, more: bool = True) -> Tile:
        title, text = pick(lang, zh, en), pick(lang, zh_text, en_text)
        note = pick(lang, "2022年6月", "June 2022")
        return Tile(icon, title, text, note, (), detail(lang, title, text) if more else None)

    return (
        Heading(pick(lang, "商务与科创配套", "Business and innovation")),
        Tiles(
            (
                tile(
                    "office",
                    "办公楼",
                    "Office buildings",
                    "13栋，办公面积5.3万平方米",
                    "13 buildings, 53,000 m² of offices",
                ),
                tile(
                    "research",
                    "科研楼",
                    "Research building",
                    "1栋（5层），3000余平方米",
                    "One, five storeys, over 3,000 m²",
                ),
                tile("exhibition", "示例科技展览馆", "Sample exhibition hall", "1000平方米", "1,000 m²"),
                tile(
                    "meeting",
                    "会议室、大礼堂",
                    "Meeting rooms and auditorium",
                    "会议室14个；大礼堂1个，可容纳700人",
                    "14 meeting rooms; one auditorium with 700 seats",
                ),
            )
        ),
        Heading(pick(lang, "生活配套", "Living facilities"), pick(lang, "4项", "4")),
        Tiles(
            (
                tile(
                    "dining",
                    "餐厅、咖啡厅",
                    "Restaurants and café",
                    "餐厅3个、咖啡厅1个，可同时供400人就餐",
                    "3 restaurants and a café, 400 diners at once",
                ),
                tile("lodging", "公寓式酒店", "Serviced apartments", "可供360人住宿", "Rooms for 360"),
                tile("parking", "机动车停车位", "Parking", "500余个", "More than 500 spaces", more=False),
                tile(
                    "sports",
                    "运动场地",
                    "Sports grounds",
                    "篮球、羽毛球、网球、乒乓球",
                    "Basketball, badminton, tennis",
                ),
            )
        ),
        Heading(pick(lang, "市政配套", "Utilities")),
        Facts(
            (
                Fact(
                    pick(lang, "供电", "Power"), "2000 kVA", pick(lang, "2022年6月，园区提供", "June 2022, by the park")
                ),
                Fact(
                    pick(lang, "供水、排水、燃气、供热、网络", "Water, drainage, gas, heat, network"),
                    pick(lang, "会后书面答复", "Answer to follow in writing"),
                ),
            )
        ),
    )


def overview(lang: str, *, inside: bool = False) -> tuple[Block, ...]:
    marks = (Mark(pick(lang, "摘录未核", "Excerpted, not checked"), "caution"),) if inside else ()
    source = pick(lang, "据《示例新闻》2022年6月", "Sample News, June 2022")
    prose = pick(
        lang,
        "示例地理信息产业园位于示例市示例区，利用原示例学院老校区改造而成，2019年5月开工，8月9日开园，占地面积9公顷。"
        "园区以地理信息产业为主导，围绕测绘地理、高分遥感、地图导航、资源普查、大数据应用、应急救援等方向，"
        "建设产业培育、科技创新、应用示范、多维服务四个平台。",
        "The sample park stands on the former campus of a sample college. Work began in May 2019 and the park opened "
        "on 9 August. It is led by geographic information: surveying, remote sensing, navigation maps, resource "
        "surveys, big data and emergency response, on four platforms.",
    )
    facts = (
        Fact(
            pick(lang, "地址", "Address"),
            pick(lang, "示例市示例区示例路1号", "1 Sample Road, Sample District"),
            source,
            marks,
            detail(lang, pick(lang, "地址", "Address"), "1", rows=1, inside=inside),
        ),
        Fact(
            pick(lang, "建设单位", "Developer"),
            pick(lang, "示例区城投公司", "Sample District Investment Co."),
            source,
            marks,
        ),
        Fact(
            pick(lang, "占地面积", "Land area"),
            pick(lang, "9公顷（134亩）", "9 ha (134 mu)"),
            source,
            marks,
            detail(lang, pick(lang, "占地面积", "Land area"), pick(lang, "9公顷", "9 ha"), inside=inside),
        ),
        Fact(pick(lang, "改造建设用时", "Time of conversion"), pick(lang, "约100天", "about 100 days"), source, marks),
        Fact(
            pick(lang, "运营单位", "Operator"),
            pick(lang, "会后书面答复", "Answer to follow in writing")
            if not inside
            else pick(lang, "待补充", "To be collected"),
        ),
    )
    events = tuple(
        Event(pick(lang, zh, en), pick(lang, zh_title, en_title), source, marks)
        for zh, en, zh_title, en_title in (
            ("2019年5月", "May 2019", "开工改造", "Conversion began"),
            ("2019年8月9日", "9 August 2019", "开园，首批企业入驻", "Opened; the first firms moved in"),
            ("2021年", "2021", "示例大会在园区举办", "The sample conference was held here"),
        )
    )
    return (
        Prose(prose, source, marks),
        Facts(facts),
        Heading(pick(lang, "发展历程", "Milestones")),
        Timeline(events),
    )


def park_page(lang: str = "zh", *, inside: bool = False, key: str = "geo") -> Page:
    zh, en = WORDS[key]
    one = card(lang, key, inside=inside)
    tenants = tuple(
        (
            f"示例{word}有限公司",
            pick(lang, "测绘服务", "Surveying services"),
            "2022-06",
            pick(lang, "据公开报道", "As reported"),
        )
        for word in ("测绘科技", "遥感数据", "导航地图", "空间信息", "智慧城市", "应急保障")
    )
    columns = pick(lang, "企业,行业,时点,来源", "Firm,Industry,As of,Source")
    panes = [
        Pane("overview", pick(lang, "概况", "Overview"), overview(lang, inside=inside)),
        Pane(
            "industry",
            pick(lang, "产业定位", "Industry focus"),
            (
                Heading(pick(lang, "主导产业", "Leading industries")),
                Chips(chips(lang, 8), pick(lang, "据《示例新闻》2022年6月", "Sample News, June 2022")),
            ),
            "6",
        ),
        Pane("facilities", pick(lang, "配套设施", "Facilities"), facilities(lang), "13"),
        Pane(
            "policies",
            pick(lang, "惠企政策", "Policies"),
            (
                Notice(
                    pick(
                        lang,
                        "现行惠企政策以主管部门公开发布的正式文件为准，可向招商专员索取清单。",
                        "Current policies are those in official documents; our officer can give you the list.",
                    )
                ),
            ),
        ),
        Pane(
            "tenants",
            pick(lang, "入驻企业", "Tenants"),
            (Table(tuple(columns.split(",")), tenants, (4, 2, 1, 2)),),
            pick(lang, "80家（2022年6月）", "80 (June 2022)"),
        ),
    ]
    if inside:
        gaps = Gaps(
            pick(lang, "还缺3项", "Three items are missing"),
            (
                Gap(
                    pick(lang, "供电余量", "Spare power"),
                    pick(lang, "待补充", "To be collected"),
                    pick(lang, "园区填报人", "Park editor"),
                ),
                Gap(
                    pick(lang, "招商电话", "Telephone"),
                    pick(
                        lang, "已询未复（示例单位，2026年11月）", "Asked, no reply yet (sample office, November 2026)"
                    ),
                    pick(lang, "招商专员", "Officer"),
                ),
                Gap(pick(lang, "载体资源", "Premises"), pick(lang, "园区暂未公布", "Not yet announced by the park")),
            ),
        )
        caution = Notice(
            pick(lang, "示例：资料超期，请核实。", "Sample: overdue, please check."),
            pick(lang, "超期待更新", "Overdue"),
            "caution",
        )
        panes.append(Pane("todo", pick(lang, "待补清单", "To be completed"), (caution, gaps), "3"))
    return Page(
        key,
        pick(lang, zh, en),
        pick(lang, en, zh),
        pick(lang, "园区 · 已建成", "Parks · built"),
        COVERS[key],
        one.status,
        (Mark(pick(lang, "示例荣誉称号（2020年）", "Sample honour (2020)"), "chip"),) if key == "geo" else (),
        figures(lang) if key == "geo" else one.figures,
        tuple(panes),
        (pick(lang, "以上据《示例新闻》2022年6月。", "According to Sample News, June 2022."),),
        pick(lang, "报道用名：示例数字园区　资料完整度71%", "Reported name: Sample Digital Park. Completeness 71%")
        if inside
        else "",
    )


def bare_page(lang: str = "zh") -> Page:
    """Nothing but a name."""
    return Page("bare", pick(lang, "示例空园区", "Sample bare park"), "", "", "plain", None, (), (), ())


def long_page(lang: str = "zh") -> Page:
    """Names, words and numbers far longer than any real one."""
    page, long = park_page(lang, inside=True), pick(lang, LONG_ZH, LONG_EN)
    heavy = (
        Heading(long, long),
        Prose(long * 3, UNBROKEN, (Mark(long, "caution"),)),
        Prose(UNBROKEN * 3),
        Facts((Fact(long, UNBROKEN, long, (Mark(long, "good"),), detail(lang, long, UNBROKEN)), Fact(UNBROKEN, long))),
        Tiles((Tile("nobody", UNBROKEN, long, long, (Mark(long),)), Tile("power", long, UNBROKEN))),
        Chips((Mark(long, "chip"), Mark(UNBROKEN, "error"), *chips(lang, 8)), long),
        Timeline((Event(long, long, UNBROKEN, (Mark(UNBROKEN),)), Event("2019", UNBROKEN))),
        Table((long, "示例", UNBROKEN), ((UNBROKEN, long, long), ("", long, "示例"))),
        Notice(long * 2, long, "caution"),
        Gaps(long, (Gap(long, long, UNBROKEN), Gap(UNBROKEN, "", long))),
    )
    return page._replace(
        title=long,
        subtitle=long,
        crumb=long,
        marks=(Mark(long, "chip"), Mark(UNBROKEN, "good")),
        status=Mark(long, "good"),
        figures=(
            *(one._replace(label=long, source=long, dated=UNBROKEN) for one in figures(lang)),
            Figure("words", long, long, "", lead=long, marks=(Mark(long, "caution"),)),
            Figure("big", "示例", "123456789012345678901234567890", long, before=long),
        ),
        panes=tuple(Pane(f"long-{number}", f"{long}{number}", heavy, long) for number in range(8)),
        note=long * 2,
        footnotes=(long * 3, UNBROKEN),
    )


def long_card(lang: str = "zh") -> Card:
    long = pick(lang, LONG_ZH, LONG_EN)
    page = long_page(lang)
    return Card(
        "long", long, long, "wave", Mark(long, "caution"), page.figures, (Mark(long), *chips(lang, 8)), long, 100
    )

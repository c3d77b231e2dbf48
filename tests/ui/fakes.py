"""A small reading service: two named parks, one unnamed, in both languages."""

from parkdir.domain.brief import Card, Choice, Directory, Fact, Facts, Figure, Heading, Mark, Notice, Page, Pane
from parkdir.domain.errors import NotFound
from parkdir.i18n import pick


class FakeReading:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def directory(self, view: str) -> Directory:
        self.asked.append(("directory", view))
        inside = view == "internal"
        named = (
            Card("geo", pick("地理信息产业园", "Geographic Information Park"), "", "contour", Mark("已建成", "good"),
                 figures=(Figure("land_area", "占地面积", "9", "公顷", dated="2022年6月"),), group="built",
                 find="地理信息产业园 geographic information park", completeness=42 if inside else None),
            Card("media", pick("文化科技产业园", "Culture and Technology Park"), "", "wave", Mark("已建成", "good"),
                 group="built", find="文化科技产业园 culture and technology park", completeness=8 if inside else None),
        )  # fmt: skip
        unnamed = (
            Card("unnamed-a", "待核实园区A", "", "plain", None, compact=True, group="built", find="待核实园区a"),
        )
        return Directory(
            title=pick("园区", "Parks"),
            sentence="3",
            dates="2022",
            cards=named,
            choices=(Choice("built", "已建成", 3),),
            unnamed_title="待核实" if inside else "",
            unnamed=unnamed if inside else (),
            shared=None if inside else Notice("另有1个"),
            columns=("园区", "占地面积"),
            rows=(("地理信息产业园", "9公顷"), ("文化科技产业园", ""), *((("待核实园区A", ""),) if inside else ())),
            row_keys=("geo", "media", *(("unnamed-a",) if inside else ())),
            size_order=("geo", "media"),
            name_order=("media", "geo"),
        )

    def park(self, key: str, view: str) -> Page:
        self.asked.append((key, view))
        if key == "unnamed-a" and view != "internal":
            raise NotFound("no such park")
        titles = {
            "geo": pick("地理信息产业园", "Geographic Information Park"),
            "media": pick("文化科技产业园", "Culture and Technology Park"),
            "unnamed-a": "待核实园区A",
        }
        return self._page(key, titles[key])

    def district(self, view: str) -> Page:
        self.asked.append(("district", view))
        return self._page("district", pick("焦作市解放区", "Jiefang District, Jiaozuo"))

    def _page(self, key: str, title: str) -> Page:
        facts = Facts(tuple(Fact(f"项目{n}", f"内容{n}", "2022年6月") for n in range(40)))
        panes = (
            Pane("overview", pick("概况", "Overview"), (Heading("基本情况"), facts)),
            Pane("facilities", pick("配套设施", "Facilities"), (facts,)),
        )
        return Page(key, title, "", pick("园区", "Parks"), "contour", None, (), (), panes)

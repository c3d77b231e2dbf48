"""Values to words, in the language of the moment. Chinese by the rules of official writing.

No space between digits and hanzi; 余 after a round number and before the unit, 约 近 超 in front; no comma in
four-digit numbers, from five digits 万.
"""

from decimal import Decimal
from typing import NamedTuple

from parkdir.domain import dates, figures
from parkdir.domain.fields import words
from parkdir.domain.park import Facility, Observation, Source
from parkdir.i18n import _, language, pick


class Amount(NamedTuple):
    """A number in words, in three parts: before ("约"), number ("100余"), unit ("家", " firms")."""

    before: str
    number: str
    unit: str

    @property
    def text(self) -> str:
        return f"{self.before}{self.number}{self.unit}"


_BEFORE_ZH = {"about": "约", "near": "近", "at_least": "不少于", "at_most": "不超过", "more_than": "超"}
_AFTER_ZH = {"余", "多"}


def plain(number: Decimal) -> str:
    """The number without exponent or trailing zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def number_zh(number: Decimal) -> str:
    """Four digits as they are, from five on in 万 (12345 is 1.2345万), from nine on in 亿."""
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if abs(number) >= size:
            return plain(number / size) + name
    return plain(number)


def number_en(number: Decimal) -> str:
    return plain(number) if abs(number) < 1000 else f"{number.normalize():,f}"


def amount(number: Decimal, unit: str, qualifier: str = "exact", said: str | None = None,
           high: Decimal | None = None) -> Amount:  # fmt: skip
    """A qualified number with its unit, in parts."""
    if language() == "zh":
        return _amount_zh(number, unit, qualifier, said, high)
    return _amount_en(number, unit, qualifier, high)


def _amount_zh(number: Decimal, unit: str, qualifier: str, said: str | None, high: Decimal | None) -> Amount:
    if unit.startswith("wan_") and max(number, high or 0) >= 10_000:  # 1.2亿元, never 1.2万万元
        base = unit.removeprefix("wan_")
        number, high, unit = number * 10_000, high and high * 10_000, base
    digits, name = number_zh(number), figures.UNITS[unit].zh
    if high is not None:
        return Amount("", f"{digits}—{number_zh(high)}", name)
    if qualifier == "more_than" and "." not in digits and (said in _AFTER_ZH or said is None):
        return Amount("", digits + (said or "余"), name)
    before = said if said and said not in _AFTER_ZH else _BEFORE_ZH.get(qualifier, "")
    return Amount(before if qualifier != "exact" else "", digits, name)


def _amount_en(number: Decimal, unit: str, qualifier: str, high: Decimal | None) -> Amount:
    kind = figures.UNITS[unit]
    if kind.dimension == "yuan":
        digits, scale = _short_money(figures.convert(number, unit, "yuan"))
        if high is not None:
            highest, larger = _short_money(figures.convert(high, unit, "yuan"))
            digits, scale = f"{digits}{scale if scale != larger else ''}–{highest}", larger
        return Amount(_before_en(qualifier) + "CNY ", digits, scale)
    if unit.startswith("wan_"):
        base = unit.removeprefix("wan_")
        number, high = figures.convert(number, unit, base), high and figures.convert(high, unit, base)
        kind = figures.UNITS[base]
    digits = number_en(number) + (f"–{number_en(high)}" if high is not None else "")
    name = kind.en
    if number == 1 and high is None:
        name = {"firms": "firm", "people": "person", "buildings": "building", "minutes": "minute", "days": "day"}.get(
            kind.key, name
        )
    gap = "" if name in ("%", "") else " "
    return Amount(_before_en(qualifier), digits, gap + name)


def _before_en(qualifier: str) -> str:
    word = "" if qualifier in ("exact", "range") else _(words.QUALIFIER[qualifier])
    return word and word + " "


def _short_money(yuan: Decimal) -> tuple[str, str]:
    for size, name in ((10**9, " billion"), (10**6, " million")):
        if yuan >= size:
            return number_en(yuan / size), name
    return number_en(yuan), ""


def value(observation: Observation) -> str:
    """The observation's value in words: number with unit, coded word, date or text."""
    if observation.number is not None and observation.unit is not None:
        return measured(observation).text
    if observation.code is not None:
        return coded(observation.metric, observation.code)
    if observation.date is not None:
        return dates.words(observation.date)
    return pick(observation.text_zh, observation.text_en)


def measured(observation: Observation) -> Amount:
    """The parts of a number with a unit. ValueError where the observation holds none."""
    if observation.number is None or observation.unit is None:
        raise ValueError(observation.key)
    o = observation
    return amount(observation.number, observation.unit, o.qualifier, o.said, o.number_high)


def coded(metric: str, code: str) -> str:
    return _(words.CHOICES[metric][code])


def converted(observation: Observation, siblings: tuple[Observation, ...]) -> str:
    """An exact area in 亩 said in hectares too, unless a source gives hectares itself; else ""."""
    area = in_hectares(observation, siblings)
    return _("equals {area}").format(area=area) if area else ""


def in_hectares(observation: Observation, siblings: tuple[Observation, ...]) -> str:
    sourced = {o.unit for o in siblings}
    if observation.unit != "mu" or observation.qualifier != "exact" or observation.number is None or "ha" in sourced:
        return ""
    hectares = figures.convert(observation.number, "mu", "ha").quantize(Decimal("0.01"))
    return amount(hectares, "ha").text


def source_words(source: Source, outside: bool) -> str:
    """Where it comes from, without a date: 据《解放区新闻》, 据公开报道, 园区提供."""
    if outside and source.kind != "park_report" and not _stands_by_name(source):
        return _("as reported publicly")
    if source.kind == "park_report":
        return _("supplied by the park") if outside else _("submitted by the park")
    return _("per {publisher}").format(publisher=pick(source.publisher_zh, source.publisher_en))


def _stands_by_name(source: Source) -> bool:
    """Before guests only periodicals (in 书名号) and public bodies are named; all else is "as reported"."""
    bodies = ("政府", "局", "委员会", "办公室", "管委会")
    return source.kind == "original" and (source.publisher_zh.startswith("《") or source.publisher_zh.endswith(bodies))


def dated_source(source: Source, as_of: str | None, outside: bool) -> str:
    """One small line: 2022年6月 · 据《解放区新闻》. An undated fact says that its source gives no date."""
    words = source_words(source, outside)
    if as_of:
        return _("{date} · {source}").format(date=dates.words(as_of), source=words)
    if outside:
        return _("{source}; to be confirmed with the park").format(source=words)
    return _("{date} · {source}").format(date=_("date not given by the source"), source=words)


_COUNTER = {"office": "栋", "research": "栋"}


def facility(found: Facility) -> str:
    """A facility's figures in one line: 1栋（5层），3000余平方米."""
    said = pick(found.detail_zh, found.detail_en)
    if said:
        return said
    return _facility_zh(found) if language() == "zh" else _facility_en(found)


def _qualified(found: Facility) -> tuple[str, str, str]:
    """The one qualifier belongs to the area, else to the people, else to the count."""
    exact = "exact"
    if found.area_m2 is not None:
        return exact, found.qualifier, exact
    if found.capacity_people is not None:
        return exact, exact, found.qualifier
    return found.qualifier, exact, exact


def _facility_zh(found: Facility) -> str:
    of_count, of_area, of_people = _qualified(found)
    parts = []
    if found.count is not None:
        counted = amount(Decimal(found.count), "count", of_count, found.said).text.removesuffix("个")
        floors = f"（{found.floors}层）" if found.floors else ""
        parts.append(counted + _COUNTER.get(found.category, "个") + floors)
    if found.area_m2 is not None:
        parts.append(amount(found.area_m2, "m2", of_area, found.said).text)
    if found.capacity_people is not None:
        people = amount(Decimal(found.capacity_people), "people", of_people, found.said).text
        pattern = {"lodging": "可供{n}住宿", "dining": "可同时供{n}就餐"}.get(found.category, "可容纳{n}")
        parts.append(pattern.format(n=people))
    return "，".join(parts)


def _facility_en(found: Facility) -> str:
    of_count, of_area, of_people = _qualified(found)
    parts = []
    if found.count is not None:
        counted = amount(Decimal(found.count), "count", of_count).text
        if found.category in _COUNTER:
            counted += " building" if found.count == 1 else " buildings"
        parts.append(counted + (f" ({found.floors} floors)" if found.floors else ""))
    if found.area_m2 is not None:
        parts.append(amount(found.area_m2, "m2", of_area).text)
    if found.capacity_people is not None:
        people = amount(Decimal(found.capacity_people), "people", of_people).text
        pattern = {"lodging": "lodging for {n}", "dining": "{n} diners at once"}.get(found.category, "for {n}")
        n = people.removesuffix(" people") if found.category == "dining" else people
        parts.append(pattern.format(n=n))
    return ", ".join(parts)

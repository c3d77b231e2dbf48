"""Reading the directory: pages, cards and names, for one view, in the language of the moment."""

from collections.abc import Callable
from datetime import date
from difflib import get_close_matches

from parkdir.domain.audience import Sight, View, see, visible
from parkdir.domain.brief import Directory as DirectoryPage
from parkdir.domain.brief import Mark, Page, Pane
from parkdir.domain.errors import Ambiguous, NotFound
from parkdir.domain.park import Dossier, Park
from parkdir.i18n import _, language, pick
from parkdir.services import cards, descriptions, internal, panes, wording
from parkdir.store import history, parks
from parkdir.store.engine import Store

# what the page of parks needs of each park; the rest is read when a park is opened
CARD_KINDS = ("observation", "absence", "facility", "industry", "milestone", "policy", "tenant", "honour", "layout")


class Directory:
    """Pages for the screens. Composed once per revision, view, language and day, then kept."""

    def __init__(self, store: Store, today: Callable[[], date] = date.today) -> None:
        self._store = store
        self._today = today
        self._kept: dict[tuple[str, ...], DirectoryPage | Page] = {}
        self._district: Dossier | None = None

    def forget(self) -> None:
        """Called when the record has changed."""
        self._kept.clear()
        self._district = None

    def _moment(self) -> tuple[str, str]:
        """A window that is open for days must not show yesterday's freshness."""
        return language(), self._today().isoformat()

    def sights(self, view: View) -> list[Sight]:
        """What the view sees of each park it is shown, in official order."""
        with self._store.read() as connection:
            dossiers = parks.dossiers(connection, kinds=CARD_KINDS)
        return [see(d, view, self._today()) for d in dossiers]

    def sight(self, key: str, view: View) -> Sight:
        """NotFound where there is no such park or the view is not shown it."""
        with self._store.read() as connection:
            dossier = parks.dossier(connection, key)
        if dossier.park is None or not visible(dossier.park, view):
            raise NotFound(_("There is no park “{name}”.").format(name=key))
        return see(dossier, view, self._today())

    def district_sight(self, view: View) -> Sight:
        if self._district is None:
            with self._store.read() as connection:
                self._district = parks.district(connection)
        return see(self._district, view, self._today())

    def directory(self, view: View) -> DirectoryPage:
        kept = self._kept.get(place := ("", view, *self._moment()))
        if not isinstance(kept, DirectoryPage):
            kept = cards.compose(self.district_sight(view), self.sights(view))
            self._kept[place] = kept
        return kept

    def park(self, key: str, view: View) -> Page:
        kept = self._kept.get(place := (key, view, *self._moment()))
        if not isinstance(kept, Page):
            kept = self._page(self.sight(key, view))
            self._kept[place] = kept
        return kept

    def district(self, view: View) -> Page:
        sight = self.district_sight(view)
        district = sight.dossier.district
        found = [panes.overview_of_district(sight), *panes.others_of_district(sight)]
        return Page(
            key=district.key,
            title=pick(district.name_zh, district.name_en),
            subtitle=district.name_en if language() == "zh" else district.name_zh,
            crumb="",
            cover="plain",
            status=None,
            marks=(),
            figures=tuple(cards.strip(sight)),
            panes=tuple(p for p in found if p.blocks),
        )

    def _page(self, sight: Sight) -> Page:
        park = sight.dossier.park
        if park is None:
            raise ValueError("the district is no park")
        return Page(
            key=park.key,
            title=wording.park_name(park, sight.dossier.letter),
            subtitle=wording.second_name(park) if park.named else "",
            crumb=_("Parks"),
            cover=park.cover,
            status=wording.status_words(sight, precise=True),
            marks=tuple(Mark(t, "chip") for t in descriptions.certified_honours(sight)),
            figures=tuple(cards.strip(sight)),
            panes=(*panes.compose(sight, self.district_sight(sight.view)), *self._internal(sight, park.key)),
            footnotes=cards.footnotes([park]),
            note=cards.page_note(park, sight),
        )

    def _internal(self, sight: Sight, key: str) -> tuple[Pane, ...]:
        if not sight.view.inside:
            return ()
        with self._store.read() as connection:
            revisions = history.of_park(connection, key)
        return internal.compose(sight, revisions)

    def find(self, text: str, view: View) -> Park:
        """The park of that key, name, short or reported name, or an unambiguous part of one.

        NotFound offers close names; Ambiguous lists those that fit.
        """
        with self._store.read() as connection:
            every = [p for p in parks.parks(connection) if visible(p, view)]
            letters = parks.letters(connection)
        wanted = text.strip().casefold()
        names = {p.key: {n.casefold() for n in (*_names(p), *_lettered(p, letters))} for p in every}
        for fits in (
            [p for p in every if wanted in names[p.key]],
            [p for p in every if wanted and any(wanted in n for n in names[p.key])],
        ):
            if len(fits) == 1:
                return fits[0]
            if fits:
                listed = wording.joined([_called(p) for p in fits])
                raise Ambiguous(_("“{text}” fits several parks: {parks}. Name one of them.").format(
                    text=text, parks=listed))  # fmt: skip
        raise NotFound(_not_found(text, every))


def _names(park: Park) -> list[str]:
    return [n for n in (park.key, park.name_zh, park.name_en, park.short_name, *park.reported_names) if n]


def _lettered(park: Park, letters: dict[str, str]) -> list[str]:
    """What the lists call an unnamed park."""
    return [] if park.named else [wording.park_name(park, letters[park.key])]


def _called(park: Park) -> str:
    return f"{pick(park.name_zh, park.name_en)} ({park.key})" if park.named else park.key


def _not_found(text: str, every: list[Park]) -> str:
    known = {name.casefold(): park for park in every if park.named for name in _names(park)}
    close = [known[n] for n in get_close_matches(text.casefold(), known, n=3, cutoff=0.3)]
    offered = wording.joined(list(dict.fromkeys(_called(p) for p in close or [p for p in every if p.named][:4])))
    if not offered:
        return _("There is no park “{name}”.").format(name=text)
    return _("There is no park “{name}”. Perhaps: {parks}.").format(name=text, parks=offered)

"""What a field of the catalogue says about itself."""

from dataclasses import dataclass

BUILT = frozenset({"built", "partly_in_use"})
BUILDING = frozenset({"under_construction", "partly_in_use", "planned", "suspended"})

# months after which a value is overdue; None: never
SHELF = {"event": None, "static": 60, "slow": 12, "state": 12, "fast": 3, "contact": 6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: what is asked about a park (or the district), how it is measured, who may see it, how long it keeps.

    kind: number, code, date, text, or records (then `records` names the Dossier's list that answers it).
    applies None: to every park, else to those with one of these statuses. `label` is a message id.
    """

    key: str
    label: str
    pane: str
    kind: str = "number"
    units: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    records: str | None = None
    categories: tuple[str, ...] = ()
    audience: str = "public"
    shelf: str = "static"
    weight: int = 1
    applies: frozenset[str] | None = None
    strip: int | None = None  # place in the strip of key figures; None: not there
    optional: bool = False  # recorded where a source reports it; not a gap where none does
    decision: bool = False  # one of the items on which a firm decides
    asked_of: str = ""  # message id: who can fill it

    def applies_to(self, status: str | None) -> bool:
        return self.applies is None or status in self.applies

"""Looking the whole directory over: the file, the references, the chain of revisions, what is recorded."""

from collections.abc import Iterable

from parkdir.domain import dates, fields, figures
from parkdir.domain.park import Observation
from parkdir.i18n import _
from parkdir.store import chain, parks
from parkdir.store.engine import Store
from parkdir.store.integrity import file_problems


def problems(store: Store) -> list[str]:
    """What is wrong, one sentence each; an empty list where nothing is."""
    with store.read() as connection:
        found = file_problems(connection)
        if found:
            return found
        found += chain.verify(connection)
        for dossier in (parks.district(connection), *parks.dossiers(connection)):
            found += _observed(dossier.observations)
    return found


def _observed(observations: Iterable[Observation]) -> list[str]:
    found = []
    for observation in observations:
        wrong = _wrong(observation)
        if wrong:
            found.append(_("{key}: {problem}").format(key=observation.key, problem=wrong))
    return found


def _wrong(observation: Observation) -> str:
    try:
        field = fields.get(observation.metric, observation.park)
    except KeyError:
        return _("unknown field {field}").format(field=observation.metric)
    if observation.number is not None and observation.unit not in field.units:
        return _("unit {unit} does not fit {field}").format(unit=observation.unit, field=field.key)
    if observation.qualifier not in figures.QUALIFIERS:
        return _("unknown qualifier {qualifier}").format(qualifier=observation.qualifier)
    for day in (observation.as_of, observation.date, observation.period_from, observation.period_to):
        try:
            if day is not None:
                dates.parts(day)
        except ValueError:
            return _("{date} is no date").format(date=day)
    return ""

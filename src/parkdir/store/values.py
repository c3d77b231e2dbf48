"""JSON as the tables and the hash chain hold it: one spelling for one value."""

import json
from typing import Any


def dump_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

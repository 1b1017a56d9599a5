"""Schemathesis reads /openapi.json and asks for all that it offers, well and badly: every answer is as described."""

from __future__ import annotations

import schemathesis
from schemathesis.config import SchemathesisConfig

from server import create_app

REFUSED = ["400", "401", "403", "404", "406", "413", "415", "422", "428"]
TAKEN = ["2xx", "3xx", "401", "403", "404", "409"]


def _beyond_schemas(path: str) -> dict[str, object]:
    """A route that may refuse what fits its schema, for a reason that no schema can say."""
    accepted = {"expected-statuses": [*TAKEN, "422"]}
    return {"include-path": path, "checks": {"positive_data_acceptance": accepted}}


CONFIG = {
    "generation": {"max-examples": 60, "deterministic": True},
    "checks": {
        "positive_data_acceptance": {"expected-statuses": TAKEN},
        # A body over the limit is refused before it is read.
        "negative_data_rejection": {"expected-statuses": REFUSED},
    },
    "operations": [
        # The law that is held begins on a day.
        _beyond_schemas("/v1/guidance"),
        # To JSON Schema 22.0 is a whole number as well; days of an election stand in an order.
        _beyond_schemas("/v1/playground/candidates"),
    ],
}

app = create_app({"JAGA_PLAYGROUND": "on", "JAGA_LIMITS": "off", "JAGA_METRICS": "on"})
schema = schemathesis.openapi.from_wsgi("/openapi.json", app, config=SchemathesisConfig.from_dict(CONFIG))


@schema.parametrize()
def test_every_answer_is_as_described(case: schemathesis.Case) -> None:
    case.call_and_validate()

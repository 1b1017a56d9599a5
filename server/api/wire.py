"""Bodies in and out: JSON only, checked at the edge, encoded once."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from flask import Response, current_app, request
from msgspec import Struct
from msgspec.json import Decoder
from werkzeug.exceptions import HTTPException

from ..contexts import decode
from ..errors import ApiError

# A rule writer sends a spreadsheet, or some hundred posts, at once; these routes answer to this machine only.
WORKSHOP_BODY = 2 * 1024 * 1024

Shape = TypeVar("Shape", bound=Struct)


def read_json(decoder: Decoder[Shape], limit: int = 0) -> Shape:
    """Return the request's body in the decoder's shape; raise ApiError (413, 415, 400, 422).

    ``limit`` in bytes raises that of the settings for one route.
    """
    if request.mimetype != "application/json":
        raise ApiError("wrong-type")
    limit = max(limit, current_app.config["MAX_CONTENT_LENGTH"])
    # Werkzeug cuts a chunked body at the limit without a word; one byte more tells a full body from a cut one.
    request.max_content_length = limit if request.content_length is not None else limit + 1
    try:
        raw = request.get_data(cache=False)
    except HTTPException:
        raise
    except Exception:
        # Every WSGI server has exceptions of its own for chunks that are not what they say they are.
        raise ApiError("bad-request", "The body cannot be read to its end.") from None
    if len(raw) > limit:
        raise ApiError("too-large")
    return decode(raw, decoder)


def answer(value: Any) -> Response:
    """Return a JSON response."""
    return Response(msgspec.json.encode(value), mimetype="application/json")

"""What the pages share."""

from __future__ import annotations

from typing import Any

QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
"""Events of a page's own parts are no endpoints, and Gradio's progress texts stay away."""

LISTEN = "element.addEventListener('pick', event => { props.value = event.detail; trigger('submit'); })"
"""Makes a part of the page that hands what look.js tells it over to the server."""

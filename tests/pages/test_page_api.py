"""The page as programs see it: its named endpoints and its headers."""

from __future__ import annotations

from tests.browser import QUESTION


def test_the_page_answers_programs_too(address: str) -> None:
    from gradio_client import Client

    client = Client(address, verbose=False)
    answer = client.predict(QUESTION, api_name="/ask")
    assert "9796人" in answer["text"]
    assert answer["verified"]
    assert answer["citations"][0]["report_year"] == 2024
    assert "。" in client.predict("", api_name="/ask")["error"]
    named = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    assert list(named) == ["/ask"]


def test_every_answer_carries_the_security_headers(address: str) -> None:
    import httpx

    for path in ("", "config", "theme.css", "nowhere"):
        headers = httpx.get(address + path, trust_env=False).headers
        assert "object-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"

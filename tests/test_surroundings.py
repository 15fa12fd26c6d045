"""The tests' surroundings hold: the network is closed and no setting of the developer leaks in."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

# A documentation address (RFC 5737): nobody answers there, whatever the machine's network.
FAR = ("192.0.2.1", 80)


def test_the_network_is_closed_in_this_process() -> None:
    with socket.socket() as client, pytest.raises(UserWarning, match=r"192\.0\.2\.1"):
        client.connect(FAR)


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as client:
        client.connect(server.getsockname())
        connection, _ = server.accept()
        connection.close()


def test_programs_started_by_tests_meet_a_dead_proxy() -> None:
    code = f"import urllib.request; urllib.request.urlopen('http://{FAR[0]}/', timeout=5)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "refused" in done.stderr
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen("https://192.0.2.1/", timeout=5)


def test_no_setting_of_the_developer_is_seen() -> None:
    assert os.environ["LLM_MODEL"] == os.environ["LLM_API_KEY"] == os.environ["EMBEDDING_MODEL"] == ""
    assert "STORE" not in os.environ

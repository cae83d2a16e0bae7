import signal
import time

import pytest

from tests.support.process import Process


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_request_under_way_is_answered(number: int) -> None:
    web = Process()
    web.wait_for("/healthz", 200)
    held = web.begin()
    web.started.send_signal(number)
    time.sleep(0.5)
    assert web.ask("/readyz") in {0, 503}
    held.sendall(b"0\r\n\r\n")
    assert held.recv(1000).startswith(b"HTTP/1.1 404")
    status, log, errors = web.end()
    assert (status, errors) == (0, "")
    assert log[-1]["message"] == "stopped"


def test_what_takes_longer_is_cut_and_counted() -> None:
    web = Process(SHUTDOWN_TIMEOUT="1")
    web.wait_for("/healthz", 200)
    with web.begin():
        status, log, _ = web.end(signal.SIGTERM)
    assert status == 1
    assert [line["cut"] for line in log if "cut" in line] == [1]


def test_it_serves_on_after_it_said_that_it_is_not_ready() -> None:
    web = Process(SHUTDOWN_DELAY="2")
    web.wait_for("/healthz", 200)
    web.started.send_signal(signal.SIGTERM)
    web.wait_for("/readyz", 503)
    assert web.ask("/healthz") == 200
    assert web.end()[0] == 0


def test_a_port_in_use() -> None:
    first = Process()
    first.wait_for("/healthz", 200)
    status, log, _ = Process(PORT=str(first.port)).end()
    assert status == 1
    assert [line["message"] for line in log if "PORT" in line["message"]] == [f"PORT {first.port} is in use"]
    assert first.end(signal.SIGTERM)[0] == 0


def test_a_wrong_environment() -> None:
    status, log, errors = Process(SECRET_KEY="short-canary", PORT="eighty-canary", API_TOKENS="").end()
    assert (status, log) == (78, [])
    assert all(name in errors for name in ("SECRET_KEY", "PORT", "API_TOKENS is not set"))
    assert "canary" not in errors


def test_nothing_is_left_of_a_process_that_is_killed() -> None:
    web = Process()
    web.wait_for("/healthz", 200)
    web.started.kill()
    web.wait_for("/healthz", 0)
    web.started.wait()

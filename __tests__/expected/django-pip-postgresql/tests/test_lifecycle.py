from pathlib import Path

import pytest

from config import lifecycle
from config.lifecycle import Board, Followed


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Board:
    board = Board(str(tmp_path))
    monkeypatch.setattr(lifecycle, "board", board)
    return board


def test_requests_are_counted_until_their_answer_is_sent(board: Board) -> None:
    application = Followed(lambda _environ, _start: [b"done"])
    first, second = application({}, print), application({}, print)
    assert board.count() == 2
    assert list(first) == [b"done"]
    for answer in (first, second):
        answer.close()  # type: ignore[attr-defined]
    assert board.count() == 0


def test_a_request_that_fails_is_over(board: Board) -> None:
    def fail(_environ: object, _start: object) -> list[bytes]:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        Followed(fail)({}, print)
    assert board.count() == 0


def test_a_server_that_closes_takes_none(board: Board) -> None:
    board.tell("closing")
    statuses: list[str] = []
    answer = Followed(lambda _environ, _start: [b"done"])({}, lambda status, _headers: statuses.append(status))
    assert list(answer) == []
    assert statuses == ["503 Service Unavailable"]


def test_a_process_that_is_alone() -> None:
    alone = Board(None)
    alone.tell("draining")
    alone.add(1)
    assert (alone.draining, alone.count()) == (False, 0)


def test_requests_of_a_worker_that_crashed_are_over(board: Board, tmp_path: Path) -> None:
    (tmp_path / "999999999.requests").write_bytes(lifecycle.COUNT.pack(3))
    assert board.count() == 0

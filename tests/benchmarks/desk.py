"""The desk with 1,000 handouts, 20 pages open and 500 edits: python tests/benchmarks/desk.py.

Prints how long it takes to start, to list, to find, to show and to draw while somebody types, and
how large the process grows. Times are of the whole way over HTTP.
"""

from __future__ import annotations

import json
import os
import sys
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter

import psutil

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.support.commands import begin  # noqa: E402
from tests.support.desk import handout  # noqa: E402

HANDOUTS, PAGES_OPEN, EDITS, WARM = 1000, 20, 500, 500
"""After WARM edits all that the program remembers, up to its bounds, is there."""
WORDS = "back neck knee spine rest walk pain nerve doctor visit cold heat".split()
GROWTH_MOST, TYPED_MOST = 1.05, 150.0
"""Of the memory over the edits; milliseconds from a text to its pages, the 95th percentile."""
REST_SECONDS, RESTING = 240, 8.0
"""How long to wait until all handouts are tried, and the per cent of a processor at rest."""


def fill(folder: Path) -> None:
    """Write handouts of different words."""
    for number in range(HANDOUTS):
        turn = WORDS[number % len(WORDS) :] + WORDS[: number % len(WORDS)]
        text = f"Number {number}. " + f"{' '.join(turn)}. ".capitalize() * 30
        title = f"{turn[0].capitalize()} {turn[1]} {number}"
        (folder / f"h{number:04}.yaml").write_text(handout(title, text=text), "utf-8")


class Client:
    """One connection that comes from our own page."""

    def __init__(self, link: str) -> None:
        self.host = link.split("/")[2]
        self.cookie = ""
        answer = self.get(link.split(self.host)[1], keep=True)
        self.cookie = answer.partition(";")[0]

    def _ask(self, method: str, path: str, body: bytes | None = None) -> tuple[bytes, str]:
        line = HTTPConnection(self.host, timeout=60)
        headers = {"Origin": f"http://{self.host}", "Cookie": self.cookie}
        line.request(method, path, body, {**headers, "Content-Type": "application/json"})
        answer = line.getresponse()
        data, key = answer.read(), answer.getheader("Set-Cookie") or ""
        line.close()
        assert answer.status < 400, (path, answer.status, data[:200])
        return data, key

    def get(self, path: str, *, keep: bool = False) -> str:
        data, key = self._ask("GET", path)
        return key if keep else data.decode()

    def post(self, path: str, body: object) -> dict[str, object]:
        return json.loads(self._ask("POST", path, json.dumps(body).encode())[0])


def told(name: str, times: list[float]) -> float:
    """Print the median and the 95th percentile of seconds, in milliseconds; return the latter."""
    high = quantiles(times, n=20)[-1] * 1000 if len(times) > 1 else times[0] * 1000
    sys.stdout.write(f"{name:34} {median(times) * 1000:7.1f} ms  p95 {high:7.1f} ms\n")
    return high


def timed(call: object, runs: int) -> list[float]:
    """Return the seconds of each run; the call is given the number of the run."""
    found = []
    for run in range(runs):
        began = perf_counter()
        call(run)
        found.append(perf_counter() - began)
    return found


def stay(client: Client, over: Event) -> None:
    """Keep a page open: one long request after the other."""
    since = 0
    while not over.is_set():
        since = json.loads(client.get(f"/api/changes?since={since}"))["version"]


def rest(process: psutil.Process) -> None:
    """Wait until the desk has tried all handouts, which it does when there is time."""
    end = perf_counter() + REST_SECONDS
    process.cpu_percent()
    while perf_counter() < end and process.cpu_percent(interval=4.0) > RESTING:
        pass


def measure(client: Client, process: psutil.Process, folder: Path) -> bool:
    """Measure, print, and return whether the limits are kept."""
    listed = timed(lambda run: client.get("/api/handouts"), 20)
    told("list 1,000 handouts", listed)
    told(
        "find a word", timed(lambda run: client.get(f"/api/handouts?q={WORDS[run % 12]}+pain"), 24)
    )
    numbers = [row["id"] for row in json.loads(client.get("/api/handouts"))["rows"]]
    told("show one for the first time", timed(
        lambda run: client.get(f"/api/handouts/{numbers[run]}/pages"), 40))  # fmt: skip
    text = (folder / "h0000.yaml").read_text("utf-8")
    path = f"/api/handouts/{numbers[0]}/preview"

    def edit(run: int) -> None:
        client.post(path, {"number": run, "text": text.replace("Number", f"Number {run}")})

    timed(edit, WARM)
    rest(process)
    before = process.memory_info().rss
    high = told(f"draw an edit ({EDITS} of them)", timed(edit, EDITS))
    growth = process.memory_info().rss / before
    sys.stdout.write(f"memory {before / 1e6:.0f} MB, over the edits x {growth:.3f}\n")
    return growth <= GROWTH_MOST and high <= TYPED_MOST


def main() -> int:
    """Run it; 1 if a limit is not kept."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "handouts"
        folder.mkdir()
        fill(folder)
        os.environ["XDG_STATE_HOME"] = place
        began = perf_counter()
        running = begin("desk", "--port", "0", "--no-browser", cwd=folder,)  # fmt: skip
        client = Client(running.stdout.readline().split(": ")[1].strip())
        told("start to the first answer", [perf_counter() - began])
        over = Event()
        for _ in range(PAGES_OPEN):
            Thread(target=stay, args=(client, over), daemon=True).start()
        try:
            kept = measure(client, psutil.Process(running.pid), folder)
        finally:
            over.set()
            running.terminate()
            running.wait(20)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

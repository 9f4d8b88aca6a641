"""What the server really takes, as metrics: MLServer's own leave it out where it has workers, and never tell the peak."""

import os
import threading
import time

from prometheus_client import Gauge

from mlserver.logging import logger

INTERVAL = 1.0  # seconds

# Set by MLServer where metrics are gathered from several processes through files.
SHARED = "PROMETHEUS_MULTIPROC_DIR"

STATUS = "/proc/self/status"


def watch_memory() -> None:
    """Adds two gauges: what the process and its workers take now, and the most that they ever took. Does nothing where
    the kernel does not tell."""
    if not os.path.isfile(STATUS):
        return
    try:
        resident = Gauge(
            "stowage_process_resident_bytes",
            "Memory of the server and its workers.",
            multiprocess_mode="livemax",
        )
        peak = Gauge(
            "stowage_process_peak_bytes",
            "Most memory that the server and its workers took since they started.",
            multiprocess_mode="livemax",
        )
    except ValueError:
        # Another instance in this process watches already.
        return
    watch = _Watch()
    if SHARED not in os.environ:
        # Whoever asks is told what is so at that moment.
        resident.set_function(watch.look)
        peak.set_function(lambda: max(watch.look(), watch.most))
        gauges = ()
    else:
        gauges = (resident, peak)
    threading.Thread(target=watch.run, args=gauges, name="stowage-memory", daemon=True).start()


class _Watch:
    """The most that was ever seen. Of this process alone the kernel knows it; of several together only who looks."""

    def __init__(self):
        self.most = 0

    def look(self) -> int:
        now = sum(_bytes(pid, "VmRSS") for pid in _family())
        self.most = max(self.most, now, _bytes("self", "VmHWM"))
        return now

    def run(self, resident=None, peak=None) -> None:
        while True:
            try:
                now = self.look()
                if resident is not None:
                    resident.set(now)
                    peak.set(self.most)
            except Exception:
                logger.exception("The server's memory cannot be read.")
            time.sleep(INTERVAL)


def _family() -> list:
    """This process and those that it started, their own included."""
    found = [str(os.getpid())]
    for pid in found:
        try:
            for task in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as file:
                    found.extend(file.read().split())
        except OSError:
            # It ended meanwhile, or the kernel does not list children.
            continue
    return found


def _bytes(pid: str, field: str) -> int:
    try:
        with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as file:
            for line in file:
                if line.startswith(field + ":"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0

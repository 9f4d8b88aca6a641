"""What the server really takes, as metrics: MLServer's own leave it out where it has workers, and never tell the peak."""

import ctypes
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


def give_back() -> None:
    """Gives memory that is free again back to the kernel, soon: what a load needed for a while, what was unloaded."""
    _unneeded.set()


_unneeded = threading.Event()


def _trim_if_unneeded() -> bool:
    """Waits for a second, or until there is something to give back, and gives it back."""
    if not _unneeded.wait(INTERVAL):
        return False
    # Whoever unloads has not let go of the model yet.
    time.sleep(0.1)
    _unneeded.clear()
    # Only glibc keeps so much, and only it has this. It runs without Python's lock, so that requests go on.
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
    return True


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
                trimmed = _trim_if_unneeded()
                now = self.look()
                if resident is not None:
                    resident.set(now)
                    peak.set(self.most)
                if trimmed:
                    # A hundred loads in a row are worth one look.
                    time.sleep(INTERVAL)
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

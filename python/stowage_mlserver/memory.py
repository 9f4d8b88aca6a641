"""What the server really takes, as metrics: MLServer's own leave it out where it has workers."""

import os
import threading
import time

from prometheus_client import Gauge

from mlserver.logging import logger

INTERVAL = 1.0  # seconds


def watch_memory() -> None:
    """Keeps two gauges fresh, in a thread: what the process and its workers take now, and the most that they ever took.
    Does nothing where the kernel does not tell."""
    if not os.path.isfile("/proc/self/status"):
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
    threading.Thread(target=_watch, args=(resident, peak), name="stowage-memory", daemon=True).start()


def _watch(resident: Gauge, peak: Gauge) -> None:
    most = 0
    while True:
        try:
            now = sum(_bytes(pid, "VmRSS") for pid in _family())
            most = max(most, now, _bytes("self", "VmHWM"))
            resident.set(now)
            peak.set(most)
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

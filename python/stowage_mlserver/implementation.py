"""Which class runs a model: the one that its settings name, made to load in a thread where that is safe."""

import asyncio
import importlib
import os
import sys
from typing import Iterable

from mlserver.logging import logger

from .memory import give_back
from .refusal import Refusal

# Runtimes whose `load` blocks and keeps nothing that is bound to the loop it ran in. Hugging Face's has a thread of its
# own; what others keep is not known, so they load in the server's loop as they always did.
THREADED = frozenset(
    {
        "mlserver_alibi_detect",
        "mlserver_catboost",
        "mlserver_lightgbm",
        "mlserver_mlflow",
        "mlserver_sklearn",
        "mlserver_xgboost",
    }
)


def warm(paths: Iterable[str]) -> None:
    """Imports the runtimes among these classes. One that cannot be imported fails its models when they are loaded."""
    for path in paths:
        if not is_runtime(path):
            continue
        try:
            importlib.import_module(path.rpartition(".")[0])
        except Exception:
            logger.warning("The runtime %s cannot be imported.", path)


def resolve(path: str, folder: str):
    """The class of this name. One that is no installed runtime is looked for in the model's folder first."""
    module, _, name = path.rpartition(".")
    if not module:
        raise ValueError(f"implementation {path} names no module")
    found = getattr(importlib.import_module(module) if is_runtime(path) else _import_own(module, folder), name)
    return _careful(found, path.split(".")[0] in THREADED)


def is_runtime(path: str) -> bool:
    """Whether a class is one of an installed runtime, by MLServer's way of naming them."""
    return path.startswith("mlserver_") or path.startswith("mlserver.")


def _import_own(module: str, folder: str):
    # Two versions of a model bring modules of the same names. To reload one in place, as MLServer does, would change it
    # under the other version, which is serving.
    own = {entry.partition(".")[0] for entry in os.listdir(folder)}
    root = os.path.dirname(folder) + os.sep
    for name in [name for name in sys.modules if name.partition(".")[0] in own and _place(name).startswith(root)]:
        del sys.modules[name]
    importlib.invalidate_caches()
    sys.path.insert(0, folder)
    try:
        return importlib.import_module(module)
    finally:
        sys.path.remove(folder)


def _place(name: str) -> str:
    """Where a module was read from. Empty: from no file."""
    module = sys.modules[name]
    places = [getattr(module, "__file__", None), *getattr(module, "__path__", [])]
    return next((place for place in places if place), "")


def _careful(found: type, threaded: bool) -> type:
    """A subclass that says why it does not load and, where asked to, loads in a thread."""

    class Careful(found):
        async def load(self) -> bool:
            try:
                if threaded:
                    return await asyncio.to_thread(_run, super().load)
                return await super().load()
            except Exception as error:
                raise Refusal(error) from error
            finally:
                give_back()

        async def unload(self) -> bool:
            try:
                return await super().unload()
            finally:
                give_back()

    Careful.__name__ = found.__name__
    Careful.__qualname__ = found.__qualname__
    return Careful


def _run(load) -> bool:
    return asyncio.run(load())

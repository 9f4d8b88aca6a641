"""The model repository: `<root>/<name>/model-settings.json`, one model a folder, of the folder's name."""

import asyncio
import json
import os
import sys
from typing import List

from mlserver.errors import MLServerError, ModelNotFound
from mlserver.logging import logger
from mlserver.repository.repository import DEFAULT_MODEL_SETTINGS_FILENAME, ModelRepository
from mlserver.settings import ModelSettings

from .implementation import is_runtime, resolve, warm
from .memory import watch_memory
from .refusal import Refusal


class Settings(ModelSettings):
    """Settings whose implementation was imported when they were found, so that using them imports nothing again."""

    _resolved = None

    @property
    def implementation(self):
        return self._resolved


class Repository(ModelRepository):
    """Finds a model by its folder. MLServer's own reads the settings of every model at each load.

    Models are loaded by name alone: `list` is for the index and gives names, not settings to load by.
    """

    def __init__(self, root: str = ".", **_):
        self._root = os.path.abspath(root)
        # The repository is the agent's: importing a model's code leaves nothing there.
        sys.dont_write_bytecode = True
        # Nothing is served yet, so nobody waits for these imports, as everybody would during the first load.
        warm(self._implementations())
        watch_memory()

    async def list(self) -> List[ModelSettings]:
        return [ModelSettings.model_construct(name=name, parameters=None) for name in self._names()]

    async def find(self, name: str) -> List[ModelSettings]:
        path = self._path(name)
        if path is None or not os.path.isfile(path):
            raise ModelNotFound(name)
        return [await asyncio.to_thread(_read, path, name)]

    def _names(self) -> List[str]:
        try:
            with os.scandir(self._root) as entries:
                names = [entry.name for entry in entries]
        except FileNotFoundError:
            return []
        return sorted(name for name in names if not name.startswith("."))

    def _path(self, name: str):
        if not name or name.startswith(".") or os.path.basename(name) != name:
            return None
        return os.path.join(self._root, name, DEFAULT_MODEL_SETTINGS_FILENAME)

    def _implementations(self) -> List[str]:
        found = set()
        for name in self._names():
            try:
                with open(self._path(name), encoding="utf-8") as file:
                    found.add(json.load(file)["implementation"])
            except Exception:
                # Whoever loads it will be told; a start is not the time.
                logger.warning("The settings of model %s cannot be read.", name)
        return sorted(text for text in found if isinstance(text, str))


def _read(path: str, name: str) -> Settings:
    try:
        with open(path, encoding="utf-8") as file:
            settings = Settings.model_validate(json.load(file))
        settings.name = name
        if not is_runtime(settings.implementation_):
            # Workers import the model's code by themselves, from beside its settings.
            settings._source = path
        settings._resolved = resolve(settings.implementation_, os.path.dirname(path))
        return settings
    except MLServerError:
        raise
    except Exception as error:
        raise Refusal(error) from error

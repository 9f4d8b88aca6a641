"""What MLServer is started with: a repository that looks only where a model is, loads that leave the server's loop free,
and the process's real memory among its metrics.

Reads the model repository and writes nothing; opens no connection.
"""

from .repository import Repository

__all__ = ["Repository"]

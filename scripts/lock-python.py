"""Writes requirements.txt beside each pyproject.toml of the tests: each package pinned, with the hashes of its wheels for
the machines that the tests run on. Needs `uv` on the PATH. `lock-python.py FOLDER` writes that of one folder."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import tomllib

TESTS = pathlib.Path(__file__).resolve().parent.parent / "test"
FOLDERS = (TESTS / "tools", TESTS / "cluster" / "scanners")
PYTHONS = ("cp311", "cp312", "cp313", "cp314")
HEADER = """\
# Python packages that tests run: real components, never imported by our code.
# Hashes: Linux on x86_64 and aarch64, macOS on arm64. Written by scripts/lock-python.py from pyproject.toml beside it.
"""


def lock(tools):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(tools / "pyproject.toml", folder)
        subprocess.run(["uv", "lock", "--quiet", "--project", folder], check=True)
        return tomllib.loads((pathlib.Path(folder) / "uv.lock").read_text())


def is_for_us(wheel):
    python, abi, platforms = wheel["url"].rsplit("/", 1)[1].removesuffix(".whl").split("-")[-3:]
    if abi.startswith("cp3") and abi not in PYTHONS:
        return False
    if abi == "abi3" and int(python.split(".")[0].removeprefix("cp3")) > 14:
        return False
    return any(map(is_our_platform, platforms.split(".")))


def is_our_platform(platform):
    if platform.startswith("manylinux"):
        return platform.endswith(("_x86_64", "_aarch64"))
    return platform == "any" or (platform.startswith("macosx") and platform.endswith(("_arm64", "_universal2")))


def entry(package):
    wheels = [wheel["hash"] for wheel in package.get("wheels", []) if is_for_us(wheel)]
    if not wheels:
        raise SystemExit(f"{package['name']} {package['version']} has no wheel")
    hashes = [f"    --hash={hash}" for hash in sorted(wheels)]
    return " \\\n".join([f"{package['name']}=={package['version']}", *hashes]) + "\n"


for tools in map(pathlib.Path, sys.argv[1:] or FOLDERS):
    packages = [package for package in lock(tools)["package"] if "registry" in package["source"]]
    names = [package["name"] for package in packages]
    if len(names) != len(set(names)):
        raise SystemExit("a package is there in two versions: constrain it in pyproject.toml")
    (tools / "requirements.txt").write_text(HEADER + "".join(map(entry, packages)))

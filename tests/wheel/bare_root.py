"""A minimal Debian in a folder."""

import os
import subprocess
import sys
from pathlib import Path

SUITE = "bookworm"
VERSION = "import sys; print(sys.version_info[:2])"
# With spaces of its own: what it mounts is gone with it, and it reaches nobody.
ALONE = ["unshare", "--mount", "--net", "--pid", "--fork"]
AS_ROOT = [] if os.geteuid() == 0 else ["sudo"]


def as_root(*command: str | Path) -> str:
    """Give what a command prints; raises with what it complains of where it fails."""
    done = subprocess.run([*AS_ROOT, *command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}")
    return done.stdout


class BareRoot:
    """Debian's smallest set of packages, Python and a font: no ICU, no compiler, and no network when it runs.

    The Python is Debian's own where that is of the version that runs these tests, and else a copy of theirs.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder
        packages = "--include=python3,python3-venv,fonts-wqy-microhei"
        as_root("unshare", "--mount", "debootstrap", "--variant=minbase", packages, SUITE, folder)
        self.python = "/usr/bin/python3"
        if self.run(self.python, "-c", VERSION) != f"{sys.version_info[:2]}\n":
            self.copy(Path(sys.base_prefix), sys.base_prefix)
            self.python = f"{sys.base_prefix}/bin/python3"

    def copy(self, source: Path, target: str) -> None:
        """Put a file or folder of ours where the root has none."""
        place = self.path / target.lstrip("/")
        as_root("mkdir", "-p", place.parent)
        as_root("cp", "-rT", source, place)

    def run(self, *command: str, folder: str = "/") -> str:
        """Give what a command prints inside."""
        inside = [f"--root={self.path}", "--mount-proc", "env", "-i", f"--chdir={folder}"]
        return as_root(*ALONE, *inside, "LANG=C.UTF-8", "PATH=/venv/bin:/usr/bin:/bin", *command)

    def remove(self) -> None:
        """Remove the root and nothing that may be mounted in it."""
        as_root("rm", "-rf", "--one-file-system", self.path)

"""Files out of a dump, without trust in what it says of their places: tarfile's own filter came with Python 3.11.4."""

import shutil
import tarfile
from pathlib import Path


def unpack(archive: Path, folder: Path) -> None:
    """The folder is as it was packed, or not there at all.

    Raises tarfile.TarError, EOFError or OSError, and leaves what stood there until then.
    """
    unfinished = folder.with_name(f".{folder.name}")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True, mode=0o750)
    with tarfile.open(archive) as packed:
        for member in packed:
            _unpack_one(packed, member, unfinished)
    shutil.rmtree(folder, ignore_errors=True)
    unfinished.rename(folder)


def _unpack_one(packed: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """A file or a folder, and nowhere but below the folder."""
    place = folder / member.name
    is_below = place.resolve().is_relative_to(folder.resolve())
    if not is_below or not (member.isfile() or member.isdir()):
        raise tarfile.TarError(f"{member.name} is no file of a site")
    (place if member.isdir() else place.parent).mkdir(parents=True, exist_ok=True)
    if source := packed.extractfile(member):
        with source, place.open("xb") as target:
            shutil.copyfileobj(source, target)
    place.chmod(member.mode & 0o777)

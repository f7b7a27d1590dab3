"""Why a file named to a command cannot be read or written, in our words and not the system's."""

import errno
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

FOLDER = gettext_lazy("%(path)s est un répertoire : un fichier est attendu.")
READING = {
    errno.ENOENT: gettext_lazy("Le fichier %(path)s n’existe pas."),
    errno.ENOTDIR: gettext_lazy("Le fichier %(path)s n’existe pas."),
    errno.EISDIR: FOLDER,
    errno.EACCES: gettext_lazy("Vous n’avez pas le droit de lire %(path)s."),
    errno.EPERM: gettext_lazy("Vous n’avez pas le droit de lire %(path)s."),
}
WRITING = {
    errno.ENOENT: gettext_lazy("Le répertoire %(folder)s n’existe pas."),
    errno.ENOTDIR: gettext_lazy("%(folder)s n’est pas un répertoire."),
    errno.EISDIR: FOLDER,
    errno.EACCES: gettext_lazy("Vous n’avez pas le droit d’écrire %(path)s."),
    errno.EPERM: gettext_lazy("Vous n’avez pas le droit d’écrire %(path)s."),
    errno.EROFS: gettext_lazy("%(folder)s n’admet aucune écriture."),
    errno.ENOSPC: gettext_lazy("Il n’y a plus de place pour écrire %(path)s."),
}


def not_read(path: Path, error: OSError) -> str:
    """Why the file could not be read; the system's number for what is unusual."""
    unusual = _("%(path)s ne peut pas être lu (erreur %(number)s du système).")
    return str(READING.get(error.errno or 0, unusual)) % _about(path, error)


def not_written(path: Path, error: OSError) -> str:
    """Why the file could not be written; the system's number for what is unusual."""
    unusual = _("%(path)s ne peut pas être écrit (erreur %(number)s du système).")
    return str(WRITING.get(error.errno or 0, unusual)) % _about(path, error)


def _about(path: Path, error: OSError) -> dict[str, object]:
    return {"path": path, "folder": path.parent, "number": error.errno}

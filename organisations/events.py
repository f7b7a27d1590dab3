"""What happens to the members, the people and the profile, as the audit trail calls it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    """What the audit trail keeps."""

    CREATED = "created", _("a créé l’organisation")
    PROFILE_CHANGED = "profile_changed", _("a modifié le profil :")
    INVITED = "invited", _("a invité")
    INVITED_AGAIN = "invited_again", _("a renvoyé l’invitation de")
    REVOKED = "revoked", _("a annulé l’invitation de")
    JOINED = "joined", _("a rejoint l’organisation")
    ROLE_CHANGED = "role_changed", _("a changé le rôle de")
    REMOVED = "removed", _("a retiré")
    LEFT = "left", _("a quitté l’organisation")
    PERSON_ADDED = "person_added", _("a ajouté à la liste des personnes :")
    PERSON_CHANGED = "person_changed", _("a modifié dans la liste des personnes :")
    PERSON_REMOVED = "person_removed", _("a retiré de la liste des personnes :")

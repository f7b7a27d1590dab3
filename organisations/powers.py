"""What each role lets one do, in a sentence to whoever has it."""

from django.utils.translation import gettext_lazy as _

from organisations.models import Role

POWERS = {
    Role.READER: _("Ce rôle permet de tout voir et de télécharger les documents."),
    Role.REVIEWER: _(
        "Ce rôle permet de tout voir, de confirmer les états et les décisions, d’écrire des "
        "notes et de télécharger les documents."
    ),
    Role.EDITOR: _(
        "Ce rôle permet de répondre aux questions, de décider, de tenir la liste des personnes "
        "et de télécharger les documents."
    ),
    Role.OWNER: _(
        "Ce rôle permet tout : répondre, décider, inviter, donner les rôles, modifier le profil "
        "et supprimer l’organisation."
    ),
}

"""Who: people who sign in, organisations, who belongs to which with what role, invitations."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from organisations.append_only import AppendOnly
from organisations.events import Event
from organisations.identifiers import new_id


class UserManager(BaseUserManager["User"]):
    """People, made and found by their address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person who can sign in with this address (kept in lower case)."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """The person with this address, whatever its capitals."""
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser):
    """A person who signs in, known by an e-mail address."""

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    email = models.EmailField(_("adresse électronique"), unique=True)
    name = models.CharField(_("nom"), max_length=120, blank=True)
    # Of the pages last read: mails that nobody asks for are in it; empty while nobody knows.
    language = models.CharField(_("langue"), max_length=2, blank=True, editable=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    objects = UserManager()

    class Meta:
        # The same address in other capitals is the same person, whoever writes the row.
        constraints = [models.UniqueConstraint(Lower("email"), name="one_person_per_address")]

    def __str__(self) -> str:
        return self.name or self.email

    def keep_language(self, language: str) -> None:
        """Remember the language of the pages that this person reads, when it is one of ours."""
        if language in dict(settings.LANGUAGES) and language != self.language:
            self.language = language
            self.save(update_fields=["language"])


class Role(models.TextChoices):
    """What a member may do; each role may do all that the one before it may."""

    READER = "reader", _("Lecture")
    REVIEWER = "reviewer", _("Relecture")
    EDITOR = "editor", _("Rédaction")
    OWNER = "owner", _("Responsable")

    def allows(self, needed: "Role") -> bool:
        """True when this role may do what `needed` may."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


class Sector(models.TextChoices):
    """What the organisation does."""

    INDUSTRY = "industry", _("Industrie")
    COMMERCE = "commerce", _("Commerce et distribution")
    SERVICES = "services", _("Services aux entreprises")
    TOURISM = "tourism", _("Tourisme, hôtellerie, restauration")
    FOOD = "food", _("Alimentation et agriculture")
    HEALTH = "health", _("Santé et action sociale")
    FINANCE = "finance", _("Banque, assurance, mutuelle")
    EDUCATION = "education", _("Enseignement et recherche")
    CULTURE = "culture", _("Culture, médias, loisirs, sport")
    PUBLIC = "public", _("Administration et collectivité")
    NON_PROFIT = "non_profit", _("Association, fondation, cause")
    TECHNOLOGY = "technology", _("Numérique")
    OTHER = "other", _("Autre")


class RegulatedField(models.TextChoices):
    """Fields whose communication has rules of its own."""

    HEALTH = "health", _("Santé")
    FINANCE = "finance", _("Finance")
    ALCOHOL = "alcohol", _("Alcool")
    GAMBLING = "gambling", _("Jeux d’argent")
    TOBACCO = "tobacco", _("Tabac et vapotage")
    ADULT = "adult", _("Contenu pour adultes")
    POLITICAL = "political", _("Vie politique")


class PublicBody(models.TextChoices):
    """Whether it belongs to the public, wholly or in part."""

    NO = "no", _("Non")
    YES = "yes", _("Oui")
    QUARTER_OWNED = "quarter_owned", _("Détenue à 25 % ou plus par le public")


class Headcount(models.TextChoices):
    """People employed, the whole group counted."""

    UNDER_10 = "under_10", _("0 à 9 personnes")
    UNDER_50 = "under_50", _("10 à 49 personnes")
    UNDER_250 = "under_250", _("50 à 249 personnes")
    MORE = "more", _("250 personnes et plus")


class Turnover(models.TextChoices):
    """Yearly turnover or balance sheet, the lower of the two, in millions of euros."""

    UP_TO_2 = "up_to_2", _("Jusqu’à 2 millions d’euros")
    UP_TO_10 = "up_to_10", _("Jusqu’à 10 millions d’euros")
    UP_TO_50 = "up_to_50", _("Jusqu’à 50 millions d’euros")
    UP_TO_250 = "up_to_250", _("Jusqu’à 250 millions d’euros")
    MORE = "more", _("Plus de 250 millions d’euros")


class Organisation(models.Model):
    """Who the strategy is for; its profile decides which legal reminders are shown."""

    LANGUAGES = [("fr", _("Français")), ("en", _("Anglais"))]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("nom"), max_length=120)
    sector = models.CharField(_("secteur"), max_length=20, choices=Sector.choices, blank=True)
    regulated_fields = models.JSONField(_("domaines réglementés"), default=list, blank=True)
    public_body = models.CharField(
        _("organisme public"), max_length=20, choices=PublicBody.choices, blank=True
    )
    in_group = models.BooleanField(_("fait partie d’un groupe"), null=True, blank=True)
    headcount = models.CharField(
        _("effectif, groupe compris"), max_length=20, choices=Headcount.choices, blank=True
    )
    turnover = models.CharField(
        _("chiffre d’affaires ou bilan, le plus bas des deux"),
        max_length=20,
        choices=Turnover.choices,
        blank=True,
    )
    language = models.CharField(
        _("langue du dossier"), max_length=2, choices=LANGUAGES, default="fr"
    )
    version = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    # When its own row changed; `progress.last_change` adds what hangs from it.
    changed_at = models.DateTimeField(default=timezone.now, db_index=True, editable=False)
    members = models.ManyToManyField(
        User, through="Membership", through_fields=("organisation", "user")
    )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The overview, where everything about the organisation starts."""
        return reverse("overview", args=[self.pk])


class Membership(models.Model):
    """One person's place in one organisation."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("rôle"), max_length=10, choices=Role.choices)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "user"], name="one_place_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.organisation}"

    @property
    def may_review(self) -> bool:
        """Confirms states and decisions, writes notes."""
        return Role(self.role).allows(Role.REVIEWER)

    @property
    def may_edit(self) -> bool:
        """Answers and decides."""
        return Role(self.role).allows(Role.EDITOR)

    @property
    def may_own(self) -> bool:
        """Invites, changes the profile, deletes."""
        return Role(self.role).allows(Role.OWNER)


class Person(models.Model):
    """A line of the organisation's own list of people: a name or a function, not an account."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="people")
    # What answers and dossier files name this person by; unique within the organisation.
    key = models.CharField(max_length=40, default=new_id, editable=False)
    name = models.CharField(_("nom ou fonction"), max_length=120)
    role = models.CharField(_("rôle dans l’organisation"), max_length=120, blank=True)
    position = models.PositiveIntegerField(default=0)

    objects: ClassVar[Any] = ScopedManager(organisation="organisation")

    class Meta:
        ordering = ["position", "name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "key"], name="one_key_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.role})" if self.role else self.name


class Invitation(models.Model):
    """A place offered by e-mail: one use, seven days, revocable; only the token's hash is kept."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="invitations"
    )
    email = models.EmailField(_("adresse électronique"))
    role = models.CharField(_("rôle"), max_length=10, choices=Role.choices)
    # Of the message, for who has no account yet; empty on those of before it was asked.
    language = models.CharField(
        _("langue du message"), max_length=2, choices=Organisation.LANGUAGES, blank=True
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, editable=False)
    revoked_at = models.DateTimeField(null=True, editable=False)

    objects: ClassVar[Any] = ScopedManager(organisation="organisation")

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.email} – {self.organisation}"

    @property
    def is_open(self) -> bool:
        """Neither used, nor revoked, nor too old."""
        spent = self.used_at or self.revoked_at
        return spent is None and self.expires_at > timezone.now()


class AuditEntry(AppendOnly):
    """One thing somebody did to the members, the people or the profile."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    event = models.CharField(max_length=20, choices=Event.choices)
    actor = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    # Words, not keys: the line must still be readable when those it names are gone.
    actor_name = models.CharField(max_length=254)
    about = models.CharField(max_length=254, blank=True)
    role = models.CharField(max_length=10, choices=Role.choices, blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[Any] = ScopedManager(organisation="organisation")

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.actor_name, self.get_event_display(), self.subject]))

    @property
    def subject(self) -> str:
        """What it is about; fields of the profile by their labels, in the reader's language."""
        if self.event != Event.PROFILE_CHANGED:
            return self.about
        labels = {field.name: str(field.verbose_name) for field in Organisation._meta.fields}
        return ", ".join(labels.get(name, name) for name in self.about.split())

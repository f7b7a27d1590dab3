"""The request that a view of an organisation gets."""

from django.http import HttpRequest

from organisations.models import Membership, Organisation, User


class MemberRequest(HttpRequest):
    """A request of a signed-in member, made by `access.member`."""

    user: User
    membership: Membership
    organisation: Organisation

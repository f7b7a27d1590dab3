"""The addresses of organisations, their profile, people, members and invitations."""

from django.urls import include, path

from organisations.views import home, invitations, members, people, profile

INVITATION = "members/invitations/<int:invitation>"

of_one_organisation = [
    path("profile", profile.profile, name="profile"),
    path("profile/edit", profile.edit_profile, name="edit_profile"),
    path("delete", profile.delete_organisation, name="delete_organisation"),
    path("people", people.people, name="people"),
    path("people/new", people.new_person, name="new_person"),
    path("people/<str:key>", people.edit_person, name="edit_person"),
    path("people/<str:key>/remove", people.remove_person, name="remove_person"),
    path("people/<str:key>/move", people.move_person, name="move_person"),
    path("members", members.members, name="members"),
    path("members/invite", members.invite, name="invite"),
    path("members/leave", members.leave, name="leave"),
    path("members/<int:member>/role", members.change_role, name="change_role"),
    path("members/<int:member>/remove", members.remove_member, name="remove_member"),
    path(f"{INVITATION}/again", members.invite_again, name="invite_again"),
    path(f"{INVITATION}/revoke", members.revoke_invitation, name="revoke_invitation"),
]

urlpatterns = [
    path("", home.home, name="home"),
    path("organisations/new", home.new_organisation, name="new_organisation"),
    path("organisations/demonstration", home.open_demonstration, name="open_demonstration"),
    path("invitations/<str:token>", invitations.invitation, name="invitation"),
    path("o/<uuid:organisation>/", include(of_one_organisation)),
]

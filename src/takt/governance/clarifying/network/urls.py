from django.urls import path

from takt.governance.clarifying.network import pages

urlpatterns = [
    path("", pages.coverage_map, name="network"),
    path("medlemmer/", pages.members, name="network_members"),
    path("medlemmer/nyt/", pages.new_member, name="new_network_member"),
    path("medlem/<int:pk>/", pages.member_page, name="network_member"),
    path("medlem/<int:pk>/ret/", pages.edit_member, name="change_network_member"),
    path("medlem/<int:pk>/viden/", pages.knowledge, name="describe_knowledge"),
    path("medlem/<int:pk>/stedfortraeder/", pages.substitute, name="name_substitute"),
    path("medlem/<int:pk>/overdrag/", pages.leave, name="hand_over"),
    path("medlem/<int:pk>/giv/", pages.give_many, name="give_cases"),
    path("giv/<slug:number>/", pages.give, name="assign_case"),
    path("overtag/<slug:number>/", pages.take_case_over, name="take_over_case"),
]

from django.urls import path

from takt.governance.asking import pages

urlpatterns = [
    path("", pages.wishes, name="wishes"),
    path("nyt/", pages.new_wish, name="new_wish"),
    path("nyt/kladde/", pages.keep_draft, name="keep_draft"),
    path("nyt/lignende/", pages.similar, name="similar_wishes"),
    path("e-mail/", pages.wish_from_mail, name="wish_from_mail"),
    path("e-mail/<uuid:key>/", pages.mail_preview, name="mail_preview"),
    path("e-mail/<uuid:key>/fortryd/", pages.discard, name="discard_mail"),
    path("<slug:number>/slut-dig-til/", pages.join, name="join_wish"),
    path("<slug:number>/traek-tilbage/", pages.withdraw, name="withdraw_wish"),
    path("<slug:number>/foelg/", pages.follow, name="follow_case"),
    path("<slug:number>/foelg-ikke/", pages.unfollow, name="unfollow_case"),
    path("<slug:number>/bilag/", pages.attach, name="attach_file"),
    path("<slug:number>/bilag/<int:pk>/", pages.attachment, name="attachment"),
    path("<slug:number>/bilag/<int:pk>/fjern/", pages.remove, name="remove_attachment"),
]

from django.urls import path

from takt.interfaces.case_file import pages
from takt.interfaces.case_file.consequences import consequences_page

urlpatterns = [
    path("<slug:number>/", pages.case_file, name="case_file"),
    path("<slug:number>/foelger/", consequences_page, name="case_consequences"),
]

from django.urls import path

from takt.interfaces.case_file import pages

urlpatterns = [path("<slug:number>/", pages.case_file, name="case_file")]

from django.urls import path

from takt.interfaces.system_file import pages

urlpatterns = [path("<int:pk>/", pages.system_file, name="system")]

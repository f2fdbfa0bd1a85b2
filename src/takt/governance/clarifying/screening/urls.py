from django.urls import path

from takt.governance.clarifying.screening.pages import assess

urlpatterns = [path("<slug:number>/lovkrav/<slug:key>/", assess, name="record_assessment")]

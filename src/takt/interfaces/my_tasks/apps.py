from django.apps import AppConfig


class MyTasksConfig(AppConfig):
    name = "takt.interfaces.my_tasks"
    label = "my_tasks"

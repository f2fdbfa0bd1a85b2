"""Roll-out windows: when is there room in some units for so many change hours a month?"""

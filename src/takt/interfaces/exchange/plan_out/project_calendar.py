"""The calendar of the file for Microsoft Project: weekdays from 8 to 12 and from 13 to 17."""

from xml.etree import ElementTree as ET

SUNDAY, SATURDAY = 1, 7
"""As the schema counts the days."""
HOURS = (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00"))


def calendars() -> ET.Element:
    every = ET.Element("Calendars")
    calendar = ET.SubElement(every, "Calendar")
    for name, text in {"UID": "1", "Name": "Standard", "IsBaseCalendar": "1"}.items():
        ET.SubElement(calendar, name).text = text
    days = ET.SubElement(calendar, "WeekDays")
    for number in range(SUNDAY, SATURDAY + 1):
        days.append(_day(number, is_worked=SUNDAY < number < SATURDAY))
    return every


def _day(number: int, *, is_worked: bool) -> ET.Element:
    day = ET.Element("WeekDay")
    ET.SubElement(day, "DayType").text = str(number)
    ET.SubElement(day, "DayWorking").text = str(int(is_worked))
    if is_worked:
        times = ET.SubElement(day, "WorkingTimes")
        for start, end in HOURS:
            span = ET.SubElement(times, "WorkingTime")
            ET.SubElement(span, "FromTime").text = start
            ET.SubElement(span, "ToTime").text = end
    return day

"""The leaders' work calendar: weeks with their entries, and the page on which the public reads them."""

from agenda.entries import Adjustment, Attendance, Entry, Week
from agenda.page import AgendaPage

__all__ = ["Adjustment", "AgendaPage", "Attendance", "Entry", "Week"]

"""The leaders' work calendar: weeks with their entries, and the page on which the public reads them."""

from agenda.entries import Attendance, Entry, Week
from agenda.page import AgendaPage

__all__ = ["AgendaPage", "Attendance", "Entry", "Week"]

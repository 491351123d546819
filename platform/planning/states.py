"""Words for projects. The three states are those in which NĐ 43/2011 had projects listed (in force until 2022)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """A fact about the project, not a step of ours: whoever may edit corrects it in any direction."""

    PREPARING = "preparing", _("In preparation")
    RUNNING = "running", _("Under way")
    FINISHED = "finished", _("Finished")


class Field(models.TextChoices):
    TRANSPORT = "transport", _("Transport")
    IRRIGATION = "irrigation", _("Irrigation and water supply")
    AGRICULTURE = "agriculture", _("Agriculture and rural development")
    EDUCATION = "education", _("Education and training")
    HEALTH = "health", _("Health")
    CULTURE = "culture", _("Culture, sport and tourism")
    ENVIRONMENT = "environment", _("Environment")
    ENERGY = "energy", _("Electricity and lighting")
    OFFICES = "offices", _("Offices and digital services")
    SECURITY = "security", _("Defence and public order")
    OTHER = "other", _("Other fields")


class Kind(models.TextChoices):
    CONSTRUCTION = "construction", _("New construction")
    RENOVATION = "renovation", _("Renovation and extension")
    EQUIPMENT = "equipment", _("Purchase of equipment")
    SUPPORT = "support", _("Support for households and production")
    PLANNING = "planning", _("Planning and survey")
    OTHER = "other", _("Other kinds")


class Funding(models.TextChoices):
    STATE = "state", _("State budget")
    LOAN = "loan", _("Loan or aid from abroad")
    BUSINESS = "business", _("Enterprises and investors")
    PEOPLE = "people", _("Contributions of the people")
    MIXED = "mixed", _("Several sources")
    OTHER = "other", _("Other sources")

"""How often a form was sent, for as long as its limit looks back and no longer."""

from django.db import models


class Attempts(models.Model):
    form = models.CharField(max_length=100)
    sender = models.CharField(max_length=64)
    times = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("form", "sender"), name="intake_one_count_per_form_and_sender")]

    def __str__(self) -> str:
        return f"{self.form}: {self.times}"

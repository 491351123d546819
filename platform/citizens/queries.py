"""Which questions wait, and which are late."""

import datetime
import re
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, When

from catalogue.models import DocumentField
from citizens.states import OPEN, State

if TYPE_CHECKING:
    from citizens.questions import Question

# Without the zero or the country's 84 before them; a shorter number is nobody's.
DIGITS_OF_A_NUMBER = 9
REFERENCE = re.compile(r"(?:(?P<year>\d{4})\s*[-/]\s*)?(?P<end>\d{1,9})", re.ASCII)


class QuestionQuerySet(models.QuerySet):
    def open_first(self) -> Self:
        """What is due soonest first."""
        return self.order_by(Case(When(state__in=OPEN, then=0), default=1), "due_on", "pk")

    def waiting(self) -> Self:
        return self.filter(state__in=OPEN)

    def overdue(self, on: datetime.date) -> Self:
        """Still waiting after the last day on which it would have been in time."""
        return self.waiting().filter(due_on__lt=on)

    def closed_before(self, day: datetime.date) -> Self:
        """Answered by then, or at another office since."""
        moved = models.Q(state=State.MOVED) & models.Q(
            transfers__is_incoming=False, transfers__arrived_at__date__lt=day
        )
        closed = self.filter(models.Q(answered_on__lt=day) | moved)
        return self.filter(pk__in=closed.values("pk")).exclude(pk__in=self.on_their_way().values("pk"))

    def on_their_way(self) -> Self:
        """Given away, and not known to have arrived."""
        return self.filter(transfers__is_incoming=False, transfers__arrived_at=None, transfers__refused="")

    def same_words(self, question: "Question") -> Self:
        """Others with the very same words, which somebody may have sent twice."""
        return self.filter(words_key=question.words_key).exclude(words_key="").exclude(pk=question.pk)

    def found_by(self, contact: str) -> Self:
        """All that came with that e-mail address or phone number, in whatever way the number was written."""
        digits = "".join(letter for letter in contact if letter.isdigit())
        if "@" in contact:
            return self.of_sender(contact.strip())
        if len(digits) < DIGITS_OF_A_NUMBER:
            return self.none()
        plain = models.Func(
            models.F("phone"), models.Value("[^0-9]"), models.Value(""), models.Value("g"), function="regexp_replace"
        )
        return self.annotate(phone_digits=plain).filter(phone_digits__endswith=digits[-DIGITS_OF_A_NUMBER:])

    def of_sender(self, email: str) -> Self:
        """All that came with that e-mail address."""
        return self.filter(email__iexact=email) if email else self.none()

    def with_something_to_forget(self, *, name_too: bool) -> Self:
        """How to reach who asked, words that nobody else reads, or a name beside them: one that was not to be shown, or
        with `name_too` any."""
        hidden = models.Q(published_on=None) & (~models.Q(subject="") | ~models.Q(body="") | ~models.Q(name=""))
        unnamed = ~models.Q(name="") if name_too else models.Q(hides_name=True) & ~models.Q(name="")
        reachable = ~models.Q(email="") | ~models.Q(phone="") | ~models.Q(address="")
        return self.filter(reachable | hidden | unnamed)

    def fields_of(self) -> list[DocumentField]:
        """What these are about, each once."""
        return list(DocumentField.objects.filter(pk__in=self.values("field")))

    def with_words(self, words: str) -> Self:
        """Each of them in subject, question or answer, with or without its marks."""
        found = self
        for word in words.split():
            fields = ("subject", "body", "answer")
            anywhere = [models.Q(**{f"{name}__unaccent__icontains": word}) for name in fields]
            found = found.filter(anywhere[0] | anywhere[1] | anywhere[2])
        return found

    def numbered(self, number: str) -> Self:
        """The one with that number, as it is read out on the phone: `2023-00012`, or only its end: `12`."""
        found = REFERENCE.fullmatch(number.strip())
        if not found:
            return self.none()
        questions = self.filter(pk=int(found["end"]))
        return questions.filter(received_at__year=int(found["year"])) if found["year"] else questions

    def published(self) -> Self:
        return self.filter(published_on__isnull=False)

    def newest_first(self) -> Self:
        """As the list of what is published has them."""
        return self.order_by("-published_on", "-pk")

    def before(self, question: "Question") -> Self:
        """What stands in that list above this one."""
        same_day = models.Q(published_on=question.published_on, pk__gt=question.pk)
        return self.filter(models.Q(published_on__gt=question.published_on) | same_day)

"""`manage.py isolation verify`: shows, on two sites made for it, that neither gets at what belongs to the other."""

import dataclasses
import json
import sys
import time
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from tenants.provisioning.logins import LoginsImpossible
from tenants.provisioning.template import TemplateMissing
from tenants.verification.actions import AnotherRunIsUnderWay
from tenants.verification.surfaces import SURFACES, verify
from tenants.verification.verdicts import CannotTell, Finding, Verdict

LEAKS, NOT_PROVED = 1, 2
LINE = "{:<{surface}}  {:<{tried}}  {:<11}  {}"
WIDTHS = {
    "surface": max(len(surface.name) for surface in SURFACES),
    "tried": max(len(surface.tried) for surface in SURFACES),
}


class Command(BaseCommand):
    help = (
        "Shows whether sites get at what belongs to others. Exit: 0 all is well, 1 a leak, 2 something can't be told."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        one = verbs.add_parser("verify", help="probe one surface after the other on two throw-away sites")
        one.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *, as_json: bool, **options: Any) -> None:
        started = time.monotonic()
        with translation.override("en"):
            findings = self._verify(quiet=as_json)
        if as_json:
            rows = [dataclasses.asdict(finding) for finding in findings]
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
        else:
            counts = [f"{sum(one.verdict == verdict for one in findings)} {verdict}" for verdict in Verdict]
            self.stdout.write(f"{', '.join(counts)} in {time.monotonic() - started:.0f} s")
        verdicts = {finding.verdict for finding in findings}
        if Verdict.LEAK in verdicts:
            sys.exit(LEAKS)
        if Verdict.CANNOT_TELL in verdicts:
            sys.exit(NOT_PROVED)

    def _verify(self, *, quiet: bool) -> list[Finding]:
        findings = []
        try:
            for finding in verify():
                findings.append(finding)
                if not quiet:
                    self._write(*(str(value) for value in dataclasses.astuple(finding)), is_first=len(findings) == 1)
        except (AnotherRunIsUnderWay, CannotTell, LoginsImpossible, TemplateMissing) as error:
            raise CommandError(str(error), returncode=NOT_PROVED) from None
        except ValidationError as error:
            raise CommandError("\n".join(error.messages), returncode=NOT_PROVED) from None
        return findings

    def _write(self, *columns: str, is_first: bool) -> None:
        if is_first:
            self.stdout.write(LINE.format("surface", "tried", "verdict", "detail", **WIDTHS))
        self.stdout.write(LINE.format(*columns, **WIDTHS).rstrip())

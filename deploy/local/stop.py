"""Stop what runs in this checkout: whoever serves it first, then the private database."""

from signal import SIGTERM

import postgres
from checkout import CannotGoOn, run, say
from processes import end
from serve import TIME_TO_END, serving


def main() -> int:
    if pids := serving():
        say("Stopping the web server and the worker; requests in progress are finished first …")
        if not end(pids, SIGTERM, patience=TIME_TO_END + 5):
            raise CannotGoOn(f"What serves this installation (process {', '.join(map(str, pids))}) doesn't end.")
    return postgres.stop()


if __name__ == "__main__":
    run(main)

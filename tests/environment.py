"""Environment of a test run, set before anything reads the settings. Loaded as a pytest plugin (`-p`)."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
PRIVATE_DATABASE = Path(os.environ.get("VAR_DIR", HOME / "var")) / "database.url"

if not os.environ.get("DATABASE_URL") and PRIVATE_DATABASE.exists():
    os.environ["DATABASE_URL"] = PRIVATE_DATABASE.read_text().strip()

# Files, mail, caches and archives of the tests lie in a folder that goes with them; one per worker process.
SCRATCH = Path(tempfile.mkdtemp(prefix="cong-lang-test-"))
(SCRATCH / "static").mkdir()
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)

os.environ.update(
    VAR_DIR=str(SCRATCH),
    BASE_DOMAIN="tracu.localhost",
    FIXED_TODAY="2023-10-31",
    PORT="8000",
    # Every request looks its host up anew: a test that changes a site must see the change.
    HOST_CACHE_SECONDS="0",
    FRAME_CACHE_SECONDS="0",
    LOG_LEVEL="CRITICAL",
)
# Playwright keeps an event loop in the process; Django would refuse every query of the tests that come after it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
for name in ("PRODUCTION", "DEBUG", "ALLOWED_HOSTS", "PUBLIC_PORT", "REDIS_URL", "MEDIA_ROOT", "ARCHIVE_ROOT"):
    os.environ.pop(name, None)

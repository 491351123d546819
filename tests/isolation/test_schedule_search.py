"""Each site's search is brought in step by the clock, learns its own words, and forgets what was sought in vain."""

import datetime

from django.conf import settings

from lib.clock import today
from newsroom.models import ArticlePage
from search.models import Entry, Miss, Word
from tenants.crossing import in_site
from tenants.isolation.schedule import learn_words_of_searches, renew_search, timers
from tenants.registry.models import Tenant
from tests import cast


def test_every_site_finds_what_no_call_announced(commune: Tenant, town: Tenant):
    renew_search()
    for tenant in (commune, town):
        with in_site(tenant):
            own = Entry.objects.filter(kind="article").values_list("title", flat=True)
            assert list(own) == [cast.SECRETS[tenant.slug]]
            ArticlePage.objects.update(title="Chợ nổi")
    renew_search()
    for tenant in (commune, town):
        with in_site(tenant):
            assert list(Entry.objects.filter(kind="article").values_list("title", flat=True)) == ["Chợ nổi"]


def test_every_site_learns_its_words_and_forgets_old_misses(commune: Tenant, town: Tenant):
    old = today() - datetime.timedelta(days=settings.SEARCH_MISS_DAYS + 1)
    for tenant in (commune, town):
        with in_site(tenant):
            Miss.objects.create(words="bến phà", on=old, times=1)
    renew_search()
    learn_words_of_searches()
    for tenant, word in ((commune, "xa"), (town, "tran")):
        with in_site(tenant):
            assert not Miss.objects.exists()
            assert Word.objects.filter(text=word).exists()


def test_the_clock_does_both():
    seconds = {timer.work: timer.seconds for timer in timers()}
    assert (seconds[renew_search], seconds[learn_words_of_searches]) == (120, 24 * 3600)

"""What is in one place for all languages, and what each language has."""

from django.urls import path, re_path

from discovery.copies import CopyView
from discovery.feeds import CategoryFeedView, RegisterFeedView, SiteFeedView
from discovery.pictures import share_picture
from discovery.views import FeedsView, SiteMapView, sitemap_index, sitemap_portion

FORM = r"(?P<kind>atom|rss)\.xml$"

once = [
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap_portion, name="sitemap_portion"),
]
in_each_language = [
    path("so-do-trang/", SiteMapView.as_view(), name="site_map"),
    path("anh-gioi-thieu/<slug:key>/<slug:digest>.png", share_picture, name="share_picture"),
    path("ban-luu/<path:path>", CopyView.as_view(), name="copy"),
    path("nguon-tin/", FeedsView.as_view(), name="feeds"),
    re_path(rf"^nguon-tin/{FORM}", SiteFeedView.as_view(), name="site_feed"),
    re_path(rf"^nguon-tin/chuyen-muc/(?P<key>[-\w]+)/{FORM}", CategoryFeedView.as_view(), name="category_feed"),
    re_path(rf"^nguon-tin/(?P<key>[-\w]+)/{FORM}", RegisterFeedView.as_view(), name="register_feed"),
]

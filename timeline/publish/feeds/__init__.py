"""Feeds of new events, and a timeline in the formats of others, as files of a site."""

from timeline.publish.feeds.files import DOWNLOADS, FEEDS, downloads, feeds, site_feeds

__all__ = ["DOWNLOADS", "FEEDS", "downloads", "feeds", "site_feeds"]

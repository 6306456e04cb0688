"""Feeds of new events, and a timeline in the formats of others, as files of a site."""

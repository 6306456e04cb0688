"""Timelines as pages, embeds, feeds and downloads, for any host or none."""

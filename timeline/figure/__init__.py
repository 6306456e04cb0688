"""Timelines as charts: a Plotly figure, data for the browser, static SVG. The only package importing plotly."""

from timeline.figure.build import figure

__all__ = ["figure"]

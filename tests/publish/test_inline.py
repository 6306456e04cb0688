"""The policy of a site stays short however many pages it has, and the scripts of its theme still run."""

from __future__ import annotations

import pytest

from timeline import publish
from timeline.options import Options

from ..conftest import headers_of


@pytest.fixture(scope="module", params=["readthedocs", "mkdocs"])
def built(request, project):
    config = (
        f"site_name: News\ntheme: {{name: {request.param}, highlightjs: false}}\n"
        "plugins: [search, timeline]\nmarkdown_extensions: [timeline]\n"
    )
    many = {f"docs/articles/b{number}.md": f"# Article {number}\n\nNumber {number}.\n" for number in range(60)}
    folder = project({"mkdocs.yml": config, **many})
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out")
    return folder / "out"


def test_no_line_of_the_headers_is_too_long_for_a_host(built):
    lines = (built / "_headers").read_text("utf-8").splitlines()
    assert max(map(len, lines)) < 2000


@pytest.mark.parametrize("page", ["", "articles/b7/", "timelines/space-race/", "404.html"])
def test_the_scripts_of_the_theme_run_under_the_policy(built, serve, visit, page):
    seen = visit()
    seen.page.goto(f"{serve(built, headers=lambda path: headers_of(built, path))}/{page}", wait_until="networkidle")
    assert not seen.errors
    assert seen.page.evaluate("typeof base_url") == "string"


def test_two_builds_move_the_same_scripts(built):
    def content() -> dict[str, bytes]:
        return {str(path.relative_to(built)): path.read_bytes() for path in built.rglob("*") if path.is_file()}

    first = content()
    publish.build(Options.read(built.parent / "mkdocs.yml"), built)
    assert content() == first

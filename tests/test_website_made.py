"""A page that is made from the contents."""

from markupsafe import Markup

from macros.website.made import Made


def test_the_path_of_a_made_page_is_that_of_the_markdown_with_its_address() -> None:
    """MkDocs makes an address of a path; we go the other way."""
    page = Made("soort/methode/", "catalogue/vocabulary.yml", dict, lambda _: Markup(""), ())

    assert page.path == "soort/methode.md"

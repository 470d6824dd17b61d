"""A choice from the catalogue: its address, and what it leaves. Run in a real browser."""

from typing import Any

import pytest

from tests.conftest import Visit


@pytest.fixture(scope="module")
def run(workbench: Visit) -> Any:
    """Call a function of docs/assets/js/selection.js on the page of the catalogue."""
    workbench.page.goto("catalogus/")

    def call(body: str, argument: object = None) -> Any:
        return workbench.page.evaluate(
            f"async given => {{ const m = await import('../assets/js/selection.js'); {body} }}",
            argument,
        )

    return call


@pytest.mark.parametrize(
    "fragment",
    [
        "",
        "#thema=integriteit",
        "#voor=team,leidinggevende&tijd=30",
        "#zoek=werk-priv%C3%A9+%26+meer&op=titel",
        "#thema=integriteit&zoek=moreel+beraad",
    ],
)
def test_a_choice_comes_out_of_its_address_as_it_went_in(run: Any, fragment: str) -> None:
    """Copied, kept and followed, an address gives the same choice."""
    assert run("return m.format(m.parse(given))", fragment) == fragment


def test_a_place_on_the_page_is_no_choice(run: Any) -> None:
    """`#integriteit` is a heading."""
    assert run("return m.format(m.parse('#integriteit'))") == ""


def test_facets_go_together_and_values_of_one_facet_are_alternatives(run: Any) -> None:
    """For a team or an adviser, and in half an hour."""
    found = run(
        """
        const rows = [
          {id: "a", values: {voor: ["team"], tijd: ["30"]}},
          {id: "b", values: {voor: ["adviseur"], tijd: ["30", "60"]}},
          {id: "c", values: {voor: ["team"], tijd: ["60"]}},
          {id: "d", values: {voor: ["medewerker"]}},
        ];
        const state = m.parse("#voor=team,adviseur&tijd=30");
        return [
          rows.filter((row) => m.matches(row, state)).map(({ id }) => id),
          [...m.count(rows, state).get("tijd")],
          [...m.count(rows, state).get("voor")],
        ];
        """
    )

    assert found == [["a", "b"], [["30", 2], ["60", 2]], [["team", 1], ["adviseur", 1]]]


def test_rows_are_read_from_the_list_of_the_catalogue(run: Any) -> None:
    """Everything that filters stands at the cards, so there is no second list to keep."""
    rows = run(
        "return m.read().map(({id, values, minutes, published}) => ({id, values, minutes, published}))"
    )
    (talk,) = [row for row in rows if row["id"] == "goed-gesprek-in-twintig-minuten"]

    assert len(rows) == 7
    assert talk["values"]["thema"] == ["productieve-werkomgeving"]
    assert talk["values"]["soort"] == ["interventie"]
    assert talk["minutes"] == 20
    assert talk["published"].startswith("20")

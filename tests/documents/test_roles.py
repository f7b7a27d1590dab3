"""Who does what, on paper: the matrix is read at one glance."""

import pypdfium2
import pytest

from conclusions.domain.roles.raci import ACTIVITIES
from deliverables.paper import proof
from deliverables.words import words
from strategy.domain.loading import questionnaire
from tests.documents.test_binding import page_of


@pytest.mark.parametrize("name", ["full", "english"])
def test_matrix_stands_whole_on_the_page_where_its_chapter_opens(request, name):
    document = request.getfixturevalue(name)
    language = document.tree.language
    pdf = pypdfium2.PdfDocument(document.path)
    page = proof.normal(pdf[page_of(document, "roles") - 1].get_textpage().get_text_range())
    pdf.close()

    table = questionnaire(language).by_id["roles"].tables[0]
    missing = [row.label for row in table.fixed if proof.normal(row.label) not in page]
    assert proof.normal(words(language)["roles.matrix"]) in page
    assert (len(table.fixed), missing) == (len(ACTIVITIES), [])

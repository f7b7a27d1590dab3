"""The stated limits of a dossier; a dossier at every limit still renders (about 900 pages)."""

LINE = 500  # characters of a one-line header field
LONG = 20_000  # characters of a long text
LONG_LINES = 500
CELL = 2_000  # characters of a cell
ROWS = 500  # rows of a table
ROWS_PER_PAGE = 50
ANSWER = 200_000  # characters of an answer
DOSSIER = 1_000_000  # characters of a dossier
CELLS = 15_000  # cells of a dossier
URL = 2_000
RANGES = 70  # of weekly hours
FIRST_YEAR, LAST_YEAR = 1900, 2200  # of a date
MEASURED = 1_000_000_000  # a value of an indicator, on either side of zero

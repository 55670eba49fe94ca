"""Tables, which data frames read where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator, List, Optional, Sequence, Tuple

from . import _detente

if TYPE_CHECKING:
    import numpy
    import numpy.typing
    import pandas
    import polars
    import pyarrow


class Table:
    """A table of columns, in the Arrow format.

    polars, pandas, pyarrow and DuckDB read it through the Arrow PyCapsule interface where it stands, numbers without a copy:
    `polars.DataFrame(table)`, `pyarrow.table(table)`, `duckdb.from_arrow(table.to_arrow())`. `to_polars`, `to_pandas` and `to_arrow` do
    the same, and `to_numpy` gives columns as arrays. None of these libraries is needed otherwise.

    Columns of shares, values and margins are float64; columns that say whether something holds are bool; columns of options are
    dictionaries of texts, and float64, in the unit of the issue, where all options of the issue are numbers. What is not known is null.
    """

    __slots__ = ("_table",)

    def __init__(self, table: _detente.Table) -> None:
        self._table = table

    def __arrow_c_stream__(self, requested_schema: Optional[object] = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        return self._table.__arrow_c_schema__()

    def __len__(self) -> int:
        return len(self._table)

    @property
    def shape(self) -> Tuple[int, int]:
        """Rows and columns."""
        return (len(self._table), len(self.columns))

    @property
    def columns(self) -> List[str]:
        """The names of the columns, in order."""
        return self._table.names()

    def rows(self, first: int = 0, count: Optional[int] = None) -> List[Tuple[Any, ...]]:
        """Some rows as tuples, all of them if no `count` is given; for millions of rows take a data frame."""
        return self._table.rows(first, len(self) - first if count is None else count)

    def __iter__(self) -> Iterator[Tuple[Any, ...]]:
        at, stride = 0, 4096
        while at < len(self):
            yield from self._table.rows(at, stride)
            at += stride

    def to_arrow(self) -> pyarrow.Table:
        """As a table of pyarrow, without a copy."""
        import pyarrow

        return pyarrow.table(self)

    def to_pandas(self) -> pandas.DataFrame:
        """As a data frame of pandas; columns of options become categories."""
        frame: pandas.DataFrame = self.to_arrow().to_pandas()
        return frame

    def to_polars(self) -> polars.DataFrame:
        """As a data frame of polars, numbers without a copy; columns of options become categories."""
        import polars

        return polars.DataFrame(self)

    def to_numpy(self, columns: Optional[Sequence[str]] = None) -> numpy.typing.NDArray[numpy.float64]:
        """Columns side by side as one array of float64.

        Args:
            columns: Which ones; without it all that are numbers or truths.

        Returns:
            An array of shape `(rows, columns)`: 1 where something holds and 0 where it does not, NaN where it is not known.
        """
        if columns is None:
            kinds = zip(self.columns, self._table.types())
            columns = [name for name, kind in kinds if not kind.startswith("Dictionary")]
        matrix: numpy.typing.NDArray[numpy.float64] = self._table.matrix(list(columns))
        return matrix

    def column(self, name: str) -> numpy.typing.NDArray[numpy.float64]:
        """One column of numbers or truths as an array of float64 of shape `(rows,)`; NaN where it is not known."""
        column: numpy.typing.NDArray[numpy.float64] = self._table.numbers(name)
        return column

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self._table.parts() == other._table.parts()

    def __hash__(self) -> int:
        raise TypeError("a table is compared cell by cell, and has no hash")

    def __reduce__(self) -> Any:
        return (_table_of, (self._table.parts(),))

    def __repr__(self) -> str:
        rows, columns = self.shape
        return f"<Table of {rows} rows and {columns} columns: {', '.join(self.columns[:8])}{', …' if columns > 8 else ''}>"

    def _repr_html_(self) -> str:
        from html import escape

        def cell(value: Any) -> str:
            return "" if value is None else escape(f"{value:.6g}" if isinstance(value, float) else str(value))

        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(f"<tr>{''.join(f'<td>{cell(value)}</td>' for value in row)}</tr>" for row in self.rows(0, 10))
        rest = f"<p>{len(self)} rows, of which the first 10 are shown</p>" if len(self) > 10 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"


def _table_of(parts: Any) -> Table:
    return Table(_detente.Table.from_parts(parts))

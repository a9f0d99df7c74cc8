"""What the reference tables refuse."""

from chengmai.kernel.errors import BadInput, Forbidden, NotFound, Refusal


class TableNotFound(NotFound):
    """No such table, or not yours to read."""

    code = "tables.table_not_found"


class RowNotFound(NotFound):
    """No such row."""

    code = "tables.row_not_found"


class RowChanged(Refusal):
    """Somebody changed the row meanwhile."""

    code = "tables.row_changed"
    status = 409


class NotYourTable(Forbidden):
    """Another duty edits this table."""

    code = "tables.not_your_table"


class NotPossible(Refusal):
    """This table or this row does not take that doing."""

    code = "tables.not_possible"
    status = 409


class Hindered(Refusal):
    """Something still hangs on the row; `facts.effects` lists it."""

    code = "tables.hindered"
    status = 409


class BadValue(BadInput):
    """A value that the column cannot take."""

    code = "tables.bad_value"


class AlreadyThere(BadInput):
    """Another row has this key."""

    code = "tables.already_there"
    status = 409


class BadSheet(BadInput):
    """The file is no sheet of this table."""

    code = "tables.bad_sheet"

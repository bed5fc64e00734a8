"""What makes a single run start quickly; nothing here changes what is made.

Importing `typing` is 3 % of a plain run, so no module on its way does. Where names are needed for
types alone, everywhere in the package, they are imported under ``TYPE_CHECKING = False``, a name
that type checkers take as true.
"""

from collections.abc import Callable
from typing import Any

import attrs
from lxml.etree import _Element as Element

from podkit._xml.read import Reader
from podkit._xml.rows import Table
from podkit._xml.shapes import ReadingShape

class Maker:
    def __init__(
        self, model: type[attrs.AttrsInstance], needed: tuple[str, ...], optional: dict[str, Any]
    ) -> None: ...

class Plan:
    def __init__(
        self,
        shape: ReadingShape,
        steps: dict[str, Step],
        table: Table[Any] | None = None,
        maker: Maker | None = None,
    ) -> None: ...

class Step: ...

class SingleText(Step):
    def __init__(self, field: str, read: Callable[[str], Any]) -> None: ...

class ManyTexts(SingleText): ...

class Inline(Step):
    def __init__(self, field: str, plan: Plan, parent: str, lacking: str) -> None: ...

class Record(Step):
    def __init__(
        self, field: str, plan: Plan, is_many: bool, number: str | None, lacking: str
    ) -> None: ...

class Walk:
    def __init__(self, reader: Reader, element: Element) -> None: ...
    def read(self, plan: Plan, element: Element) -> Any: ...
    def values(self, plan: Plan, element: Element) -> dict[str, Any]: ...

def has_more_attributes(root: Element, most: int) -> bool: ...

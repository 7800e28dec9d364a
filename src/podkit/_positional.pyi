from typing import Any, Generic, TypeVar

import attrs

_Model = TypeVar("_Model", bound=attrs.AttrsInstance)

class Positional(Generic[_Model]):
    def __init__(
        self, model: type[_Model], names: tuple[str, ...], others: dict[str, Any]
    ) -> None: ...
    def __call__(self, *values: object) -> _Model: ...

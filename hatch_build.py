"""Builds podkit's native code into its wheels, where that can be done; all works without it too."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MODULE = "podkit._xml._walk"
SOURCE = Path("src", *MODULE.split(".")).with_suffix(".pyx")


class NativeBuildHook(BuildHookInterface):
    """Compiles the module beside its source, from where both kinds of wheels take it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Add the module to the wheel, and its platform to the wheel's name."""
        try:
            module = _compiled(Path(self.root))
        except Exception as error:  # whatever is missing, podkit does without
            self.app.display_warning(f"podkit reads feeds without native code: {error}")
            return
        build_data["artifacts"].append(module.as_posix())
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def _compiled(root: Path) -> Path:
    import lxml
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension

    with tempfile.TemporaryDirectory() as folder:
        extension = Extension(
            MODULE,
            [str(root / SOURCE)],
            include_dirs=lxml.get_include(),
            extra_compile_args=["-g0"],
        )
        modules = cythonize([extension], build_dir=folder, quiet=True)
        distribution = Distribution({"ext_modules": modules})
        command = distribution.get_command_obj("build_ext")
        command.build_lib = command.build_temp = folder
        command.ensure_finalized()
        command.run()
        built = Path(command.get_ext_fullpath(MODULE))
        module = SOURCE.with_name(built.name)
        # In one step, for whoever imports the one that stands there.
        staged = root / module.with_suffix(".new")
        shutil.copy(built, staged)
        staged.replace(root / module)
        return module

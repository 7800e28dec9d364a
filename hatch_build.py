"""Builds podkit's native code into its wheels, where that can be done; all works without it too."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MODULES = (
    "podkit._markup._tidy",
    "podkit._positional",
    "podkit._xml._walk",
    "podkit.checks._scan",
)


class NativeBuildHook(BuildHookInterface):
    """Compiles the modules beside their sources, from where both kinds of wheels take them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Add the modules to the wheel, and their platform to the wheel's name."""
        try:
            modules = [_compiled(name, Path(self.root)) for name in MODULES]
        except Exception as error:  # whatever is missing, podkit does without
            self.app.display_warning(f"podkit reads without native code: {error}")
            return
        build_data["artifacts"] += [module.as_posix() for module in modules]
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def _compiled(name: str, root: Path) -> Path:
    import lxml
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension

    source = Path("src", *name.split(".")).with_suffix(".pyx")
    with tempfile.TemporaryDirectory() as folder:
        extension = Extension(
            name,
            [str(root / source)],
            include_dirs=lxml.get_include(),
            extra_compile_args=["-g0"],
        )
        include_path = [str(root / "src")]
        modules = cythonize([extension], build_dir=folder, include_path=include_path, quiet=True)
        distribution = Distribution({"ext_modules": modules})
        command = distribution.get_command_obj("build_ext")
        command.build_lib = command.build_temp = folder
        command.ensure_finalized()
        command.run()
        built = Path(command.get_ext_fullpath(name))
        module = source.with_name(built.name)
        # In one step, for whoever imports the one that stands there.
        staged = root / module.with_suffix(".new")
        shutil.copy(built, staged)
        staged.replace(root / module)
        return module

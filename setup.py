"""Everything else stands in pyproject.toml; this is what it can't say."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithData(build_py):
    """resources/ and data/ stand at the top of the tree, where people look; a wheel holds them inside the package."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:  # parkdir.paths finds the checkout's own
            return
        for name in ("resources", "data"):
            inside = Path(self.build_lib, "parkdir", name)
            shutil.rmtree(inside, ignore_errors=True)
            shutil.copytree(name, inside)
        shutil.copy("NOTICE.md", Path(self.build_lib, "parkdir"))


setup(cmdclass={"build_py": BuildWithData})

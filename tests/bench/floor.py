"""The floor of every start: a bare window that holds ten rows, as PySide6 alone can open it. Run as a program."""

import sys

from PySide6.QtWidgets import QApplication, QListWidget


def main() -> int:
    app = QApplication(sys.argv)
    rows = QListWidget()
    rows.addItems([f"Row {number}" for number in range(10)])
    rows.resize(1440, 900)
    rows.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())

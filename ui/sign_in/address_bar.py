"""Where the sign-in page really is: drawn by us, never by the page, and not to be typed in."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from .. import metrics
from ..theme import Theme
from ..widgets.icon_label import IconLabel
from ..widgets.plain_label import ElidedLabel, PlainLabel


class AddressBar(QFrame):
    """A lock, the host in strong letters and the path. The query stays hidden, it holds secrets."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._lock = IconLabel(theme, "lock-open", "muted", metrics.ICON_SMALL)
        self.scheme = PlainLabel(role="muted")
        self.host = PlainLabel(role="strong")
        self.path = ElidedLabel(role="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.SPACE_3, 6, metrics.SPACE_3, 6)
        row.setSpacing(0)
        row.addWidget(self._lock)
        row.addSpacing(metrics.SPACE_2 - 2)
        row.addWidget(self.scheme)
        row.addWidget(self.host)
        row.addWidget(self.path, 1)
        self.show_address(QUrl())

    def show_address(self, url: QUrl) -> None:
        """The host as it is on the wire, so that a look-alike letter is seen."""
        # ASCII only: a Cyrillic letter in a host shows as xn--.
        host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
        if url.port() != -1:
            host = f"{host}:{url.port()}"
        path = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
        secure = url.scheme() == "https"
        self._lock.show_icon("lock" if secure else "lock-open", "success" if secure else "muted")
        self.scheme.setText(f"{url.scheme()}://" if host else "")
        self.host.setText(host)
        self.path.setText("" if path == "/" else path)
        kind = self.tr("secure connection") if secure else self.tr("connection on this computer")
        self._lock.setToolTip(kind if host else "")
        self._lock.setAccessibleName(kind if host else "")
        self.setAccessibleName(
            self.tr("Address: {host}, {kind}").format(host=host, kind=kind)
            if host
            else self.tr("Address: none yet")
        )

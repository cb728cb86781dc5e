"""The web view of one sign-in attempt, and its orderly end. Imported only when a dialog opens."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEngineLoadingInfo, QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from fbrecon.app.sign_in import SignInAttempt

from .page import SignInPage, make_profile

_WIPE_MS = 2000
_SERVER_TROUBLE = 500
_GIVEN_UP = -3  # Chromium's net::ERR_ABORTED


class Browser(QObject):
    """View, page and profile of one attempt. `close` ends all three, in the order Qt needs."""

    finished = Signal(str)
    refused = Signal(str)
    failed = Signal(str)  # a sentence
    address_changed = Signal(QUrl)
    loading_changed = Signal(bool)

    def __init__(self, attempt: SignInAttempt, parent: QWidget) -> None:
        super().__init__(parent)
        self._has_shown_page = False
        app = QCoreApplication.instance()
        assert app is not None
        self._profile: QWebEngineProfile | None = make_profile(app)
        self._page = SignInPage(attempt, self._profile, app)
        self.view = QWebEngineView(parent)
        self.view.setPage(self._page)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.view.setAcceptDrops(False)
        self.view.setAccessibleName(self.tr("FreshBooks sign-in page"))
        page = self._page
        # Queued: the page must not be torn down inside its own question.
        queued = Qt.ConnectionType.QueuedConnection
        page.finished.connect(self.finished, queued)
        page.refused.connect(self.refused, queued)
        page.certificate_refused.connect(self._certificate_refused, queued)
        page.download_refused.connect(self._download_refused, queued)
        page.urlChanged.connect(self.address_changed)
        page.loadingChanged.connect(self._loading_changed)
        page.renderProcessTerminated.connect(self._crashed)

    @property
    def page(self) -> SignInPage:
        """The page, for tests."""
        return self._page

    def open(self, url: str) -> None:
        """Go to the sign-in page."""
        self._page.setUrl(QUrl(url))

    def close(self) -> None:
        """Blank the page, delete cookies and cache, then page, then profile. Safe to call twice."""
        profile, self._profile = self._profile, None
        if profile is None or not shiboken6.isValid(profile):
            return
        page = self._page
        page.disconnect(self)
        page.wipe()
        profile.cookieStore().deleteAllCookies()
        if shiboken6.isValid(self.view):
            # A page that is shown nowhere still loads its blank one.
            self.view.hide()
            shiboken6.delete(self.view)
        _Wipe(profile, page)

    def _certificate_refused(self) -> None:
        self.failed.emit(
            self.tr(
                "The page could not prove that it is what it says it is, so it was not opened."
                " Check the date of this computer, or try from another network."
            )
        )

    def _download_refused(self) -> None:
        if not self._has_shown_page:
            self.failed.emit(self.tr("A file came instead of a page. Nothing was downloaded."))
        else:
            self.refused.emit(self.tr("It is a file, and nothing is downloaded here."))

    def _crashed(self) -> None:
        self.failed.emit(self.tr("The sign-in page stopped working."))

    def _loading_changed(self, info: QWebEngineLoadingInfo) -> None:
        status = info.status()
        statuses = QWebEngineLoadingInfo.LoadStatus
        self.loading_changed.emit(status is statuses.LoadStartedStatus)
        if status is statuses.LoadFailedStatus and not self._is_page_after_all(info):
            self.failed.emit(self._reason(info))
        elif status in (statuses.LoadSucceededStatus, statuses.LoadFailedStatus):
            self._has_shown_page = True

    @staticmethod
    def _is_page_after_all(info: QWebEngineLoadingInfo) -> bool:
        """A wrong password is often answered with a 4xx page: it has its own words and stays.

        A load that was given up for the next one (a second click) is no failure either.
        """
        if info.errorDomain() is QWebEngineLoadingInfo.ErrorDomain.HttpStatusCodeDomain:
            return info.errorCode() < _SERVER_TROUBLE
        return info.errorCode() == _GIVEN_UP

    def _reason(self, info: QWebEngineLoadingInfo) -> str:
        domains = QWebEngineLoadingInfo.ErrorDomain
        if info.errorDomain() is domains.CertificateErrorDomain:
            return self.tr("The page could not prove that it is what it says it is.")
        if info.errorDomain() in (domains.ConnectionErrorDomain, domains.DnsErrorDomain):
            return self.tr("FreshBooks could not be reached. Check the network of this computer.")
        return self.tr("The page came back empty or broken. This is usually over in a minute.")


class _Wipe(QObject):
    """Waits until the cache is empty (not for ever), then deletes page and profile."""

    def __init__(self, profile: QWebEngineProfile, page: QWebEnginePage) -> None:
        app = QCoreApplication.instance()
        super().__init__(app)
        assert app is not None
        self._profile = profile
        self._page = page
        profile.clearHttpCacheCompleted.connect(self._end, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(_WIPE_MS, self, self._end)
        app.aboutToQuit.connect(self._end)
        profile.clearHttpCache()

    def _end(self) -> None:
        if shiboken6.isValid(self._page):
            shiboken6.delete(self._page)
        if shiboken6.isValid(self._profile):
            shiboken6.delete(self._profile)
        self.deleteLater()

"""The hardened web page and its throw-away profile. Importing this starts to load WebEngine.

The page decides nothing: each address goes to the attempt, which answers open, finish or refuse.
The callback address is never contacted. Nothing is injected, nothing is read from the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineDesktopMediaRequest,
    QWebEngineDownloadRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineRegisterProtocolHandlerRequest,
    QWebEngineSettings,
    QWebEngineWebAuthUxRequest,
)

from fbrecon.app.sign_in import SignInAttempt, Verdict

_Attribute = QWebEngineSettings.WebAttribute
BLANK: Final = QUrl("about:blank")

# Pinned one by one: several of these are on unless they are switched off.
SETTINGS: Final = {
    _Attribute.AllowGeolocationOnInsecureOrigins: False,
    _Attribute.AllowRunningInsecureContent: False,
    _Attribute.AllowWindowActivationFromJavaScript: False,
    _Attribute.BackForwardCacheEnabled: False,
    _Attribute.DnsPrefetchEnabled: False,
    _Attribute.ErrorPageEnabled: False,
    _Attribute.FullScreenSupportEnabled: False,
    _Attribute.HyperlinkAuditingEnabled: False,
    _Attribute.JavascriptCanAccessClipboard: False,
    _Attribute.JavascriptCanOpenWindows: False,
    _Attribute.JavascriptCanPaste: False,
    _Attribute.JavascriptEnabled: True,  # the sign-in pages need it
    _Attribute.LocalContentCanAccessFileUrls: False,
    _Attribute.LocalContentCanAccessRemoteUrls: False,
    _Attribute.NavigateOnDropEnabled: False,
    _Attribute.PdfViewerEnabled: False,
    _Attribute.PluginsEnabled: False,
    _Attribute.ScreenCaptureEnabled: False,
    _Attribute.WebGLEnabled: False,
    _Attribute.WebRTCPublicInterfacesOnly: True,
}


def make_profile(parent: QObject) -> QWebEngineProfile:
    """A new profile without a name: off the record, in memory, for one attempt."""
    profile = QWebEngineProfile(parent)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.MemoryHttpCache)
    profile.setPersistentCookiesPolicy(
        QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    )
    profile.setSpellCheckEnabled(False)
    return profile


class SignInPage(QWebEnginePage):
    """A page that goes only where the attempt says, and grants nothing."""

    finished = Signal(str)  # the callback's whole address; it was not opened
    refused = Signal(str)  # why an address was not opened
    certificate_refused = Signal()
    download_refused = Signal()

    def __init__(
        self, attempt: SignInAttempt, profile: QWebEngineProfile, parent: QObject | None = None
    ) -> None:
        super().__init__(profile, parent)
        self._attempt = attempt
        self._is_over = False
        for attribute, value in SETTINGS.items():
            self.settings().setAttribute(attribute, value)
        self.settings().setUnknownUrlSchemePolicy(
            QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
        )
        profile.downloadRequested.connect(self._refuse_download)
        self.certificateError.connect(self._refuse_certificate)
        self.newWindowRequested.connect(self._refuse_window)
        self.permissionRequested.connect(self._refuse_permission)
        self.fullScreenRequested.connect(self._refuse_full_screen)
        self.desktopMediaRequested.connect(self._refuse_screen)
        self.fileSystemAccessRequested.connect(self._refuse_files)
        self.registerProtocolHandlerRequested.connect(self._refuse_protocol)
        self.webAuthUxRequested.connect(self._refuse_passkey)

    def wipe(self) -> None:
        """Leave the pages of the service; from now on only a blank one is opened."""
        self._is_over = True
        self.setUrl(BLANK)

    def acceptNavigationRequest(
        self,
        url: QUrl | str,
        _type: QWebEnginePage.NavigationType,
        isMainFrame: bool,  # noqa: FBT001, N803 - Qt's own signature
        /,
    ) -> bool:
        """Ask the attempt; take the callback's address without opening it."""
        address = QUrl(url)
        if self._is_over:
            return address == BLANK
        text = address.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        judgement = self._attempt.judge(text, main_frame=isMainFrame)
        if judgement.verdict is Verdict.OPEN:
            return True
        if judgement.verdict is Verdict.FINISH:
            self._is_over = True
            self.finished.emit(text)
        else:
            self.refused.emit(judgement.reason)
        return False

    def createWindow(self, _type: QWebEnginePage.WebWindowType, /) -> QWebEnginePage:
        """No second window, ever."""
        self.refused.emit(
            self.tr("The page tried to open another window; that is not allowed here.")
        )
        return None  # type: ignore[return-value] # Qt takes null for "no window"; the stub does not

    def chooseFiles(
        self,
        _mode: QWebEnginePage.FileSelectionMode,
        _old: Sequence[str],
        _types: Sequence[str],
        /,
    ) -> list[str]:
        """No file is ever offered."""
        return []

    def javaScriptAlert(self, _origin: QUrl | str, _text: str, /) -> None:
        """A page's own message boxes are not shown."""

    def javaScriptConfirm(self, _origin: QUrl | str, _text: str, /) -> bool:
        """A page's own questions are answered with no."""
        return False

    def javaScriptPrompt(
        self, _origin: QUrl | str, _text: str, _default: str, /
    ) -> tuple[bool, str]:
        """A page's own prompts are cancelled."""
        return False, ""

    def javaScriptConsoleMessage(
        self,
        _level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        _message: str,
        _line: int,
        _source: str,
        /,
    ) -> None:
        """Not logged: a page may print anything there."""

    def _refuse_download(self, download: QWebEngineDownloadRequest) -> None:
        download.cancel()
        self.download_refused.emit()

    def _refuse_certificate(self, error: QWebEngineCertificateError) -> None:
        error.rejectCertificate()
        self.certificate_refused.emit()

    def _refuse_window(self, _request: QWebEngineNewWindowRequest) -> None:
        """Leaving the request alone refuses it."""

    def _refuse_permission(self, permission: QWebEnginePermission) -> None:
        permission.deny()

    def _refuse_full_screen(self, request: QWebEngineFullScreenRequest) -> None:
        request.reject()

    def _refuse_screen(self, request: QWebEngineDesktopMediaRequest) -> None:
        request.cancel()

    def _refuse_files(self, request: QWebEngineFileSystemAccessRequest) -> None:
        request.reject()

    def _refuse_protocol(self, request: QWebEngineRegisterProtocolHandlerRequest) -> None:
        request.reject()

    def _refuse_passkey(self, request: QWebEngineWebAuthUxRequest) -> None:
        request.cancel()

"""The FreshBooks sign-in host: e-mail and password, consent, and the way back to the app.

The pages say plainly that they are the sandbox's. Cookies and codes live as long as the process.
"""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Flask, redirect, render_template, request
from werkzeug.wrappers import Response

from fbrecon.sandbox.freshbooks_tokens import KNOWN_SCOPES
from fbrecon.sandbox.state import SandboxState

_COOKIE = "freshbooks_sandbox"
_PASSED_ON = (
    "client_id", "redirect_uri", "response_type", "scope", "state",
    "code_challenge", "code_challenge_method",
)  # fmt: skip
_WORDS = {
    "bill_payments": "bill payments",
    "bill_vendors": "vendors",
    "billable_items": "items",
    "credit_notes": "credit notes",
    "journal_entries": "journal entries and accounts",
    "online_payments": "online payments",
    "other_income": "other income",
    "profile": "your profile",
    "time_entries": "time entries",
}


def create_app(state: SandboxState) -> Flask:
    """The app of ``auth.freshbooks.com``."""
    app = Flask("fbrecon.sandbox", template_folder="templates")
    pages = SignInPages(state)
    app.add_url_rule(
        "/oauth/authorize", view_func=pages.authorize, methods=["GET"], strict_slashes=False
    )
    app.add_url_rule("/oauth/sign_in", view_func=pages.sign_in, methods=["POST"])
    app.add_url_rule("/oauth/consent", view_func=pages.consent, methods=["POST"])

    @app.errorhandler(404)
    def unknown_path(_: Exception) -> Response:
        return _problem("Page not found", "There is no such page here.", 404)

    return app


class SignInPages:
    """The pages, and who is signed in by which cookie."""

    def __init__(self, state: SandboxState) -> None:
        self._state = state
        # Cookie to the guard that the consent form must send back.
        self._sessions: dict[str, str] = {}

    def authorize(self) -> Response:
        """Where the app sends people: the sign-in form, or the consent if that was done."""
        refused = self._refusal()
        if refused is not None:
            return refused
        guard = self._guard()
        if guard is None:
            return Response(_sign_in_page(), mimetype="text/html")
        if not set(_scopes()) <= KNOWN_SCOPES:
            text = "The requested scope is invalid, unknown, or malformed."
            return _problem("This app cannot be authorized", text, 400)
        page = render_template(
            "consent.html",
            asked=_asked(),
            guard=guard,
            email=self._state.email,
            wishes=_wishes(_scopes() or tuple(KNOWN_SCOPES)),
        )
        return Response(page, mimetype="text/html")

    def sign_in(self) -> Response:
        """Checks e-mail and password; a wrong one stays on the page."""
        refused = self._refusal()
        if refused is not None:
            return refused
        state, email = self._state, request.form.get("email", "").strip()
        if email.lower() != state.email or request.form.get("password") != state.password:
            page = _sign_in_page(email, "That e-mail and password do not match. Please try again.")
            return Response(page, 422, mimetype="text/html")
        session = state.chance.hex("sessions", 40)
        self._sessions[session] = state.chance.hex("sessions", 40)
        onward = redirect(f"/oauth/authorize?{urlencode(_asked())}", 303)
        onward.set_cookie(_COOKIE, session, httponly=True, samesite="Lax")
        return onward

    def consent(self) -> Response:
        """Sends the person back to the app, with a code or without."""
        refused = self._refusal()
        if refused is not None:
            return refused
        guard = self._guard()
        if guard is None or request.form.get("guard") != guard:
            text = "Your sign-in has run out. Please start again from the app."
            return _problem("Please sign in again", text, 403)
        tokens = self._state.tokens
        if request.form.get("decision") != "allow" or not set(_scopes()) <= KNOWN_SCOPES:
            description = "The resource owner or authorization server denied the request."
            answer = {"error": "access_denied", "error_description": description}
        else:
            challenge = request.values.get("code_challenge") or None
            answer = {"code": tokens.issue_code(_scopes(), tokens.redirect_uri, challenge)}
        if "state" in request.values:
            answer["state"] = request.values["state"]
        return redirect(f"{tokens.redirect_uri}?{urlencode(answer)}", 302)

    def _guard(self) -> str | None:
        return self._sessions.get(request.cookies.get(_COOKIE, ""))

    def _refusal(self) -> Response | None:
        """What is wrong with the app's request, before anyone signs in."""
        sent = request.values
        title = "This app cannot sign you in"
        if sent.get("client_id") != self._state.tokens.client_id:
            return _problem("Something went wrong", "We could not complete your request.", 500)
        if sent.get("redirect_uri") != self._state.tokens.redirect_uri:
            text = "The redirect address is not one that this app has registered."
            return _problem(title, text, 400)
        if sent.get("response_type") != "code":
            text = "The app asked for a kind of answer that is not supported."
            return _problem(title, text, 400)
        if sent.get("code_challenge") and sent.get("code_challenge_method") != "S256":
            return _problem(title, "The app's code challenge method is not supported.", 400)
        return None


def _sign_in_page(email: str = "", error: str = "") -> str:
    return render_template("sign_in.html", asked=_asked(), email=email, error=error)


def _problem(title: str, text: str, status: int) -> Response:
    page = render_template("problem.html", title=title, text=text)
    return Response(page, status, mimetype="text/html")


def _scopes() -> tuple[str, ...]:
    return tuple(request.values.get("scope", "").split())


def _asked() -> dict[str, str]:
    """The app's request, to be carried from page to page."""
    return {name: request.values[name] for name in _PASSED_ON if name in request.values}


def _wishes(scopes: tuple[str, ...]) -> list[str]:
    """The scopes in words: what the app may read, and what it may change."""
    nouns: dict[str, set[str]] = {}
    for scope in scopes:
        _, noun, way = scope.split(":")
        nouns.setdefault(noun, set()).add(way)
    return [
        f"{'See and change' if 'write' in nouns[noun] else 'See'} {_WORDS.get(noun, noun)}"
        for noun in sorted(nouns)
    ]

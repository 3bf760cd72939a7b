"""Walks the sign-in through an identity provider: a demo with its own data, a mock provider, and browsers without a screen.

Usage: python oidc_walk.py PROGRAM FOLDER, with a python that has oidc-provider-mock.
"""

import html.parser
import http.client
import os
import re
import socket
import subprocess
import sys
import time
import urllib.parse

PROGRAM, FOLDER = sys.argv[1], sys.argv[2]
DATA = os.path.join(FOLDER, "data")
SECRET = "not-a-real-secret"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_for(port, process, seconds):
    for _ in range(seconds * 5):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.2)
    sys.exit(f"nothing answers on port {port}")


def stop(process):
    if process and process.poll() is None:
        process.terminate()
        process.wait(30)


class Fields(html.parser.HTMLParser):
    """Hidden fields, radio values and links of a page."""

    def __init__(self, text):
        super().__init__()
        self.hidden, self.links, self.people = {}, [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "input" and values.get("type") == "hidden":
            self.hidden.setdefault(values.get("name"), values.get("value"))
        if values.get("name") == "persoon" and values.get("value"):
            self.people.append(values["value"])
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])


class Browser:
    """Keeps cookies per site and follows nothing by itself."""

    def __init__(self):
        self.cookies = {}

    def send(self, method, url, form=None, headers=None):
        parts = urllib.parse.urlsplit(url)
        jar = self.cookies.setdefault(parts.netloc, {})
        sent = {"Cookie": "; ".join(f"{k}={v}" for k, v in jar.items()), **(headers or {})}
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection(parts.netloc, timeout=30)
        connection.request(method, parts.path + ("?" + parts.query if parts.query else ""), body, sent)
        answer = connection.getresponse()
        self.status, self.location = answer.status, answer.getheader("Location")
        self.text = answer.read().decode()
        for cookie in answer.msg.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            gone = "max-age=0" in cookie.lower()
            jar.pop(name, None) if gone else jar.update({name: value})
        connection.close()
        return self.status

    def get(self, url):
        return self.send("GET", url)

    def post(self, url, form):
        return self.send("POST", url, form)


def check(what, is_so, browser=None):
    print(("ok   " if is_so else "FAIL ") + what, flush=True)
    if not is_so:
        if browser:
            print(browser.status, browser.location, re.sub(r"<[^>]+>|\s+", " ", browser.text)[:1500])
        sys.exit(1)


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, env=environment, timeout=600)
    if done.returncode:
        sys.exit(f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def begin_mock():
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(mock_port)],
        env={**os.environ, "AUTHLIB_INSECURE_TRANSPORT": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for(mock_port, process, 30)
    return process


def sign_in_there(browser, begin, form):
    """To the provider, through its form, and back; the address with the answer."""
    check(f"{begin} leads to the provider", browser.get(site + begin) == 303, browser)
    asked = urllib.parse.parse_qs(urllib.parse.urlsplit(browser.location).query)
    check(
        "with PKCE, a nonce, and openid only",
        browser.location.startswith(issuer + "/")
        and asked["code_challenge_method"] == ["S256"]
        and len(asked["code_challenge"][0]) == 43
        and asked["scope"] == ["openid"]
        and asked["redirect_uri"] == [site + "/oidc/terug"]
        and "nonce" in asked,
        browser,
    )
    browser.post(browser.location, form)
    check("the provider sends the browser back", browser.status == 302, browser)
    return browser.location


environment = {**os.environ, "DOORWIJZER_OIDC_SECRET_MOCK": SECRET}
mock_port, demo_port = free_port(), free_port()
issuer, site = f"http://127.0.0.1:{mock_port}", f"http://127.0.0.1:{demo_port}"
mock = demo = None
try:
    mock = begin_mock()
    run("seed", "demo", "--data", DATA, "--candidates", "100", "--places", "100")
    listed = subprocess.run([PROGRAM, "provider", "list", "--data", DATA], capture_output=True, text=True, env=environment)
    check("no provider is registered at first", "No provider" in listed.stderr)
    said = run(
        "provider", "add", "--data", DATA, "--organisation", "FEA",
        "--name", "Zorgrand (fictief)", "--slug", "zorgrand", "--issuer", issuer, "--client-id", "doorwijzer",
        "--secret", "MOCK",
    )
    check("the command says where to return to", "/oidc/terug" in said)
    said = run("provider", "list", "--data", DATA)
    check("the list shows that the secret is set, and not the secret", " set" in said and SECRET not in said)

    demo = subprocess.Popen(
        [PROGRAM, "demo", "--port", str(demo_port), "--data", DATA],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=open(os.path.join(FOLDER, "demo.log"), "w"),
    )
    wait_for(demo_port, demo, 240)

    anna = Browser()
    anna.get(site + "/demo/kies")
    fields = Fields(anna.text)
    check("somebody can be chosen", bool(fields.people), anna)
    anna.post(site + "/demo/kies", {"_csrf": fields.hidden["_csrf"], "persoon": fields.people[0]})
    check("and is signed in", anna.status == 303, anna)
    anna.get(site + "/account/koppelingen")
    check("the account page offers the provider", "/oidc/zorgrand/begin?koppel=ja" in Fields(anna.text).links, anna)
    back = sign_in_there(anna, "/oidc/zorgrand/begin?koppel=ja", {"sub": "anna-1"})
    check("coming back asks before it links", anna.get(back) == 200 and "Koppel mijn werkaccount" in anna.text, anna)
    hidden = Fields(anna.text).hidden
    anna.post(site + "/account/koppelingen", {"_csrf": hidden["_csrf"], "poging": hidden["poging"]})
    check("the account is linked", anna.status == 303 and "gekoppeld" in anna.location, anna)

    visitor, thief = Browser(), Browser()
    back = sign_in_there(visitor, "/oidc/zorgrand/begin", {"sub": "anna-1"})
    check("another browser gets nowhere with the answer", thief.get(back) == 400, thief)
    check("the right one signs in", visitor.get(back) == 303 and visitor.location == "/werklijst", visitor)
    check("and sees the work list", visitor.get(site + "/werklijst") == 200, visitor)
    check("an answer works once", visitor.get(back) == 400, visitor)

    stranger = Browser()
    back = sign_in_there(stranger, "/oidc/zorgrand/begin", {"sub": "piet-1"})
    check("who is not linked hears how", stranger.get(back) == 403 and "niet gekoppeld" in stranger.text, stranger)
    check("and is not signed in", stranger.get(site + "/werklijst") == 303, stranger)
    back = sign_in_there(stranger, "/oidc/zorgrand/begin", {"action": "deny"})
    # The mock forgets the state when it says no (RFC 6749, section 4.1.2.1, asks for it).
    check("who stops there is told how to go on", stranger.get(back) == 400 and "Begin opnieuw" in stranger.text, stranger)

    back = sign_in_there(stranger, "/oidc/zorgrand/begin", {"sub": "anna-1"})
    stop(mock)
    check("a provider that is away is said in words", stranger.get(back) == 503 and "/aanmelden" in stranger.text, stranger)
    print("signing in through a provider passed")
finally:
    stop(demo)
    stop(mock)

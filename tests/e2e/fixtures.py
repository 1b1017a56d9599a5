"""Real browsers and real servers, one of each a run, for any test: see tests/README.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from server import create_app
from tests.e2e import pages
from tests.e2e.certificates import make_certificates
from tests.e2e.drivers import DRIVERS, Driver, Network, open_browser, opened
from tests.e2e.drivers.listing import guarding
from tests.e2e.gateway import Gateway
from tests.e2e.servers import Served
from tests.e2e.steps import forget
from tests.e2e.telegram import ADDRESS, VERSIONS, Version

EXTENSION = Path(__file__).parents[2] / "extension"
HOSTS = [
    "www.facebook.com",
    "www.instagram.com",
    *pages.x_sites.HOSTS,
    *pages.video_sites.HOSTS,
    *pages.text_sites.HOSTS,
    *pages.chat_sites.HOSTS,
    pages.forum.HOST,
    pages.square.HOST,
    *pages.news_sites.HOSTS,
]


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where profiles, certificates and logs of this run go."""
    return tmp_path_factory.mktemp("browsers")


@pytest.fixture(scope="session")
def network(workspace: Path) -> Iterator[Network]:
    """Fixture pages under the sites' true names, behind the gateway that is the browsers' only way out."""
    certificates = make_certificates(workspace, HOSTS)
    sites = Served(pages.create_app(), certificates.server_context()).start()
    gateway = Gateway(dict.fromkeys(HOSTS, sites.port))
    gateway.start()
    yield Network(gateway, sites, certificates)
    gateway.stop()
    sites.stop()


@pytest.fixture(scope="session")
def lab_server() -> Iterator[Served]:
    """The laboratory page over plain HTTP on loopback, where the extension's demo adapter applies."""
    served = Served(pages.create_app()).start()
    yield served
    served.stop()


@pytest.fixture(scope="session")
def product() -> Iterator[Served]:
    """The product's own server."""
    served = Served(create_app()).start()
    yield served
    served.stop()


@pytest.fixture(scope="session", params=sorted(DRIVERS))
def browser_name(request: pytest.FixtureRequest) -> str:
    """Each test that holds a browser runs once in each; all of one browser's before the other's."""
    name: str = request.param
    return name


@pytest.fixture(scope="session")
def browser_of_the_run(browser_name: str, network: Network, workspace: Path) -> Iterator[Driver]:
    """A browser with the extension as it is in the repository, started once."""
    driver = open_browser(browser_name, EXTENSION, network, workspace)
    assert driver.extension_errors() == []
    yield driver
    driver.close()


def with_sites(name: str, network: Network, workspace: Path, *hosts: str) -> Iterator[Driver]:
    """The browser `name`, for one module, whose person added these sites."""
    extension = guarding(EXTENSION, tuple(f"https://{host}/*" for host in hosts), workspace)
    with opened(name, extension, network, workspace) as driver:
        yield driver


@pytest.fixture(scope="module")
def browser(browser_of_the_run: Driver) -> Iterator[Driver]:
    """The browser; after each module it must hold no new error against the extension."""
    before = browser_of_the_run.extension_errors()
    yield browser_of_the_run
    assert [error for error in browser_of_the_run.extension_errors() if error not in before] == []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, so that `make test-quick` can leave it out."""
    for item in items:
        if "browser_name" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture
def fresh(browser: Driver) -> Driver:
    """The browser as if nothing had been answered, remembered or set before, but for the language.

    A browser without its language pack says that it speaks English, whatever the person's system says.
    """
    forget(browser)
    return browser


@pytest.fixture
def lab(fresh: Driver, lab_server: Served) -> Driver:
    """The laboratory page, freshly loaded."""
    fresh.goto(f"{lab_server.url}/demo/lab")
    return fresh


@pytest.fixture
def facebook(fresh: Driver) -> Driver:
    """The Facebook-like feed under its true name."""
    fresh.goto("https://www.facebook.com/")
    return fresh


@pytest.fixture
def instagram(fresh: Driver) -> Driver:
    """The Instagram-like feed under its true name."""
    fresh.goto("https://www.instagram.com/")
    return fresh


@pytest.fixture
def x(fresh: Driver) -> Driver:
    """The X-like feed under its true name, with the site's strict Content-Security-Policy."""
    fresh.goto("https://x.com/home")
    return fresh


@pytest.fixture
def threads(fresh: Driver) -> Driver:
    """The Threads-like feed in Indonesian."""
    fresh.goto("https://www.threads.com/")
    return fresh


@pytest.fixture(params=sorted(VERSIONS))
def telegram_version(request: pytest.FixtureRequest) -> Version:
    """Telegram Web has two versions; what holds a page of it runs once in each."""
    return VERSIONS[request.param]


@pytest.fixture(params=["mousedown", "click"])
def telegram_on(fresh: Driver, telegram_version: Version, request: pytest.FixtureRequest) -> Driver:
    """The channel on a device where the page acts on the one event, and where it acts on the other."""
    fresh.goto(f"{ADDRESS}{telegram_version.path}?acts={request.param}")
    return fresh


@pytest.fixture
def telegram(fresh: Driver, telegram_version: Version) -> Driver:
    """The Telegram-like channel under its true name, on a device where it acts as soon as the mouse goes down."""
    fresh.goto(ADDRESS + telegram_version.path)
    return fresh


@pytest.fixture
def whatsapp(fresh: Driver) -> Driver:
    """The WhatsApp-like channel under its true name."""
    fresh.goto("https://web.whatsapp.com/")
    return fresh

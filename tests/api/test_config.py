"""Settings come from the environment, and a bad one is named before the server starts."""

from __future__ import annotations

import pytest

from server import create_app
from server.config import SETTINGS, ConfigError, host_name, read_settings


def test_every_setting_has_a_default_that_parses():
    assert set(read_settings({})) == set(SETTINGS)


def test_the_defaults_are_the_safe_ones():
    settings = read_settings({})
    assert settings["JAGA_ALLOWED_HOSTS"] == {"localhost", "127.0.0.1", "[::1]"}
    assert settings["JAGA_CORS_ORIGINS"] == ()
    assert settings["JAGA_PLAYGROUND"] == "local"
    assert settings["JAGA_METRICS"] == "off"
    assert settings["JAGA_PROXIES"] == ()
    assert settings["JAGA_LIMITS"] == "1200/minute"
    assert settings["JAGA_BIND"] == "127.0.0.1:8787"
    assert settings["JAGA_MAX_BODY"] == 65536


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("JAGA_MAX_BODY", "besar"),
        ("JAGA_MAX_BODY", "-1"),
        ("JAGA_MAX_BODY", "١٠٢٤"),
        ("JAGA_MAX_BODY", "99999999999"),
        ("JAGA_BATCH_MAX", "51"),
        ("JAGA_BATCH_MAX", "0"),
        ("JAGA_WORKERS", ""),
        ("JAGA_PLAYGROUND", "yes"),
        ("JAGA_LIMITS", "banyak"),
        ("JAGA_LIMITS", ""),
        ("JAGA_LIMIT_STORAGE", ""),
        ("JAGA_LIMIT_STORAGE", "mongodb://localhost"),
        ("JAGA_LIMIT_STORAGE", "redis://"),
        ("JAGA_LIMIT_STORAGE", "redis://penyimpan:rahasia"),
        ("JAGA_PROXIES", "nginx"),
        ("JAGA_PROXIES", "10.0.0.1/8"),
        ("JAGA_METRICS", "yes"),
        ("JAGA_BIND", ""),
        ("JAGA_BIND", "8899"),
        ("JAGA_BIND", ":8899"),
        ("JAGA_BIND", "localhost"),
        ("JAGA_BIND", "127.0.0.1:99999"),
        ("JAGA_BIND", "127.0.0.1:8787:8788"),
        ("JAGA_BIND", "host:abc"),
        ("JAGA_BIND", "::1:8787"),
        ("JAGA_BIND", "http://127.0.0.1:8787"),
        ("JAGA_BIND", "unix:"),
        ("JAGA_BUNDLE", ""),
        ("JAGA_ALLOWED_HOSTS", ""),
        ("JAGA_ALLOWED_HOSTS", "*"),
        ("JAGA_ALLOWED_HOSTS", "http://localhost"),
        ("JAGA_ALLOWED_HOSTS", "localhost:abc"),
        ("JAGA_CORS_ORIGINS", "*"),
        ("JAGA_CORS_ORIGINS", "null"),
        ("JAGA_CORS_ORIGINS", "https://*.go.id"),
        ("JAGA_CORS_ORIGINS", "https://kantor.example/"),
        ("JAGA_CORS_ORIGINS", "https://Kantor.example"),
        ("JAGA_CORS_ORIGINS", "chrome-extension://abc"),
        ("JAGA_CORS_ORIGINS", "https://[::1]"),
    ],
)
def test_a_bad_value_is_an_error_that_names_the_variable(name, value):
    with pytest.raises(ConfigError) as caught:
        read_settings({name: value})
    assert str(caught.value).startswith(f"{name}: ")


@pytest.mark.parametrize(
    "value",
    [
        "0.0.0.0:8787",
        "[::1]:8787",
        "localhost:80",
        "unix:/run/jaga.sock",
        "127.0.0.1:8787,unix:/run/jaga.sock",
        "fd://3",
    ],
)
def test_gunicorn_listens_where_it_is_told(value):
    assert read_settings({"JAGA_BIND": value})["JAGA_BIND"] == value


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("memory", ""),
        ("redis://penyimpan:6379/0", "redis://penyimpan:6379/0"),
        ("valkey://penyimpan:6379/0", "redis://penyimpan:6379/0"),
        ("valkeys://penyimpan:6379", "rediss://penyimpan:6379"),
        ("valkey+unix:///run/valkey.sock", "redis+unix:///run/valkey.sock"),
    ],
)
def test_a_valkey_is_spoken_to_as_a_redis(given, used):
    assert read_settings({"JAGA_LIMIT_STORAGE": given})["JAGA_LIMIT_STORAGE"] == used


def test_the_password_of_a_store_is_not_in_the_error():
    with pytest.raises(ConfigError) as caught:
        read_settings({"JAGA_LIMIT_STORAGE": "http://:rahasia@penyimpan"})
    assert "rahasia" not in str(caught.value)


def test_a_misspelt_variable_is_an_error_that_lists_the_settings():
    with pytest.raises(ConfigError, match=r"JAGA_BUNDEL: no such setting.*JAGA_BUNDLE"):
        read_settings({"JAGA_BUNDEL": "a"})


def test_the_environment_is_read(monkeypatch):
    monkeypatch.setenv("JAGA_BATCH_MAX", "2")
    client = create_app().test_client()
    answer = client.post("/v1/score", json={"contexts": [{"text": "a"}] * 3})
    assert (answer.status_code, answer.json["errors"][0]["path"]) == (422, "$.contexts")


def test_a_smaller_body_limit_holds():
    client = create_app({"JAGA_MAX_BODY": "1024"}).test_client()
    assert client.post("/v1/score", json={"contexts": [{"text": "a" * 1024}]}).status_code == 413


@pytest.mark.parametrize(
    ("host", "name"), [("A.Example:80", "a.example"), ("[::1]:1", "[::1]"), ("10.0.0.1", "10.0.0.1")]
)
def test_host_name_drops_the_port(host, name):
    assert host_name(host) == name


@pytest.mark.parametrize("host", ["", "-a", "a..b", "a:", "a:1:2", "[::1", "[x]", "a b", "a/b", "é.example", "a" * 300])
def test_what_is_no_host_name_is_refused(host):
    with pytest.raises(ValueError, match=r"."):
        host_name(host)

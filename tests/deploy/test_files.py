"""The files of deploy/ name settings that exist, keep every container small and shut, and fit each other."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from server.config import ROOT, SETTINGS, read_settings

DEPLOY = ROOT / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "docker" / "compose.yaml").read_text("utf-8"))
DOCKERFILE = (DEPLOY / "docker" / "Dockerfile").read_text("utf-8")
UNIT = (DEPLOY / "systemd" / "jaga-jempol@.service").read_text("utf-8")
MANIFESTS = [
    each
    for path in sorted((DEPLOY / "kubernetes").glob("*.yaml"))
    for each in yaml.safe_load_all(path.read_text("utf-8"))
]
PODS = {
    each["metadata"]["name"]: each["spec"]["template"]["spec"] for each in MANIFESTS if each["kind"] == "Deployment"
}


def manifest(kind, name):
    return next(each for each in MANIFESTS if (each["kind"], each.get("metadata", {}).get("name")) == (kind, name))


def settings_of_systemd():
    lines = (DEPLOY / "systemd" / "jaga-jempol.env").read_text("utf-8").splitlines()
    return dict(re.match(r"#?(JAGA_\w+)=(.*)", line).groups() for line in lines if re.match(r"#?JAGA_", line))


def settings_of_image():
    return dict(re.findall(r"(JAGA_\w+)=(\S+)", DOCKERFILE))


@pytest.mark.parametrize(
    "given",
    [
        settings_of_image(),
        settings_of_systemd(),
        settings_of_image() | COMPOSE["services"]["jaga-1"]["environment"],
        settings_of_image() | manifest("ConfigMap", "settings")["data"],
    ],
    ids=["image", "systemd", "compose", "kubernetes"],
)
def test_every_setting_exists_and_can_be_read(given):
    read = read_settings(given)
    assert read["JAGA_PLAYGROUND"] == "off"


def test_the_image_copies_what_is_there_and_runs_as_nobody_in_particular():
    copied = set(re.findall(r"^COPY (?!--from)(\S+) ", DOCKERFILE, re.MULTILINE))
    assert [path for path in copied if not (ROOT / path).exists()] == []
    let_through = re.findall(r"^!(.+)$", (DEPLOY / "docker" / "Dockerfile.dockerignore").read_text("utf-8"), re.M)
    assert set(let_through) == copied
    assert re.search(r"^USER 10001:10001$", DOCKERFILE, re.MULTILINE)
    assert re.search(r"^ARG PYTHON=python:\d+\.\d+\.\d+-slim", DOCKERFILE, re.MULTILINE)


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_every_container_of_compose_is_shut(name):
    service = COMPOSE["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert re.search(r":\d+\.\d+\.\d+", service["image"]) or service["build"]


def test_the_memory_of_a_copy_in_compose_never_goes_to_the_disk():
    copy = COMPOSE["services"]["jaga-1"]
    assert copy["ulimits"] == {"core": 0}
    assert copy["memswap_limit"] == copy["mem_limit"]


def test_nothing_but_nginx_reaches_out_of_compose():
    assert COMPOSE["networks"]["inside"]["internal"] is True
    outside = [name for name, service in COMPOSE["services"].items() if set(service["networks"]) != {"inside"}]
    assert outside == ["nginx"]
    assert [name for name, service in COMPOSE["services"].items() if "ports" in service] == ["nginx"]


def test_nginx_of_compose_knows_the_copies_and_the_copies_know_nginx():
    addresses = {name: each["networks"]["inside"]["ipv4_address"] for name, each in COMPOSE["services"].items()}
    upstream = (DEPLOY / "docker" / "jaga-jempol-upstream.conf").read_text("utf-8")
    assert re.findall(r"server ([\d.]+):8787", upstream) == [addresses["jaga-1"], addresses["jaga-2"]]
    settings = COMPOSE["services"]["jaga-1"]["environment"]
    assert settings["JAGA_PROXIES"] == addresses["nginx"]
    assert addresses["valkey"] in settings["JAGA_LIMIT_STORAGE"]


@pytest.mark.parametrize("name", PODS)
def test_every_pod_is_shut(name):
    pod = PODS[name]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["automountServiceAccountToken"] is False
    for container in pod["containers"]:
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert "memory" in container["resources"]["limits"]
        assert container["readinessProbe"]
        assert container["livenessProbe"]


def test_probes_ask_by_a_name_that_the_server_answers_to():
    name = manifest("ConfigMap", "settings")["data"]["JAGA_ALLOWED_HOSTS"]
    server = PODS["server"]["containers"][0]
    probes = [server[probe]["httpGet"] for probe in ("startupProbe", "readinessProbe", "livenessProbe")]
    assert {header["value"] for probe in probes for header in probe["httpHeaders"]} == {name}
    assert manifest("Ingress", "server")["spec"]["rules"][0]["host"] == name


def test_in_kubernetes_nothing_reaches_the_world_outside():
    policies = [each["spec"] for each in MANIFESTS if each["kind"] == "NetworkPolicy"]
    assert {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]} in policies
    ways_out = [way for policy in policies for rule in policy.get("egress", []) for way in rule["to"]]
    assert [way for way in ways_out if "ipBlock" in way] == []


def test_metrics_are_not_handed_out_to_the_world():
    paths = [path["path"] for path in manifest("Ingress", "server")["spec"]["rules"][0]["http"]["paths"]]
    assert sorted(paths) == ["/healthz", "/readyz", "/v1"]


def test_the_ingress_holds_slow_clients_for_copies_with_one_thread_and_writes_nothing_down():
    said = manifest("Ingress", "server")["metadata"]["annotations"]
    wanted = {
        "proxy-buffering": "on",
        "client-body-buffer-size": said["nginx.ingress.kubernetes.io/proxy-body-size"],
        "proxy-max-temp-file-size": "0",
        "enable-access-log": "false",
    }
    assert {name: said.get(f"nginx.ingress.kubernetes.io/{name}") for name in wanted} == wanted


def test_the_unit_gives_the_service_nothing_it_does_not_need():
    lines = set(UNIT.splitlines())
    assert lines >= {
        "DynamicUser=yes",
        "ProtectSystem=strict",
        "NoNewPrivileges=yes",
        "CapabilityBoundingSet=",
        "IPAddressDeny=any",
        "IPAddressAllow=localhost",
        "MemorySwapMax=0",
        "LimitCORE=0",
    }


def test_the_tag_of_the_image_is_the_version_of_the_extension_wherever_it_is_written():
    version = json.loads((ROOT / "extension" / "manifest.json").read_text("utf-8"))["version"]
    guide = re.findall(r"/jaga-jempol:(\S+)", (ROOT / "docs" / "hosting.md").read_text("utf-8"))
    kustomization = yaml.safe_load((DEPLOY / "kubernetes" / "kustomization.yaml").read_text("utf-8"))
    assert {*guide, *(image["newTag"] for image in kustomization["images"])} == {version}


def test_every_sample_setting_of_the_files_is_documented():
    text = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    named = {
        name
        for path in DEPLOY.rglob("*")
        if path.is_file()
        for name in re.findall(r"JAGA_[A-Z_]+", path.read_text("utf-8"))
    }
    assert named <= set(SETTINGS)
    assert [name for name in named if f"`{name}`" not in text] == []

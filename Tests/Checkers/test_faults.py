"""Whatever fails at a release is said, leaves no file and nothing by halves, and can be mended."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import demoroot
import office as founding
import originpress
import outside
import pytest
from conftest import Renders
from cryptography.hazmat.primitives.serialization import load_der_public_key
from office import Office
from originpress import Outcome

LIBRARY = "/usr/lib/softhsm/libsofthsm2.so"
LATE_EVENTS = frozenset({"sealed", "issue"})


@pytest.fixture(scope="module")
def template(renders: Renders, office: Office) -> Path:
    """An office with one certificate approved, `c.json` beside it."""

    def make(into: Path) -> None:
        copied = office.copy(into / "data")
        copied.approve(founding.certificate(into / "c.json", items=1))

    return renders.once("approved", make)


class Case:
    """A copy of that office to be spoiled, and what was so before."""

    def __init__(self, template: Path, folder: Path) -> None:
        self.folder = folder
        self.office = Office(template / "data").copy(folder / "data")
        self.draft = template / "c.json"
        self.output = folder / "c.pdf"
        self.entries = len(self.office.entries())

    def issue(self, office: Office | None = None, **variables: str) -> Outcome:
        return (office or self.office).issue(self.draft, "-o", self.output, **variables)

    def demand(self, done: Outcome, code: int, key: str) -> None:
        """The exit code, the diagnostic's key, and no file, not even a part of one."""
        assert done.code == code, done.err
        said = [entry["key"] for entry in json.loads(done.err)["diagnostics"]]
        assert key in said, done.err
        assert done.out == "" and not list(self.folder.glob("*.pdf"))
        assert not list(self.folder.glob(".*.part"))

    def demand_nothing_begun(self) -> None:
        """No serial is spent, nothing is logged."""
        assert self.office.outputs() == []
        assert len(self.office.entries()) == self.entries

    def demand_nothing_released(self, late: frozenset[str] = LATE_EVENTS) -> None:
        """The serial may be reserved; neither register nor log say that anything left."""
        (output,) = self.office.outputs()
        assert output["state"] == "reserved"
        events = {entry["event"] for entry in self.office.entries()[self.entries :]}
        assert not events & late, events

    def demand_finish(self, office: Office | None = None, **variables: str) -> None:
        """A later run finishes it, with the first serial and each entry once."""
        done = self.issue(office, **variables)
        assert done.code == 0, done.err
        report = json.loads(done.out)
        assert (report["serial"], report["state"]) == ("CCPIT000000000001", "issued")
        assert self.output.exists()
        new = [entry["event"] for entry in self.office.entries()[self.entries :]]
        assert sorted(set(new)) == sorted(set(new) | {"release", "sealed", "issue"})
        assert all(new.count(event) == 1 for event in ("release", "sealed", "issue")), new
        assert len(self.office.outputs()) == 1


@pytest.fixture
def case(template: Path, tmp_path: Path) -> Case:
    return Case(template, tmp_path)


# Keys.


def test_a_wrong_password(case: Case) -> None:
    done = case.issue(ORIGINPRESS_KEY_PASSWORD="another password")
    case.demand(done, 3, "office.password")
    case.demand_nothing_begun()


def test_no_password(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ORIGINPRESS_KEY_PASSWORD", raising=False)
    words = ("issue", case.draft, "-o", case.output, "--data", case.office.data, "--json")
    done = originpress.run(*words, terminal=False)
    assert done.code == 1 and "ORIGINPRESS_KEY_PASSWORD" in done.err, done.err
    case.demand_nothing_begun()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ring.json", "office.no-keys"),
        ("pdf.key", "office.key-file"),
        ("pdf.pem", "office.key-file"),
        ("trust.pem", "office.key-file"),
    ],
)
def test_a_key_file_is_gone(case: Case, name: str, key: str) -> None:
    file = case.office.data / "keys" / name
    file.rename(file.with_suffix(".away"))
    case.demand(case.issue(), 3, key)
    case.demand_nothing_begun()
    file.with_suffix(".away").rename(file)
    case.demand_finish()


def test_an_expired_certificate(case: Case) -> None:
    demoroot.expire(case.office)
    done = case.issue()
    case.demand(done, 3, "signing.fault.expired")
    case.demand_nothing_begun()


def test_a_revoked_certificate(case: Case) -> None:
    demoroot.revoke(case.office)
    home = founding.home(case.folder / "home", "keys: {pdf: {revoked: [revoked.crl]}}\n")
    done = case.issue(Office(case.office.data, home))
    case.demand(done, 3, "signing.fault.revoked")
    case.demand_nothing_begun()


def test_the_time_stamper_does_not_answer(case: Case) -> None:
    home = founding.home(
        case.folder / "home", 'keys: {pdf: {timestamp: "http://127.0.0.1:9/stamp"}}\n'
    )
    deaf = Office(case.office.data, home)
    case.demand(case.issue(deaf), 3, "signing.timestamp-down")
    case.demand_nothing_released()
    case.demand(case.issue(deaf), 3, "signing.timestamp-down")
    case.demand_nothing_released()
    case.demand_finish()


def token(case: Case) -> Office:
    """An office whose key is in a software security module."""
    (case.folder / "tokens").mkdir()
    settings = f"directories.tokendir = {case.folder}/tokens\nobjectstore.backend = file\n"
    (case.folder / "softhsm2.conf").write_text(settings)
    os.environ["SOFTHSM2_CONF"] = str(case.folder / "softhsm2.conf")
    pins = ("--pin", "123456", "--so-pin", "87654321")
    outside.call("softhsm2-util", "--init-token", "--free", "--label", "site", *pins)
    tool = ("pkcs11-tool", "--module", LIBRARY, "--token-label", "site", "--login", "--pin",
            "123456")  # fmt: skip
    outside.call(*tool, "--keypairgen", "--key-type", "EC:prime256v1", "--label", "seal")
    file = case.folder / "seal.der"
    words = ("--read-object", "--type", "pubkey", "--label", "seal", "--output-file", file)
    outside.call(*tool, *words)
    certificate = demoroot.certify(case.office, load_der_public_key(file.read_bytes()))
    (case.office.data / "keys" / "pdf.pem").write_bytes(certificate)
    keys = f"keys: {{pdf: {{module: {LIBRARY}, token: site, key: seal}}}}\n"
    return Office(case.office.data, founding.home(case.folder / "home", keys))


def test_a_security_module_is_gone(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOFTHSM2_CONF", "")
    office = token(case)
    tokens = case.folder / "tokens"
    tokens.rename(case.folder / "away")
    tokens.mkdir()
    case.demand(case.issue(office, ORIGINPRESS_MODULE_PIN="123456"), 3, "signing.module-gone")
    case.demand_nothing_begun()
    tokens.rmdir()
    (case.folder / "away").rename(tokens)
    case.demand(case.issue(office, ORIGINPRESS_MODULE_PIN="654321"), 3, "signing.password-wrong")
    case.demand_nothing_begun()
    case.demand_finish(office, ORIGINPRESS_MODULE_PIN="123456")


# Places to write to.


def test_a_data_folder_named_from_where_one_stands(tmp_path: Path) -> None:
    """The programs that are started for the keys work in other folders, and find it."""
    environment = {**os.environ, "ORIGINPRESS_KEY_PASSWORD": founding.PASSWORD,
                   "ORIGINPRESS_HOME": str(originpress.ROOT)}  # fmt: skip
    for words in (["keys", "init", "--demonstration"], ["keys", "check"]):
        command = [originpress.PROGRAM, *words, "--data", "here/data"]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "here" / "data" / "keys" / "authority" / "root.pem").exists()


def test_an_output_that_cannot_be_written(case: Case) -> None:
    """The file is issued, so the complaint says how to get it."""
    nowhere = case.folder / "no" / "such" / "c.pdf"
    done = case.office.issue(case.draft, "-o", nowhere)
    case.demand(done, 3, "command.unwritable")
    (output,) = case.office.outputs()
    hint = json.loads(done.err)["diagnostics"][0]["hint"]
    assert output["state"] == "issued" and "issue" in hint and output["number"] in hint
    case.demand_finish()


@pytest.fixture
def full(case: Case) -> Iterator[Path]:
    """The log's folder on a small disk, with a file that fills it."""
    log = case.office.data / "log"
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    shutil.move(log, case.folder / "log")
    log.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(log)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no small disk can be mounted here")
    try:
        shutil.copytree(case.folder / "log", log, dirs_exist_ok=True)
        yield log
    finally:
        outside.call("umount", log)


def test_the_logs_disk_is_full(case: Case, full: Path) -> None:
    filler = full / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    journal = (full / "journal").read_bytes()
    # What is left of the journal's last block may still take the entries, but never the tiles.
    for _ in range(2):
        case.demand(case.issue(), 3, "credential.disk-failed")
        case.demand_nothing_released(frozenset({"issue"}))
        now = (full / "journal").read_bytes()
        assert now.startswith(journal) and now.endswith(b"\n")
    stored = {name for name in ("checkpoint",) if (full / name).exists()}
    assert stored == {name for name in ("checkpoint",) if (case.folder / "log" / name).exists()}
    filler.unlink()
    case.demand_finish()


# Seals.


def ended(case: Case, seal: str) -> None:
    case.office.must("seal", "end", seal, "--officer", "li", "--reason", "lost")
    case.entries = len(case.office.entries())


@pytest.mark.parametrize("seal", list(founding.SEALS))
def test_a_seal_ended_since_the_approval(case: Case, seal: str) -> None:
    ended(case, seal)
    case.demand(case.issue(), 1, "office.no-seal")
    case.demand_nothing_begun()


def test_a_seal_ended_during_the_release(case: Case) -> None:
    """It was reserved with that seal: nothing is sealed with it; a new version serves."""
    home = founding.home(
        case.folder / "home", 'keys: {pdf: {timestamp: "http://127.0.0.1:9/stamp"}}\n'
    )
    case.demand(case.issue(Office(case.office.data, home)), 3, "signing.timestamp-down")
    ended(case, "officer/li:signature:1")
    case.demand(case.issue(), 1, "office.seal-withdrawn")
    case.demand_nothing_released()
    scan = founding.scans.scan(founding.SEALS["officer/li:signature:1"])
    path = scan.save(case.folder / "scan.png")
    case.office.must("seal", "enroll", path, "--owner", "officer/li", "--kind", "signature")
    case.office.must("seal", "approve", "officer/li:signature:2", "--officer", "li")
    case.office.must("regenerate", case.draft, "--as-file")
    done = case.issue()
    report = json.loads(done.out)
    assert (report["serial"], report["state"]) == ("CCPIT000000000002", "issued")
    assert report["seals"]["officer-signature"] == "officer/li:signature:2"
    assert [output["state"] for output in case.office.outputs()] == ["void", "issued"]


def test_one_officer_is_not_enough_for_the_issuers_seal(case: Case) -> None:
    ended(case, "issuer:issuer:1")
    path = founding.scans.scan(founding.SEALS["issuer:issuer:1"]).save(case.folder / "scan.png")
    case.office.must("seal", "enroll", path, "--owner", "issuer", "--kind", "issuer")
    case.office.must("seal", "approve", "issuer:issuer:2", "--officer", "li")
    again = case.office.run("seal", "approve", "issuer:issuer:2", "--officer", "li")
    assert again.code == 1, "the same officer twice"
    case.demand(case.issue(), 1, "office.no-seal")
    case.demand_nothing_begun()
    case.office.must("seal", "approve", "issuer:issuer:2", "--officer", "wang", by="wang")
    case.entries = len(case.office.entries())
    case.demand_finish()


def test_a_suspended_owner(case: Case) -> None:
    case.office.must("seal", "suspend", "enterprise/1100B0001", "--officer", "li")
    case.entries = len(case.office.entries())
    case.demand(case.issue(), 1, "office.suspended")
    case.demand_nothing_begun()
    case.office.must("seal", "suspend", "enterprise/1100B0001", "--end", "--officer", "li")
    case.demand_finish()


# What was never approved so.


def test_an_unapproved_certificate(case: Case) -> None:
    case.draft = founding.certificate(case.folder / "other.json", items=1, mark="7")
    case.demand(case.issue(), 1, "office.not-approved")
    case.demand_nothing_begun()


def test_contents_changed_by_one_character(case: Case) -> None:
    text = case.draft.read_text(encoding="utf-8")
    draft = json.loads(text)
    name = draft["consignee"]["name"]
    draft["consignee"]["name"] = name[:-1] + ("A" if name[-1] != "A" else "B")
    case.draft = case.folder / "changed.json"
    case.draft.write_text(json.dumps(draft, ensure_ascii=False), encoding="utf-8")
    case.demand(case.issue(), 1, "office.not-approved")
    case.demand_nothing_begun()


def test_a_kind_that_is_not_handed_out_as_a_file(case: Case) -> None:
    """S2-132: only some destinations; the refusal spends no serial, paper is still possible."""
    case.draft = founding.certificate(case.folder / "c.json", "C", None, 1)
    case.office.approve(case.draft)
    case.demand(case.issue(), 1, "office.no-download")
    case.demand_nothing_begun()
    report = json.loads(case.office.issue(case.draft).out)
    assert (report["kind"], report["state"]) == ("original", "released")
    case.demand(case.issue(), 1, "office.live-original")


def test_wrong_people(case: Case) -> None:
    """A wrong PIN and an unknown person are refused alike; nothing is approved."""
    draft = founding.certificate(case.folder / "other.json", items=1, mark="8")
    words = ["approve", draft, "--print-place", "local", "--enterprise", founding.ENTERPRISE]
    said = []
    for person, pin in (("li", "9999"), ("nobody", "1111"), ("li", "")):
        done = case.office.run(*words, "--officer", person, "--json", ORIGINPRESS_PIN=pin or "0")
        assert done.code == 1, done.err
        said.append(done.err)
    assert len(set(said)) == 1
    case.draft = draft
    case.demand(case.issue(), 1, "office.not-approved")

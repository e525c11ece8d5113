"""The print desk through a real cupsd, with every way in which CUPS prints twice or loses a job.

F1 to F13 are the findings about CUPS 2.4 that decided how the desk prints: its `completed` means
handed over, and it starts a job again after a crash, a stop, an error or an order. Behind the guard
none of that prints a sheet twice, and nothing but a look makes a sheet good.
"""

import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import originpress
import outside
import pytest
from cupsserver import guard_entries, until
from deskwork import UNSENT
from office import Office
from queuework import QUEUE, Press, Presses, Watch, adding, watching
from wire import DeadlyWire, wire_to

STEPS: dict[str, Callable[[Watch], bool]] = {
    "before burning": lambda watch: watch.has("planned"),
    "after burning": lambda watch: watch.has("burned"),
    "while sending": lambda watch: watch.has("sending"),
    "after sending": lambda watch: watch.has("sent"),
    "with the sheet out": Watch.is_out,
    "completed, before that is recorded": Watch.has_ended,
    "after it is recorded": Watch.is_recorded,
}
ROUNDS = 12 if originpress.SOAK else 1
MOMENTS = 150 if originpress.SOAK else 5
# A fault that keeps the printer's program at work for a while.
HOLD = 'touch "$folder/held"; sleep 0.5'


@pytest.fixture
def presses(office: Office, tmp_path: Path) -> Presses:
    return Presses(office, tmp_path)


# What goes right.


def test_prints_once_and_waits_for_a_look(presses: Presses) -> None:
    with presses.simulated() as press:
        last = press.print()
        assert (last["state"], last["evidence"]["source"]) == ("sent", "queue"), last
        assert last["evidence"]["jobReasons"][-1] == "once-ended-0"
        (entry,) = guard_entries(press.journal)
        assert "\nended 0 " in entry
        (document,) = press.sim.documents()
        (output,) = press.desk.office.outputs()
        assert output["state"] == "printing" and output["number"] in outside.text(document)[0]
        press.settle()
        assert [sheet["condition"] for sheet in press.sim.sheets()] == ["good"]


def test_prints_at_a_real_printer(presses: Presses) -> None:
    with presses.real() as press:
        last = press.print()
        assert last["state"] == "sent", last
        press.settle()
        assert [sheet["condition"] for sheet in press.virtual.sheets()] == ["good"]


def test_adding_tells_what_can_harm(presses: Presses) -> None:
    """Settings that make CUPS forget or repeat jobs, and a queue without a guard, are told."""
    settings = {"DirtyCleanInterval": "30", "MaxJobTime": "3h", "PreserveJobFiles": "Yes"}
    with presses.real(**settings) as press:
        press.cups.run("lpadmin", "-x", QUEUE)
        said = press.desk.office.run(*adding(press))
        assert said.code == 0 and str(press.journal) in said.out
        assert all(f'"path": "{name}"' in said.err for name in settings), said.err
        press.set(press.virtual.uri, "retry-job")
        # The queue is refused besides: it promises one resolution, its profile two.
        said = press.desk.office.run(
            "printer", "add", "bare", QUEUE, "--profile", "generic-laser", "--json"
        )
        assert all(key in said.err for key in ("printer.unguarded", "printer.retries")), said.err


@pytest.mark.parametrize("words", [["--journal", "j"], ["--backends", "b"]])
def test_a_guards_folders_need_a_queue(office: Office, words: list[str]) -> None:
    direct = ["printer", "add", "direct", "ipp://127.0.0.1:9/ipp/print"]
    assert office.run(*direct, "--profile", "generic-laser", "--unchecked", *words).code == 2


# What goes wrong: at the printer.


@pytest.mark.parametrize("seconds", [3, 1, 0.3] if originpress.SOAK else [3])
def test_f1_a_jam_behind_a_queue_is_never_clean(presses: Presses, seconds: float) -> None:
    """CUPS says completed at the end, as if there had been no jam; a short one it may not see."""
    with presses.real(f"job=1 jam-in=1 clear={seconds}") as press:
        last = press.print()
        assert last["evidence"]["jobState"] == "completed"
        is_seen = any("media-jam" in reason for reason in last["evidence"]["printerReasons"])
        assert is_seen or seconds < 3, last
        assert last["state"] == ("uncertain" if is_seen else "sent")
        press.settle()
        # The printer itself printed the sheet again, so that neither is taken for good.
        (void, _) = press.desk.office.outputs()
        assert void["state"] == "void"


def test_f2_an_abort_at_the_printer(presses: Presses) -> None:
    """CUPS says canceled or, by a race, completed: the look finds no good sheet either way."""
    with presses.real("job=1 abort-in=1") as press:
        assert press.print()["state"] in {"sent", "uncertain"}
        press.settle()
        assert [sheet["condition"] for sheet in press.virtual.sheets()] == ["half-printed", "good"]


def test_f3_a_printer_switched_off_and_on(presses: Presses) -> None:
    with presses.real("job=1 power-cycle-in=1 down=0.2") as press:
        press.demand_doubt(press.print())


# What goes wrong: at the queue.


def held(press: Press) -> None:
    """Waits until the printer is at work; its sheet is out, and its program waits."""
    press.sim.fault("after", HOLD)
    until((press.sim.folder / "held").exists)


def stop_and_start(press: Press) -> None:
    held(press)
    press.cups.run("cupsdisable", QUEUE)
    time.sleep(0.3)
    press.cups.run("cupsenable", QUEUE)


def crash(press: Press) -> None:
    held(press)
    press.cups.end(signal.SIGKILL)
    press.cups.start()


def fail_after_the_sheet(press: Press) -> None:
    press.sim.fault("after", "exit 1")


def ask_again(press: Press) -> None:
    """Restart-Job, once the job is at its end."""
    until(press.sim.jobs)
    press.rest()
    (sheet,) = press.sim.sheets()
    press.cups.run("lp", "-i", f"{QUEUE}-{sheet['job']}", "-H", "restart")
    press.rest()


def test_f4_a_job_cancelled(presses: Presses) -> None:
    def cancel(press: Press) -> None:
        held(press)
        press.cups.run("cancel", "-a", QUEUE)

    with presses.simulated() as press:
        press.demand_doubt(press.print(cancel))


def test_f5_a_queue_stopped_and_started(presses: Presses) -> None:
    with presses.simulated() as press:
        press.demand_doubt(press.print(stop_and_start))


def test_f6_a_scheduler_killed_before_it_wrote_the_job_down(presses: Presses) -> None:
    """The job is gone and its number is another's; the sheet is there."""
    with presses.simulated(DirtyCleanInterval="30") as press:
        # The queue itself is to be on the disk.
        press.cups.end(signal.SIGTERM)
        press.cups.start()
        press.demand_doubt(press.print(crash))
        press.begin("second").communicate(timeout=60)
        press.settle()
        jobs = [sheet["job"] for sheet in press.sim.sheets()]
        assert len(jobs) == 2 and jobs[0] == jobs[1], jobs


def test_f7_a_scheduler_killed_that_wrote_the_job_down(presses: Presses) -> None:
    with presses.simulated() as press:
        press.demand_doubt(press.print(crash))


def test_f8_a_scheduler_ended_and_started(presses: Presses) -> None:
    """The job may come again at a later start, when its sheet is settled long since."""
    with presses.simulated() as press:
        process = press.begin()
        held(press)
        for _ in range(2):
            press.cups.end(signal.SIGTERM)
            press.cups.start()
            press.rest()
        process.communicate(timeout=60)
        press.demand_doubt(press.last_pass())


@pytest.mark.parametrize("guard", [False, True], ids=["backend", "guard"])
def test_f9_a_backend_killed(presses: Presses, guard: bool) -> None:
    """CUPS takes a killed program for a success; the guard's journal does not."""

    def kill(press: Press) -> None:
        held(press)
        press.sim.kill(guard=guard)

    said = ("completed", "once-end-unknown") if guard else ("canceled", "once-ended-137")
    with presses.simulated() as press:
        last = press.print(kill)
        evidence = last["evidence"]
        assert (evidence["jobState"], evidence["jobReasons"][-1]) == said
        press.demand_doubt(last)


@pytest.mark.parametrize("policy", ["stop-printer", "retry-job", "retry-current-job"])
def test_f10_a_failure_under_policies_that_try_again(presses: Presses, policy: str) -> None:
    with presses.simulated(policy) as press:
        last = press.print(fail_after_the_sheet)
        press.cups.run("cupsenable", QUEUE)
        press.demand_doubt(last)


def test_f11_a_failure_under_the_policy_of_our_queues(presses: Presses) -> None:
    with presses.simulated() as press:
        press.demand_doubt(press.print(fail_after_the_sheet))


def test_f12_a_backend_that_stops_its_queue(presses: Presses) -> None:
    with presses.simulated() as press:
        press.sim.fault("after", "exit 4")
        last = press.print()
        press.cups.run("cupsenable", QUEUE)
        press.demand_doubt(last)


def test_f13_a_job_asked_for_again(presses: Presses) -> None:
    with presses.simulated(PreserveJobFiles="Yes") as press:
        assert press.print()["state"] == "sent"
        ask_again(press)
        press.settle()


@pytest.mark.parametrize(
    ("policy", "disturb"),
    [
        ("abort-job", stop_and_start), ("abort-job", crash), ("abort-job", ask_again),
        ("retry-current-job", fail_after_the_sheet),
    ],
    ids=["f5", "f7", "f13", "f10"],
)  # fmt: skip
def test_without_the_guard_each_is_printed_twice(
    presses: Presses, policy: str, disturb: Callable[[Press], None]
) -> None:
    """So the tests above can fail; and the desk sees that its guard was never asked."""
    with presses.simulated(policy, guard="", PreserveJobFiles="Yes") as press:
        last = press.print(disturb)
        press.rest()
        with pytest.raises(AssertionError):
            press.desk.demand_once()
        assert last["state"] == "uncertain"


# The service killed.


def test_killed_at_each_step(presses: Presses) -> None:
    """SIGKILL at every step of the accounting: each pass once, each sheet settled by a look."""
    seen: Counter[str] = Counter()
    with presses.simulated() as press:
        for mark in range(ROUNDS):
            for name, is_reached in STEPS.items():
                number = press.desk.approve(presses.folder, f"{name}-{mark}")
                with watching(press, number) as watch:
                    process = press.desk.start(*press.desk.words(number, QUEUE))
                    kill_once(process, partial(is_reached, watch))
                press.rest()
                seen[press.desk.state(number)] += 1
                press.desk.recover(number, QUEUE)
        press.settle()
    print(f"soak: {sum(seen.values())} kills at the steps of a print by cupsd: {dict(seen)}")
    assert seen.keys() >= {"planned", "sent"} and seen.keys() & {"burned", "sending"}


def kill_once(process: subprocess.Popen[str], is_reached: Callable[[], bool]) -> None:
    """Kills a program as soon as something is so, or lets it end."""
    until(lambda: is_reached() or process.poll() is not None, pause=0.0005)
    process.kill()
    process.communicate()


def test_killed_anywhere_on_the_wire(presses: Presses) -> None:
    """SIGKILL with any piece of what goes between program and scheduler, sent or not."""
    seen: Counter[str] = Counter()
    # What CUPS makes of jobs whose sender is gone is to be seen too.
    patience = {"MultipleOperationTimeout": "5"}
    with presses.simulated(**patience) as press, wire_to(press.cups.port) as wire:
        count = killed_with(press, wire, "whole", 0)
        for moment in range(MOMENTS):
            piece = 1 + round((count - 1) * moment / (MOMENTS - 1))
            killed_with(press, wire, f"wire-{moment}", piece, seen)
        until(lambda: not press.cups.waiting(), pause=0.2)
        press.settle()
    print(f"soak: {MOMENTS} kills over {count} pieces to and from cupsd: {dict(seen)}")
    assert set(seen) & UNSENT and set(seen) - UNSENT


def killed_with(
    press: Press, wire: DeadlyWire, mark: str, piece: int, seen: Counter[str] | None = None
) -> int:
    """Kills a print with a piece and recovers; how many pieces there were."""
    number = press.desk.approve(press.folder, mark)
    through = f"127.0.0.1:{wire.port}"
    process = press.desk.start(*press.desk.words(number, QUEUE), CUPS_SERVER=through)
    wire.arm(process.pid, piece)
    process.communicate(timeout=60)
    press.rest()
    if seen is not None:
        seen[press.desk.state(number)] += 1
    press.desk.recover(number, QUEUE)
    return wire.pieces

#!/usr/bin/env python3
"""Measures repairs: every single change of every gathering, against planning anew and a greedy repair.

    tests/bench/replan.py [--binary build/release/farandole] [--plan-time 5] [--time 2] [--most 60] [--sample N] [--uniform N]
                          [--judge check_plan.py] [--kinds person-out,room-out,cancel] [--no-baselines] [--list]
                          [GATHERING.toml ...]

Without gatherings: those of examples/. Per gathering and kind of change one row: cases, share proved, people disturbed
(median, most), bound, sessions left out by the repair, seconds (median, worst; then those of the processor), and the
people disturbed when a plan made anew (another seed) meets the same change instead, or when the repair may look at one
option only and leaves out what is in the way (--iterations 1). Of each kind at most --most cases, drawn with a fixed
seed; --sample draws so many of all kinds in turn, --uniform so many of all changes there are, each as likely as any other. With --judge, an independent judge of plans counts the disturbed as
well and must agree, and finds no hard rule broken that was not before, by the gathering as `export --to toml` writes it.
At the end the same over all of them, and the shares that miss what is asked of a single cancellation.
"""
import argparse, csv, json, os, random, shutil, statistics, subprocess, sys, tempfile, time, tomllib
from collections import namedtuple
from datetime import datetime, timedelta
from pathlib import Path

CANCELLATIONS = ["person-out", "absent", "room-out", "site-out", "cancel"]
KINDS = CANCELLATIONS + ["person-late", "delay", "running-late", "substitute", "arrive", "move", "lock"]

Change = namedtuple("Change", "kind words named")
Case = namedtuple("Case", "change people bound proved left_out seconds processor miscounted broken anew greedy")


def run(binary, *words):
    """status, stdout, seconds, seconds of the processor"""
    begin, was = time.monotonic(), os.times()
    done = subprocess.run([binary, *map(str, words)], capture_output=True, text=True, check=False)
    now = os.times()
    processor = now.children_user + now.children_system - was.children_user - was.children_system
    return done.returncode, done.stdout, time.monotonic() - begin, processor


def lines(plan):
    """person -> the lines of their own sheet."""
    found = {}
    for s in plan["sessions"]:
        for role, people in [("", s["participants"]), *s["team"].items()]:
            for p in people:
                found.setdefault(p, set()).add((s["id"], s["start"], s["end"], s["room"], role))
    for r in plan["rotations"]:
        for n, one in enumerate(r["rounds"]):
            for st in one["stations"]:
                for role, people in [("", st["participants"]), *st["team"].items()]:
                    for p in people:
                        found.setdefault(p, set()).add((r["id"], n, st["id"], one["start"], one["end"], st["room"], role))
    return found


def disturbed(before, after, named):
    old, new = lines(before), lines(after)
    return {p for p in old.keys() | new.keys() if old.get(p) != new.get(p)} - named


def later(moment, minutes):
    return (datetime.fromisoformat(moment) + timedelta(minutes=minutes)).strftime("%Y-%m-%d %H:%M")


class Changes:
    """Everything that may happen to one thing of a plan."""

    def __init__(self, plan, gathering, folder, rng):
        self.plan, self.folder, self.rng = plan, folder, rng
        stations = [s for r in plan["rotations"] for one in r["rounds"] for s in one["stations"]]
        places = plan["sessions"] + stations
        self.starts = {s["id"]: s["start"] for s in plan["sessions"]}
        self.starts |= {r["id"]: r["rounds"][0]["start"] for r in plan["rotations"] if r["rounds"]}
        self.team = sorted({p for s in places for people in s["team"].values() for p in people})
        self.guests = sorted({p for s in places for p in s["participants"]} - set(self.team))
        self.rooms = sorted({s["room"] for s in places if s["room"]})
        raw = tomllib.loads(gathering.read_text(encoding="utf-8"))
        site = {r["id"]: r["site"] for r in raw.get("room", [])}
        self.sites = sorted({site[r] for r in self.rooms if r in site})
        self.first = {p: min(line[3] if isinstance(line[1], int) else line[1] for line in own) for p, own in lines(plan).items()}

    def of(self, kind):
        people = {"person-out": self.team, "absent": self.guests, "room-out": self.rooms, "site-out": self.sites}
        if kind in people:
            return [Change(kind, [f"--{kind}", one], {one}) for one in people[kind]]
        return getattr(self, kind.replace("-", "_"))()

    def cancel(self):
        return [Change("cancel", ["--cancel", one], set()) for one in sorted(self.starts)]

    def lock(self):
        return [Change("lock", ["--lock", one], set()) for one in sorted(self.starts)]

    def person_late(self):
        return [Change("person-late", ["--person-late", f"{p}={later(self.first[p], 20)}"], {p}) for p in self.team]

    def delay(self):
        return [Change("delay", ["--delay", f"{one}=20"], set()) for one in sorted(self.starts)]

    def running_late(self):
        return [Change("running-late", ["--at", later(start, 10), "--delay", f"{one}=20"], set())
                for one, start in sorted(self.starts.items())]

    def substitute(self):
        others = self.team + self.guests
        pairs = [(out, self.rng.choice([p for p in others if p != out])) for out in self.team if len(others) > 1]
        return [Change("substitute", ["--substitute", f"{out}={instead}"], {out, instead}) for out, instead in pairs]

    def arrive(self):
        made = []
        for number in (1, 3):
            path = Path(self.folder) / f"arrived-{number}.csv"
            ids = [f"newcomer-{n}" for n in range(number)]
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([("id", "name"), *((i, i.title().replace("-", " ")) for i in ids)])
            made.append(Change("arrive", ["--arrive", path], set(ids)))
        return made

    def move(self):
        return [Change("move", ["--move", f"{one}={later(start, self.rng.choice([-30, 15, 30, 60]))}"], set())
                for one, start in sorted(self.starts.items())]


def drawn(args, changes):
    every = {kind: changes.of(kind) for kind in args.kinds}
    if args.uniform:
        all_there_are = [change for some in every.values() for change in some]
        return sorted(changes.rng.sample(all_there_are, min(args.uniform, len(all_there_are))), key=lambda c: args.kinds.index(c.kind))
    if args.sample:
        for some in every.values():
            changes.rng.shuffle(some)
        turns = [some[n] for n in range(args.sample) for some in every.values() if n < len(some)]
        return sorted(turns[: args.sample], key=lambda change: args.kinds.index(change.kind))
    return [c for some in every.values() for c in (some if len(some) <= args.most else changes.rng.sample(some, args.most))]


class Bench:
    def __init__(self, args, path, folder):
        self.args, self.path, self.folder = args, Path(path), Path(folder)
        self.document, self.other = self.folder / "plan.farandole", self.folder / "anew.farandole"

    def plan(self):
        code, out, _, _ = run(self.args.binary, "plan", self.path, "-o", self.document, "--time", self.args.plan_time, "--json")
        if code > 1:
            return False
        self.before = json.loads(out)
        if self.args.baselines:
            run(self.args.binary, "plan", self.path, "-o", self.other, "--time", self.args.plan_time, "--seed", 2)
        if self.args.judge:
            self.wrong_before = self.judged(self.path, self.before, self.before)["broken"]
        return True

    def repaired(self, document, change, *limits):
        self.copy = self.folder / "copy.farandole"
        shutil.copy(document, self.copy)
        return run(self.args.binary, "replan", self.copy, *change.words, "--json", *limits)

    def judged(self, gathering, before, after):
        files = [self.folder / "before.json", self.folder / "after.json"]
        for file, plan in zip(files, (before, after)):
            file.write_text(json.dumps(plan))
        done = subprocess.run([sys.executable, self.args.judge, gathering, files[1], "--before", files[0], "--json"],
                              capture_output=True, text=True, check=False)
        return json.loads(done.stdout)

    def verdict(self, after, change):
        """Whether the judge counts other people, and the hard rules it finds broken."""
        if not self.args.judge:
            return False, {}
        written = self.folder / "now.toml"
        code, _, _, _ = run(self.args.binary, "export", self.copy, "--to", "toml", "--out", written)
        answer = self.judged(self.path if code else written, self.before, after)
        broken = {rule: n for rule, n in answer["broken"].items() if n > self.wrong_before.get(rule, 0)}
        broken.pop("unplaced", 0)  # told as left out
        if not written.exists():
            broken["not-exported"] = 1
        written.unlink(missing_ok=True)
        return len(set(answer["disturbed"]) - change.named) != after["disturbed"]["people"], broken

    def instead(self, document, change, before, *limits):
        """People disturbed by another way; the change may mean nothing to its plan."""
        if not self.args.baselines:
            return 0
        _, out, _, _ = self.repaired(document, change, *limits)
        return len(disturbed(before, json.loads(out), change.named)) if out else None

    def case(self, change):
        code, out, seconds, processor = self.repaired(self.document, change, "--time", self.args.time)
        if code > 1:
            return None
        after = json.loads(out)
        counted = disturbed(self.before, after, change.named)
        miscounted, broken = self.verdict(after, change)
        greedy = self.instead(self.document, change, self.before, "--iterations", 1)
        anew = self.instead(self.other, change, self.before, "--time", self.args.time)
        return Case(change, len(counted), after["disturbed"]["bound"], after["disturbed"]["proved"],
                    len(after["unplaced"]) - len(self.before["unplaced"]), seconds, processor,
                    miscounted or len(counted) != after["disturbed"]["people"], broken, anew, greedy)


def measure(args, path):
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(args, path, folder)
        if not bench.plan():
            print(f"{path}: cannot be planned", file=sys.stderr)
            return []
        name = Path(path).parent.name
        cases, refused = [], 0
        for change in drawn(args, Changes(bench.before, Path(path), folder, random.Random(args.seed))):
            case = bench.case(change)
            if case is None:
                refused += 1
                continue
            cases.append(case)
            if args.list and (not case.proved or case.miscounted or case.broken):
                words = " ".join(str(w) for w in change.words)
                print(f"  {name}: {words}: {case.people} people, bound {case.bound}, left out {case.left_out}, "
                      f"{case.seconds:.2f} s{', miscounted' if case.miscounted else ''}  {case.broken or ''}", flush=True)
        if refused:
            print(f"{name}: {refused} changes refused as meaningless", flush=True)
        for kind in args.kinds:
            show(name, kind, [c for c in cases if c.change.kind == kind])
        return cases


def show(name, kind, cases):
    if not cases:
        return
    middle = lambda values: statistics.median([v for v in values if v is not None] or [0])
    people, seconds, processor = ([getattr(c, key) for c in cases] for key in ("people", "seconds", "processor"))
    print(f"{name:24} {kind:12} {len(cases):4} cases  proved {sum(c.proved for c in cases) / len(cases):6.1%}"
          f"  disturbed {middle(people):6.1f} / {max(people):4}  bound {middle(c.bound for c in cases):6.1f}"
          f"  left out {middle(c.left_out for c in cases):3.0f} / {max(c.left_out for c in cases):3}"
          f"  seconds {middle(seconds):5.2f} / {max(seconds):5.2f} (processor {middle(processor):5.2f} / {max(processor):5.2f})"
          f"  anew {middle(c.anew for c in cases):6.1f}  greedy {middle(c.greedy for c in cases):6.1f}"
          f"  miscounted {sum(c.miscounted for c in cases)}  broken {sum(bool(c.broken) for c in cases)}", flush=True)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gatherings", nargs="*")
    ask.add_argument("--binary", default="build/release/farandole")
    ask.add_argument("--plan-time", type=float, default=5)
    ask.add_argument("--time", type=float, default=2, help="seconds a repair may look")
    ask.add_argument("--most", type=int, default=60, help="cases of each kind")
    ask.add_argument("--sample", type=int, default=0, help="cases of all kinds together")
    ask.add_argument("--uniform", type=int, default=0, help="cases drawn of all the changes there are")
    ask.add_argument("--seed", type=int, default=1, help="of what is drawn")
    ask.add_argument("--kinds", type=lambda text: text.split(","), default=KINDS)
    ask.add_argument("--judge")
    ask.add_argument("--no-baselines", dest="baselines", action="store_false")
    ask.add_argument("--list", action="store_true", help="what is not proved, miscounted or broken, one by one")
    args = ask.parse_args()
    cases = []
    for path in args.gatherings or sorted(Path("examples").glob("*/gathering.toml")):
        cases += measure(args, str(path))
    for kind in args.kinds:
        show("all", kind, [c for c in cases if c.change.kind == kind])
    show("all", "cancellation", [c for c in cases if c.change.kind in CANCELLATIONS])
    show("all", "every kind", cases)


if __name__ == "__main__":
    main()

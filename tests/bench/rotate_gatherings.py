#!/usr/bin/env python3
"""Random gatherings with one rotation, of every pattern and with what people ask for: planned, judged, and upset at 9:05.

    tests/bench/rotate_gatherings.py [--binary build/release/farandole] [--cases 60] [--seed 1] [--time 3] [--most 400]
                                     [--patterns split,carousel,…] [--upsets 2] [--judge check_plan.py] [--keep DIR] [--list]

A seating is drawn first, and rooms that close or that stations share, hosts, limits, pairs, wishes, hours and ways on foot
from what it allows: a plan exists.
Each plan is judged by this script alone (and by --judge): seats, limits, runs, pairs, rooms, hosts, step-free tables, and the
meetings it reports. Then people are absent, late, arrive, or a host does not come, before the first round or during the
day: the repair is judged in the same way, those whose card changed are counted anew and compared with the bound it tells.
Where a repair keeps not all limits an integer program (cbc) tells whether any could.
One line per pattern; ends with 1 when anything disagrees.
"""
import argparse, collections, csv, itertools, json, random, shutil, subprocess, sys, tempfile, time
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "support"))
import whole_repair
from drawn_gathering import DAY, Drawn, PATTERNS, clock


def run(binary, *words):
    begin = time.monotonic()
    done = subprocess.run([str(binary), *map(str, words)], capture_output=True, text=True, check=False)
    return done, time.monotonic() - begin


def minute(moment):
    at = datetime.fromisoformat(moment)
    return at.hour * 60 + at.minute


class Judge:
    """What is wrong with the seats of a plan; `expected[round]`: who needs one, `may[round]`: who may have one beside."""

    def __init__(self, drawn, plan, expected, may=None, free_from=0):
        self.drawn, self.rounds = drawn, plan["rotations"][0]["rounds"]
        self.said = plan["rotations"][0]
        self.expected, self.may = expected, may or [set() for _ in expected]
        self.free_from = free_from
        self.wrong = []

    def fault(self, text):
        self.wrong.append(text)

    def run(self):
        drawn = self.drawn
        if len(self.rounds) != drawn.rounds:
            self.fault(f"{len(self.rounds)} rounds")
            return self.wrong
        if drawn.pattern == "free":
            return self.wrong
        self.seats = [{} for _ in self.rounds]
        for r, one in enumerate(self.rounds):
            self.round(r, one)
        self.ways()
        self.pairs()
        return self.wrong

    def round(self, r, one):
        drawn, where = self.drawn, f"round {r + 1}"
        if drawn.contiguous and (minute(one["start"]), minute(one["end"])) != (drawn.starts[r], drawn.ends(r)):
            self.fault(f"{where} at {one['start']}")
        leading = {}
        for n, st in enumerate(one["stations"]):
            s = int(st["id"][1:]) if not drawn.tables else n
            here = st["participants"]
            for p in here:
                if p in self.seats[r]:
                    self.fault(f"{where}: {p} twice")
                self.seats[r][p] = s
            if r >= self.free_from:
                self.station(r, s, st, here)
            leading |= {p: s for people in st["team"].values() for p in people} if here else {}
        for p, s in leading.items():
            if self.seats[r].get(p, s) != s:
                self.fault(f"{where}: {p} leads one station and sits at another")
        if r < self.free_from:
            return
        for here, seats in drawn.halls.values():
            people = sum(s in here for s in self.seats[r].values())
            if people > seats:
                self.fault(f"{where}: {people} people in the {seats} seats of {here}")
        got = set(self.seats[r])
        for p in sorted(self.expected[r] - got):
            self.fault(f"{where}: {p} has no seat")
        for p in sorted(got - self.expected[r] - self.may[r]):
            self.fault(f"{where}: {p} has a seat")

    def station(self, r, s, st, here):
        drawn, where = self.drawn, f"round {r + 1} {st['id']}"
        if not here:
            return
        low, high = drawn.limits.get(s, (1, 10**9))
        if not low <= len(here) <= high:
            self.fault(f"{where}: {len(here)} not in {low} to {high}")
        if (r, s) in drawn.closed:
            self.fault(f"{where}: closed")
        if s in drawn.hosts and drawn.hosts[s] not in drawn.out and st["team"].get("facilitator") != [drawn.hosts[s]]:
            self.fault(f"{where}: team {st['team']}")
        if r in drawn.host_away.get(s, ()):
            self.fault(f"{where}: its host is away")
        if s in drawn.stepped and drawn.restricted & {int(p[1:]) for p in here if p[0] == "g"}:
            self.fault(f"{where}: out of reach")

    def ways(self):
        drawn = self.drawn
        way = collections.defaultdict(list)
        for seats in self.seats:
            for p, s in seats.items():
                if drawn.hosts.get(s) != p:
                    way[p].append(s)
        if drawn.once:
            for p, seen in way.items():
                if len(set(seen)) < len(seen):
                    self.fault(f"{p} sees a station twice: {seen}")
        for s, most in drawn.runs.items():
            taken = sum(s in seats.values() for seats in self.seats)
            if taken > most:
                self.fault(f"s{s} runs {taken} times, {most} asked for")
        if drawn.fixed:
            for r in range(self.free_from, len(self.rounds)):
                before, now = self.seats[self.free_from], self.seats[r]
                for a, b in itertools.combinations(sorted(set(before) & set(now)), 2):
                    if (before[a] == before[b]) != (now[a] == now[b]):
                        self.fault(f"round {r + 1}: the group of {a} and {b} is split")
                        break

    def pairs(self):
        met = collections.Counter()
        for r, seats in enumerate(self.seats):
            by = collections.defaultdict(list)
            for p, s in seats.items():
                by[s].append(p)
            for here in by.values():
                met.update(itertools.combinations(sorted(here), 2))
            if r < self.free_from:
                continue
            for a, b in self.drawn.apart:
                if f"g{a}" in seats and seats[f"g{a}"] == seats.get(f"g{b}"):
                    self.fault(f"round {r + 1}: g{a} and g{b} not apart")
            for one in self.drawn.together:
                if len({seats[f"g{p}"] for p in one if f"g{p}" in seats}) > 1:
                    self.fault(f"round {r + 1}: {one} not together")
        self.repeats = sum(m - 1 for m in met.values())
        self.cost = sum(m * (m - 1) // 2 for m in met.values())
        if self.drawn.pattern in ("remix", "topics"):
            if (self.said["repeat_meetings"], self.said["repeat_cost"]) != (self.repeats, self.cost):
                self.fault(f"says {self.said['repeat_meetings']}, {self.said['repeat_cost']} repeats, counted {self.repeats}, {self.cost}")
            if self.said["bound"] is not None and self.said["bound"] > self.cost:
                self.fault(f"bound {self.said['bound']} above {self.cost}")
            if self.said["proved"] != (self.said["bound"] == self.cost):
                self.fault("proved is not what it says")


class Upset:
    """What happens at some time of the day: changes for `replan`, and who needs a seat then."""

    def __init__(self, rng, drawn, plan, folder):
        starts = [minute(one["start"]) for one in plan["rotations"][0]["rounds"]]
        begun = rng.randint(0, drawn.rounds - 1)
        self.at = starts[0] - 40 if begun == 0 else starts[begun - 1] + rng.choice([0, 5])
        self.frozen = sum(start <= self.at + 15 for start in starts)
        self.starts = starts
        people = [p for p in range(drawn.people) if p not in drawn.taking_part.values()]
        rng.shuffle(people)
        absent = [people.pop() for _ in range(min(rng.choice([0, 1, 3, 5, 8]), drawn.people // 3))]
        late = {people.pop(): rng.choice(starts) + 3 for _ in range(rng.choice([0, 0, 1, 2]))}
        self.newcomers = [f"n{i}" for i in range(rng.choice([0, 0, 1, 3]))]
        self.words = ["--at", f"{DAY} {clock(self.at)}"]
        for p in absent:
            self.words += ["--absent", f"g{p}"]
        for p, time_ in late.items():
            self.words += ["--person-late", f"g{p}={DAY} {clock(time_)}"]
        if self.newcomers:
            path = folder / "arrived.csv"
            path.write_text("id,name,tags\n" + "".join(f"{i},New {i},guest\n" for i in self.newcomers))
            self.words += ["--arrive", path]
        hosts = sorted(h for h in drawn.hosts.values() if h[0] == "h")
        self.host = [rng.choice(hosts)] if hosts and rng.random() < 0.15 else []
        for h in self.host:
            self.words += ["--person-out", h]
        if len(self.words) == 2:
            self.words += ["--absent", f"g{people[0]}"]
            absent = [people[0]]
        self.named = {f"g{p}" for p in absent} | {f"g{p}" for p in late} | set(self.newcomers) | set(self.host)
        self.expected, self.may = [], []
        for r, start in enumerate(starts):
            there = {f"g{p}" for p in range(drawn.people) if drawn.presence(p, r) and p not in absent and start >= late.get(p, 0)}
            self.expected.append(there | set(self.newcomers))
            self.may.append({f"g{p}" for p in late} | {f"g{p}" for p in absent} if r < self.frozen else set())


def cards(plan):
    own = collections.defaultdict(set)
    for n, one in enumerate(plan["rotations"][0]["rounds"] if plan["rotations"] else []):
        for st in one["stations"]:
            for role, people in [("", st["participants"]), *(st["team"].items() if st["participants"] else [])]:
                for p in people:
                    own[p].add((n, st["id"], one["start"], st["room"], role))
    return own


class Bench:
    def __init__(self, args, folder):
        self.args, self.folder = args, folder
        self.count = collections.defaultdict(collections.Counter)
        self.slowest = collections.defaultdict(float)
        self.bad = 0

    def tell(self, name, text):
        self.bad += 1
        print(f"{name}: {text}", flush=True)
        if self.args.keep:
            shutil.copytree(self.folder, Path(self.args.keep) / name.split()[0], dirs_exist_ok=True)

    def outside(self, name, toml, plan, absent_allowed):
        """What another judge finds broken, beside rounds that people are not there for."""
        if not self.args.judge:
            return []
        path = self.folder / "judged.json"
        path.write_text(json.dumps(plan))
        done, _ = run(sys.executable, self.args.judge, toml, path, "--json")
        broken = json.loads(done.stdout)["broken"]
        if absent_allowed:
            broken.pop("round-missed", 0)
        return [f"the other judge: {broken}"] if broken else []

    def case(self, number, pattern):
        rng = random.Random(f"{self.args.seed} {number} {pattern}")
        drawn = Drawn(rng, pattern, self.args.most)
        name = f"{pattern}-{self.args.seed}-{number} ({drawn.people}/{drawn.stations}/{drawn.rounds})"
        drawn.write(self.folder)
        count, toml, doc = self.count[pattern], self.folder / "gathering.toml", self.folder / "g.farandole"
        done, seconds = run(self.args.binary, "plan", toml, "-o", doc, "--json", "--time", self.args.time)
        count["plans"] += 1
        self.slowest[pattern] = max(self.slowest[pattern], seconds)
        if done.returncode != 0:
            said = done.stderr.strip().splitlines()
            return self.tell(name, f"exit {done.returncode} {seconds:.1f} s: {' / '.join(said[-2:])[:300]}")
        plan = json.loads(done.stdout)
        expected = [{f"g{p}" for p in range(drawn.people) if drawn.presence(p, r)} for r in range(drawn.rounds)]
        drawn.out = set()
        judge = Judge(drawn, plan, expected)
        wrong = judge.run() + self.outside(name, toml, plan, True)
        if wrong:
            return self.tell(name, f"{len(wrong)} wrong: " + "; ".join(wrong[:4]))
        if pattern == "free":
            return
        for n in range(self.args.upsets):
            self.upset(f"{name} upset {n}", rng, drawn, plan, doc)

    def upset(self, name, rng, drawn, plan, doc):
        upset = Upset(rng, drawn, plan, self.folder)
        copy = self.folder / "copy.farandole"
        shutil.copy(doc, copy)
        done, seconds = run(self.args.binary, "replan", copy, *upset.words, "--json", "--time", 2)
        count = self.count[drawn.pattern]
        count["repairs"] += 1
        words = " ".join(str(w) for w in upset.words)
        if done.returncode > 1:
            return self.tell(name, f"{words}\n    exit {done.returncode}: {done.stderr.strip()[-300:]}")
        after = json.loads(done.stdout)
        was, now = cards(plan), cards(after)
        disturbed = {p for p in was.keys() | now.keys() if was[p] != now[p]} - upset.named
        said = after["disturbed"]
        wrong = []
        if len(disturbed) != said["people"]:
            wrong.append(f"says {said['people']} disturbed, counted {len(disturbed)}")
        if said["bound"] > len(disturbed):
            wrong.append(f"bound {said['bound']} above {len(disturbed)}")
        if said["proved"] != (said["bound"] == len(disturbed)) and done.returncode == 0:
            wrong.append(f"proved {said['proved']}: {len(disturbed)} disturbed, bound {said['bound']}")
        drawn.out = set(upset.host)
        judge = Judge(drawn, after, upset.expected, upset.may, upset.frozen)
        judged = judge.run() if after["rotations"] else ["left out"]
        unseated = all(one.endswith("has no seat") and one.split()[-4] in upset.newcomers for one in judged)
        if judged and (done.returncode == 1 or unseated):  # else only what begins too soon to be changed is too small
            count["not whole"] += 1
            exists = whole_repair.exists(drawn, judge.seats[:upset.frozen], upset.expected) if after["rotations"] else None
            count["none exists"] += exists is False
            if exists is not False:
                known = "one exists" if exists else "whether one exists is not known"
                wrong.append(f"no whole repair ({known}): " + "; ".join(judged[:3]))
        elif judged:
            wrong += judged
        count["disturbed"] += len(disturbed)
        count["bound"] += said["bound"]
        count["above"] += len(disturbed) > said["bound"]
        if len(disturbed) > said["bound"] and self.args.list:
            wrong.append(f"{len(disturbed)} disturbed, bound {said['bound']}")
        if wrong:
            self.tell(name, f"{words} ({upset.frozen} frozen, {seconds:.1f} s)\n    " + "; ".join(wrong[:4]))

    def show(self):
        for pattern, c in self.count.items():
            print(f"{pattern:9} {c['plans']:4} plans, slowest {self.slowest[pattern]:4.1f} s   {c['repairs']:4} repairs: "
                  f"{c['disturbed']:4} disturbed, bound {c['bound']:4}; above the bound {c['above']}, "
                  f"not whole {c['not whole']} (for {c['none exists']} of them none exists)")
        print(f"{self.bad} disagree")


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    root = Path(__file__).resolve().parents[2]
    ask.add_argument("--binary", default=root / "build/release/farandole")
    ask.add_argument("--cases", type=int, default=60)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--from", dest="first", type=int, default=0, help="number of the first case")
    ask.add_argument("--time", type=float, default=3, help="seconds a plan may take")
    ask.add_argument("--most", type=int, default=400, help="people")
    ask.add_argument("--patterns", type=lambda text: text.split(","), default=PATTERNS)
    ask.add_argument("--upsets", type=int, default=2, help="things that happen to each plan")
    ask.add_argument("--judge")
    ask.add_argument("--keep", help="folder for what disagrees")
    ask.add_argument("--list", action="store_true", help="repairs above their bound too")
    args = ask.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(args, Path(name))
        for number in range(args.first, args.first + args.cases):
            bench.case(number, args.patterns[number % len(args.patterns)])
    bench.show()
    sys.exit(1 if bench.bad else 0)


if __name__ == "__main__":
    main()

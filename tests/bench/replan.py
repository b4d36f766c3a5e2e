#!/usr/bin/env python3
"""Measures repairs: every single cancellation of every gathering, against planning anew and leaving out.

    tests/bench/replan.py [--binary build/release/farandole] [--plan-time 5] [--most 60] [--judge check_plan.py]
                          [--kinds person-out,room-out,cancel] [GATHERING.toml ...]

Without gatherings: those of examples/. Per gathering and kind of change one row: cases, share proved, people disturbed
(median, most), bound, sessions left out by the repair, seconds (median, worst), and the people disturbed when a plan made anew
(another seed) meets the same change instead, or when the search may look at one option only and leaves out what is in the way (--iterations 1).
With --judge, an independent judge of plans counts the disturbed as well and must agree.
"""
import argparse, json, shutil, statistics, subprocess, sys, tempfile, time
from pathlib import Path


def run(binary, *words):
    begin = time.monotonic()
    done = subprocess.run([binary, *map(str, words)], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, time.monotonic() - begin


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


def changes(plan, kinds):
    team = {p for s in plan["sessions"] for people in s["team"].values() for p in people}
    team |= {p for r in plan["rotations"] for one in r["rounds"] for s in one["stations"] for people in s["team"].values() for p in people}
    rooms = {s["room"] for s in plan["sessions"] if s["room"]}
    some = {"person-out": sorted(team), "room-out": sorted(rooms), "cancel": [s["id"] for s in plan["sessions"]]}
    return [(kind, one) for kind in kinds for one in some[kind]]


def measure(args, path):
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "plan.farandole"
        code, out, _ = run(args.binary, "plan", path, "-o", document, "--time", args.plan_time, "--json")
        if code > 1:
            return print(f"{path}: cannot be planned", file=sys.stderr)
        before = json.loads(out)
        other = Path(folder) / "anew.farandole"
        run(args.binary, "plan", path, "-o", other, "--time", args.plan_time, "--seed", 2)
        rows = {}
        for kind, one in changes(before, args.kinds):
            rows.setdefault(kind, [])
            if len(rows[kind]) >= args.most:
                continue
            copy = Path(folder) / "copy.farandole"
            shutil.copy(document, copy)
            _, out, seconds = run(args.binary, "replan", copy, f"--{kind}", one, "--json")
            after = json.loads(out)
            named = {one} if kind == "person-out" else set()
            counted = disturbed(before, after, named)
            wrong = len(counted) != after["disturbed"]["people"]
            if args.judge:
                wrong |= judged(args, path, folder, before, after, named) != after["disturbed"]["people"]
            shutil.copy(document, copy)
            _, out, _ = run(args.binary, "replan", copy, f"--{kind}", one, "--iterations", 1, "--json")
            greedy = json.loads(out)
            shutil.copy(other, copy)
            _, out, _ = run(args.binary, "replan", copy, f"--{kind}", one, "--json")
            anew = json.loads(out or '{"sessions": [], "rotations": []}')  # the change may mean nothing to it
            rows[kind].append((len(counted), after["disturbed"]["bound"], after["disturbed"]["proved"], seconds, wrong,
                               len(disturbed(before, anew, named)), len(disturbed(before, greedy, named)), len(after["unplaced"]) - len(before["unplaced"])))
        for kind, cases in rows.items():
            show(Path(path).parent.name, kind, cases)


def judged(args, path, folder, before, after, named):
    files = [Path(folder) / "before.json", Path(folder) / "after.json"]
    for file, plan in zip(files, (before, after)):
        file.write_text(json.dumps(plan))
    done = subprocess.run([sys.executable, args.judge, path, files[1], "--before", files[0], "--json"],
                          capture_output=True, text=True, check=False)
    return len(set(json.loads(done.stdout)["disturbed"]) - named)


def show(name, kind, cases):
    people = [c[0] for c in cases]
    seconds = [c[3] for c in cases]
    print(f"{name:24} {kind:11} {len(cases):4} cases  proved {sum(c[2] for c in cases) / len(cases):5.0%}"
          f"  disturbed {statistics.median(people):6.1f} / {max(people):4}  bound {statistics.median(c[1] for c in cases):6.1f}"
          f"  left out {statistics.median(c[7] for c in cases):3.0f} / {max(c[7] for c in cases):3}"
          f"  seconds {statistics.median(seconds):5.2f} / {max(seconds):5.2f}"
          f"  anew {statistics.median(c[5] for c in cases):6.1f}  first answer {statistics.median(c[6] for c in cases):6.1f}"
          f"  miscounted {sum(c[4] for c in cases)}")


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gatherings", nargs="*")
    ask.add_argument("--binary", default="build/release/farandole")
    ask.add_argument("--plan-time", type=float, default=5)
    ask.add_argument("--most", type=int, default=60, help="cases of each kind")
    ask.add_argument("--kinds", type=lambda text: text.split(","), default=["person-out", "room-out", "cancel"])
    ask.add_argument("--judge")
    args = ask.parse_args()
    for path in args.gatherings or sorted(Path("examples").glob("*/gathering.toml")):
        measure(args, str(path))


if __name__ == "__main__":
    main()

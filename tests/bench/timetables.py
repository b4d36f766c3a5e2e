"""Timetables against published results: every instance through the front door, judged by others.

  timetables.py [--seconds S] [--seeds N] [--threads N] [--only TEXT]

Needs the public instances and the independent judges (`../shared` beside the checkout; docs/benchmarks.md).
DtF is the people who lose a session left out; a ratio is ours divided by the peer's, smaller is better.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
PROGRAM = ROOT / "build/release/farandole"
SPEED = ROOT / "build/release/tests/trial_changes"

# Soft cost with every session placed: a measured or published peer, then the goal (BENCHMARKS.md).
ITC_2007 = {"1": (1861, 209.4), "3": (826, 188.6), "5": (244, 2.9), "8": (106, 1.6), "16": (226, 45.8),
            "17": (267, 0.5), "20": (1127, 664.0), "24": (932, 77.5)}
WINNER_2003 = [45, 25, 65, 115, 102, 13, 44, 29, 17, 61, 44, 107, 78, 52, 24, 22, 86, 31, 44, 7]
BEST_2002 = [16, 2, 17, 34, 36, 0, 0, 0, 0, 21, 5, 47, 31, 4, 0, 0, 25, 2, 7, 0]


def tool(name, *arguments):
    return subprocess.run([sys.executable, SHARED / "tools" / name, *map(str, arguments)], capture_output=True, text=True)


def plan(folder, seconds, seed, threads):
    """The plan as JSON; also left beside the gathering."""
    run = subprocess.run([PROGRAM, "plan", folder / "gathering.toml", "-o", folder / "bench.farandole", "--json", "--time",
                          str(seconds), "--seed", str(seed), "--threads", str(threads)], capture_output=True, text=True)
    (folder / "bench.farandole").unlink(missing_ok=True)
    (folder / "plan.json").write_text(run.stdout)
    return json.loads(run.stdout)


def row(name, seconds, left, soft, peer, goal, note=""):
    ratio = f"{soft / peer:6.2f}" if peer else "      "
    print(f"{name:<28} {seconds:7.2f} {left:>8} {soft:9.1f} {peer or '':>8} {ratio} {goal if goal is not None else '':>7}  {note}",
          flush=True)


def head(title):
    print(f"\n{title:<28} {'seconds':>7} {'DtF':>8} {'soft':>9} {'peer':>8} {'ratio':>6} {'goal':>7}")


def timetable(path, work, options):
    """One competition instance: the mean over the seeds, scored by the competition's own rules."""
    number = re.search(r"(\d+)\.tim$", path.name)[1].lstrip("0")
    old = path.name.startswith("competition")
    folder = work / path.stem
    tool("instances.py", "itc2007", path, folder)
    soft, left, seconds = [], [], []
    for seed in range(1, options.seeds + 1):
        seconds.append(plan(folder, options.seconds, seed, options.threads)["seconds"])
        tool("instances.py", "solution", path, folder / "plan.json", folder / "plan.sln")
        said = tool("check_tim.py", *(["--2002"] if old else []), path, folder / "plan.sln").stdout
        values = {k: int(v) for k, v in re.findall(r"(\w+)=(\d+)", said)}
        soft.append(values["soft"])
        left.append(values["dtf"])
    mean = sum(soft) / len(soft)
    peer, goal = (WINNER_2003[int(number) - 1], BEST_2002[int(number) - 1]) if old else ITC_2007.get(number, (None, None))
    row(path.stem, max(seconds), max(left), mean, peer, goal, " ".join(map(str, soft)))


def judged(name, folder, seconds, options, note=""):
    """A gathering that has a plan or not: what the judge says of ours."""
    found = plan(folder, seconds, 1, options.threads)
    verdict = "no plan exists" if found["proved"] and found["status"] != "feasible" else found["status"]
    broken = tool("check_plan.py", folder / "gathering.toml", folder / "plan.json").stdout.strip().splitlines()
    row(name, found["seconds"], found["score"]["unplaced"], found["score"]["soft"], None, None,
        f"{verdict}; {broken[-1] if broken else ''}{note}")
    return found


def moved(folder, found):
    """Sessions whose published time or place is not kept."""
    import tomllib
    published = {s["id"]: s["published"] for s in tomllib.loads((folder / "gathering.toml").read_text())["session"]
                 if "published" in s}
    return sum(1 for s in found["sessions"] if s["id"] in published and
               (s["start"][:16].replace("T", " ") != published[s["id"]]["start"][:16].replace("T", " ")
                or s["room"] != published[s["id"]].get("room", s["room"])))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--only", default="", help="instances whose name has this in it")
    options = parser.parse_args()
    if not (SHARED / "bench").is_dir():
        sys.exit("The public instances are not here: they are expected in ../shared/bench, beside the checkout.")
    wanted = lambda name: options.only in name
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        head(f"timetables, {options.seconds:g} s, {options.seeds} seeds")
        for path in sorted((SHARED / "bench").glob("*.tim")):
            if wanted(path.stem):
                timetable(path, work, options)
        head("programmes and meetings")
        for path in sorted((SHARED / "bench").glob("*.json")):
            if wanted(path.stem):
                kind = "meetings" if path.stem.startswith("msp") else "emf"
                tool("instances.py", kind, path, work / path.stem)
                found = judged(path.stem, work / path.stem, 10, options)
                if kind == "emf" and moved(work / path.stem, found):
                    print(f"{'':<28} {moved(work / path.stem, found)} published sessions moved")
        head("generated festivals")
        for people, more, limit in ((2000, [], 20), (2000, ["--delegation", 4], 20),
                                    (20000, ["--sites", 10, "--rooms", 120, "--days", 3], 60)):
            for seed in range(1, options.seeds + 1 if people < 20000 else 2):
                name = f"festival-{people}" + ("-delegation-4" if "--delegation" in more else "") + f"-{seed}"
                if wanted(name):
                    tool("make_gathering.py", work / name, "--people", people, "--seed", seed, *more)
                    judged(name, work / name, limit, options)
        print("\nspeed of evaluation")
        for path in sorted((SHARED / "bench").glob("*.tim")):
            if wanted(path.stem) and SPEED.exists():
                if not (work / path.stem).exists():
                    tool("instances.py", "itc2007", path, work / path.stem)
                run = subprocess.run([SPEED, work / path.stem / "gathering.toml"], capture_output=True, text=True)
                print(run.stdout.strip().replace(str(work) + "/", ""))


if __name__ == "__main__":
    main()

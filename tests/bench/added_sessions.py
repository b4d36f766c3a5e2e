#!/usr/bin/env python3
"""Adds sessions to a programme that is out, and counts who has been told something else.

added_sessions.py [FARANDOLE] [--gatherings PEOPLExSITESxROOMS,...] [--seeds 1,2,...] [--added N] [--time 10]
    [--tools DIR]

For each size and seed a festival is drawn (`../shared/tools/make_gathering.py`, --fill 0.75) and planned without N sessions drawn
at random. What this plan says of each session is published; then the whole is planned, in
--time seconds. A line each: sessions and people told something else. The judge reads every plan; it and the maker of festivals
stand in `../shared/tools` beside the checkout (docs/benchmarks.md), --tools names another folder.
"""

import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "support"))
from gathering_folder import Gathering

ROOT = pathlib.Path(__file__).resolve().parents[2]


def planned(given, folder, *limits):
    """The plan, or None where there is none; the document stays in the folder."""
    file = folder / "gathering.toml"
    done = subprocess.run(
        [given.farandole, "plan", file, "-o", folder / "plan.farandole", "--json", *limits],
        capture_output=True, text=True)
    if done.returncode != 0:
        return None
    (folder / "plan.json").write_text(done.stdout, "utf-8")
    judge = [sys.executable, given.tools / "check_plan.py", file, folder / "plan.json"]
    if subprocess.run(judge, capture_output=True).returncode != 0:
        sys.exit(f"The judge finds something broken in {folder}.")
    return {s["id"]: s for s in json.loads(done.stdout)["sessions"]}


def without(gathering, ids):
    """The gathering, its registrations included, before these sessions were added."""
    first = gathering.copy()
    first.toml["session"] = [s for s in first.all("session") if s["id"] not in ids]
    lines = first.files["registrations.csv"].splitlines()
    first.files["registrations.csv"] = "\n".join(x for x in lines if x.split(",")[1] not in ids) + "\n"
    return first


def measured(given, size, seed):
    people, sites, rooms = size.split("x")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        maker = [sys.executable, given.tools / "make_gathering.py", folder]
        shape = ["--people", people, "--sites", sites, "--rooms", rooms, "--seed", str(seed)]
        subprocess.run([*maker, *shape], check=True, capture_output=True)
        gathering = Gathering(folder)
        ids = set(random.Random(seed).sample([s["id"] for s in gathering.all("session")], given.added))
        without(gathering, ids).write(folder)
        told = planned(given, folder, "--iterations", "20000", "--threads", "1")
        if told is None:
            return "has no plan to publish"
        for session in gathering.all("session"):
            if session["id"] in told:
                where = told[session["id"]]
                session["published"] = {"start": where["start"][:16].replace("T", " "), "room": where["room"]}
        gathering.write(folder)
        plan = planned(given, folder, "--time", str(given.time))
        if plan is None:
            return "has no plan with them"
        place = lambda session: (session["start"], session["room"])
        moved = [id for id in told if place(plan[id]) != place(told[id])]
        misled = set().union(*(told[id]["participants"] for id in moved))
        everyone = set().union(*(s["participants"] for s in told.values()))
        return f"{len(moved)} of {len(told)} sessions, {len(misled)} of {len(everyone)} people"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("farandole", nargs="?", default=str(ROOT / "build/release/farandole"))
    parser.add_argument("--gatherings", default="300x1x5,600x2x8,2000x4x24")
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--added", type=int, default=3)
    parser.add_argument("--time", type=float, default=10)
    parser.add_argument("--tools", type=pathlib.Path, default=ROOT.parent / "shared" / "tools")
    given = parser.parse_args()
    if not (given.tools / "make_gathering.py").exists():
        return print("added_sessions: the tools are not beside the checkout; nothing is measured.")
    for size in given.gatherings.split(","):
        for seed in given.seeds.split(","):
            print(f"{size} seed {seed}:", measured(given, size, int(seed)), flush=True)


if __name__ == "__main__":
    main()

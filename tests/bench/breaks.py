#!/usr/bin/env python3
"""Breaks gatherings that have a plan in known ways, and asks `plan` and `explain` what is wrong.

breaks.py FARANDOLE [--breaks NAME,...] [--generated 80x2,400x4,...] [--seeds 1,2,...] [--keep DIR] [--list] [FOLDER...]

A line per break: whether `plan` says no, how fast and how surely; whether a conflict of `explain` names what was broken; whether the
first repair, made, is silent in `check` and has a plan in which an independent judge finds nothing broken. A FOLDER holds a
gathering.toml; without any, the examples are taken. --generated draws festivals of so many people on so many sites, of each of the
seeds, and breaks them too. The judge and the maker of festivals stand in `../shared/tools` beside the checkout (docs/benchmarks.md);
--tools names another folder, and where there is no judge the plans are not judged.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "support"))
import breaks_of_people, breaks_of_places, breaks_of_rotations, breaks_of_rules, breaks_of_times
from gathering_folder import Gathering

ROOT = pathlib.Path(__file__).resolve().parents[2]
KINDS = (breaks_of_places, breaks_of_people, breaks_of_times, breaks_of_rotations, breaks_of_rules)
BREAKS = {f.__name__.replace("_", "-"): f for kind in KINDS for f in kind.ALL}


def run(*command):
    begin = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True)
    return done, time.monotonic() - begin


def english(text):
    return text["en"] if isinstance(text, dict) else text


def judged(judge, file, plan):
    """What the independent judge finds broken."""
    if not judge.exists():
        return ""
    path = file.with_suffix(".json")
    path.write_text(plan, "utf-8")
    done, _ = run(sys.executable, str(judge), str(file), str(path), "--json")
    return "" if done.returncode == 0 else f" JUDGE {done.stdout[:200]}{done.stderr[-200:]}"


def repaired(farandole, folder, judge):
    """(good, what is said) of the first repair"""
    new = folder / "new.toml"
    done, _ = run(farandole, "explain", str(folder / "gathering.toml"), "--repair", "1", "-o", str(new))
    if done.returncode != 0:
        return False, f" --repair {done.returncode}: {done.stderr[:200]}"
    checked, _ = run(farandole, "check", str(new))
    planned, seconds = run(farandole, "plan", str(new), "-o", str(folder / "new.farandole"), "--json")
    wrong = "" if checked.returncode == 0 else f" CHECK {checked.returncode}"
    if planned.returncode == 0:
        wrong += judged(judge, new, planned.stdout)
    return planned.returncode == 0 and not wrong, f" = plan {planned.returncode} {seconds:.1f}s{wrong}"


def told(farandole, folder, names, judge):
    """(good, what is said)"""
    file = str(folder / "gathering.toml")
    planned, seconds = run(farandole, "plan", file, "-o", str(folder / "plan.farandole"), "--json")
    if planned.returncode == 0:
        return None, "still has a plan"
    said = f"plan {planned.returncode} {seconds:.1f}s"
    good = planned.returncode == 1 and seconds < 3
    if planned.returncode == 1:
        said += " proved" if json.loads(planned.stdout).get("proved") else " not proved"
    done, seconds = run(farandole, "explain", file, "--json")
    good = good and seconds <= 10.5
    said += f", explain {done.returncode} {seconds:.1f}s"
    try:
        answer = json.loads(done.stdout)
    except json.JSONDecodeError:
        return False, said + " no JSON: " + done.stderr[:200]
    if "conflicts" not in answer:
        return False, said + " " + "; ".join(english(d["text"]) for d in answer.get("diagnostics", []))[:200]
    first = answer["conflicts"][:1]
    named = any("*" in names or set(names) & set(c["items"]) for c in answer["conflicts"])
    said += f" {'named' if named else 'NOT NAMED ' + str(names[:4])} [{'; '.join(english(c['text']) for c in first)[:160]}] {[c['rules'] for c in first]}"
    repairs = answer.get("repairs", [])
    if not repairs:
        return False, said + " NO REPAIR"
    said += f" -> {len(repairs)}: {english(repairs[0]['text'])} ({repairs[0]['cost']})"
    whole, more = repaired(farandole, folder, judge)
    return good and named and whole, said + more


def break_all(options, source, counts):
    whole = Gathering(source)
    with tempfile.TemporaryDirectory() as name:
        whole.write(pathlib.Path(name))
        planned, _ = run(options.farandole, "plan", name + "/gathering.toml", "-o", name + "/p.farandole", "--json")
        if planned.returncode != 0:
            print(f"{source.name}: has no plan\n{planned.stdout[:300]}")
            return
        whole.plan = json.loads(planned.stdout)
    for what in options.breaks.split(","):
        broken = whole.copy()
        names = BREAKS[what](broken)
        if names is None:
            continue
        with tempfile.TemporaryDirectory() as name:
            folder = options.keep / f"{source.name}-{what}" if options.keep else pathlib.Path(name)
            folder.mkdir(parents=True, exist_ok=True)
            broken.write(folder)
            good, said = told(options.farandole, folder, names, options.tools / "check_plan.py")
        counts[good] += 1
        print(f"{'ok  ' if good else 'same' if good is None else 'BAD '} {source.name} {what}: {said}", flush=True)


def festivals(options, folder):
    """Drawn into the folder: one for each size and seed."""
    for size in options.generated.split(",") if options.generated else []:
        people, sites = size.split("x")
        for seed in options.seeds.split(","):
            drawn = folder / f"festival-{size}-{seed}"
            rooms = max(3, int(people) // 80)
            done, _ = run(sys.executable, str(options.tools / "make_gathering.py"), str(drawn), "--people", people,
                          "--sites", sites, "--rooms", str(rooms), "--seed", seed)
            if done.returncode != 0:
                sys.exit(done.stderr)
            yield drawn


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("farandole", nargs="?")
    parser.add_argument("folder", nargs="*", type=pathlib.Path)
    parser.add_argument("--breaks", default=",".join(BREAKS))
    parser.add_argument("--generated", default="")
    parser.add_argument("--seeds", default="1")
    parser.add_argument("--tools", type=pathlib.Path, default=ROOT.parent / "shared" / "tools")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--list", action="store_true", help="the names of the breaks")
    options = parser.parse_intermixed_args()
    if options.list or not options.farandole:
        sys.exit(print("\n".join(BREAKS)))
    counts = {True: 0, False: 0, None: 0}
    with tempfile.TemporaryDirectory() as name:
        drawn = list(festivals(options, pathlib.Path(name)))
        examples = [] if drawn else sorted(p.parent for p in (ROOT / "examples").glob("*/gathering.toml"))
        for source in options.folder + drawn or examples:
            break_all(options, source, counts)
    print(f"{counts[True]} good, {counts[False]} bad, {counts[None]} still have a plan")


if __name__ == "__main__":
    main()

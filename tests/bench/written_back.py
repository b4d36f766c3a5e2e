#!/usr/bin/env python3
"""Plans every example and template, changes the plan in nine ways, writes each back as a gathering
(export --to toml), checks that and plans it again; says where starts, ends, rooms, teams or people
differ. Usage: tests/bench/written_back.py PROGRAM FOLDER [NAME]"""
import glob
import json
import os
import shutil
import subprocess
import sys

PROGRAM, FOLDER = os.path.abspath(sys.argv[1]), sys.argv[2]
ONLY = sys.argv[3] if len(sys.argv) > 3 else ""
EXAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../examples")
LIMITS = ["--iterations", "20000", "--time", "3"]


def run(*words):
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True)


def gatherings():
    for path in sorted(glob.glob(f"{EXAMPLES}/*/gathering.toml")):
        yield path.split("/")[-2], path
    for path in sorted(glob.glob(f"{EXAMPLES}/templates/*/fr/gathering.toml")):
        yield "template-" + path.split("/")[-3], path


def holders(team):
    return {person for people in team.values() for person in people}


def said(plan):
    """What the file has words for. Whoever was chosen for a team no longer takes part beside it."""
    lines = {}
    for s in plan["sessions"]:
        people = sorted(set(s["participants"]) - holders(s["team"]))
        lines[s["id"]] = [s["start"], s["end"], s.get("room"), s["team"], people]
    for r in plan["rotations"]:
        stations = [t for q in r["rounds"] for t in q["stations"]]
        team = {p for t in stations for p in holders(t["team"])}
        lines[r["id"]] = [
            [[q["start"], q["end"], sorted([t["id"], t.get("room") or "", str(t["team"])] for t in q["stations"])]
             for q in r["rounds"]],
            sorted({p for t in stations for p in t["participants"]} - team)]
    return lines


def written_back(name, document, warned):
    plan = json.loads(run("show", document, "--json").stdout)
    file = f"{FOLDER}/{name}-again.toml"
    for old in glob.glob(f"{FOLDER}/{name}-again*"):
        os.remove(old)
    answer = run("export", document, "--to", "toml", "--out", file)
    if answer.returncode:
        return "export: " + answer.stderr.strip()
    check = run("check", file)
    if check.returncode or (check.stderr and not warned):
        return "check: " + (check.stderr or check.stdout).strip()
    again = run("plan", file, "-o", file[:-5] + ".farandole", "--json", *LIMITS)
    if again.returncode > 1:
        return "plan: " + again.stderr.strip()
    before, after = said(plan), said(json.loads(again.stdout))
    different = [key for key in sorted({*before, *after}) if before.get(key) != after.get(key)]
    return "same" if not different else "differs: " + ", ".join(different)


def changes(plan):
    sessions, rotations = plan["sessions"], plan["rotations"]
    stations = [t for r in rotations for q in r["rounds"] for t in q["stations"]]
    team = [p for x in sessions + stations for p in holders(x["team"])]
    people = [p for x in sessions + stations for p in x["participants"]]
    rooms = [s["room"] for s in sessions if s.get("room")]
    starts = sorted([s["start"] for s in sessions] + [r["rounds"][0]["start"] for r in rotations])
    middle = starts[len(starts) // 2][:16].replace("T", " ")
    if sessions:
        yield "cancel", ["--cancel", sessions[len(sessions) // 2]["id"]]
        yield "delay", ["--delay", sessions[len(sessions) // 2]["id"] + "=20"]
        yield "lock", ["--lock", sessions[0]["id"]]
    if rotations:
        yield "cancel-rotation", ["--cancel", rotations[0]["id"]]
    if team:
        yield "out", ["--person-out", sorted(team)[len(team) // 2]]
        yield "out-at", ["--at", middle, "--person-out", sorted(team)[-1]]
    if people:
        yield "absent", ["--absent", sorted(people)[len(people) // 2]]
        yield "late", ["--person-late", sorted(people)[0] + "=" + middle]
    if rooms:
        yield "room", ["--room-out", max(sorted(set(rooms)), key=rooms.count)]


def main():
    os.makedirs(FOLDER, exist_ok=True)
    counted = {}
    for name, path in gatherings():
        if ONLY not in name:
            continue
        document = f"{FOLDER}/{name}.farandole"
        run("plan", path, "-o", document, *LIMITS)
        warned = bool(run("check", path).stderr)
        cases = [(name, document)]
        for kind, words in changes(json.loads(run("show", document, "--json").stdout)):
            changed = f"{FOLDER}/{name}-{kind}.farandole"
            shutil.copy(document, changed)
            answer = run("replan", changed, *words, *LIMITS)
            if answer.returncode == 0:  # a plan that breaks a hard rule cannot pass the check
                cases.append((f"{name}-{kind}", changed))
        for case, changed in cases:
            result = written_back(case, changed, warned)
            counted[result.split(":")[0]] = counted.get(result.split(":")[0], 0) + 1
            if result != "same":
                print(f"{case}: {result[:300]}")
    print(counted)


main()

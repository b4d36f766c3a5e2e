#!/usr/bin/env python3
"""Exports the calendar of every example (and of every room and person of it) in both languages, reads it back with a
reader of its own (RFC 5545: unfolds, unescapes, splits) and compares it event by event with show --json.
Usage: tests/bench/read_calendars.py PROGRAM FOLDER"""
import glob
import json
import os
import re
import subprocess
import sys

PROGRAM, FOLDER = os.path.abspath(sys.argv[1]), sys.argv[2]
EXAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../examples")


def run(*words):
    return subprocess.run([PROGRAM, *words], capture_output=True, check=False)


def events(path):
    raw = open(path, "rb").read()
    assert raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b""), "line ends"
    assert all(len(line) <= 75 for line in raw.split(b"\r\n")), "a line of more than 75 octets"
    lines = raw.decode().replace("\r\n ", "").split("\r\n")
    zones = {line.split(":", 1)[1] for line in lines if line.startswith("TZID:")}
    found, event, depth = [], None, []
    for line in lines[:-1]:
        head, value = line.split(":", 1)
        name, *parameters = head.split(";")
        if name == "BEGIN":
            depth.append(value)
            event = {} if value == "VEVENT" else event
        elif name == "END":
            assert depth.pop() == value
            if value == "VEVENT":
                found.append(event)
        elif depth[-1] == "VEVENT":
            assert name not in event, name
            for parameter in parameters:
                key, _, setting = parameter.partition("=")
                assert key != "TZID" or setting in zones, "zone without VTIMEZONE"
                if key == "TZID":
                    event[name + " TZID"] = setting
            event[name] = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)
    return found


def moment(text):
    return re.sub(r"[-:]", "", text[:19])


def there(place, room, person):
    """Does this session, or this station in a round, concern the room or the person asked for?"""
    people = [*place["participants"], *(p for holders in place["team"].values() for p in holders)]
    return (room is None or place.get("room") == room) and (person is None or person in people)


def planned(plan, room=None, person=None):
    """Start, end and title of what the calendar should hold."""
    for s in plan["sessions"]:
        if there(s, room, person):
            yield moment(s["start"]), moment(s["end"]), s["title"]
    for r in plan["rotations"]:
        for q in r["rounds"]:
            if any(there(t, room, person) for t in q["stations"]):
                yield moment(q["start"]), moment(q["end"]), None


def compare(name, path, expected):
    found = events(path)
    uids = [e["UID"] for e in found]
    assert len(uids) == len(set(uids)), name + ": a UID twice"
    left = [(e["DTSTART"], e["DTEND"], e["SUMMARY"]) for e in found]
    assert len(left) == len(expected), f"{name}: {len(left)} events, {len(expected)} expected"
    for start, end, title in expected:
        same = [e for e in left if e[:2] == (start, end) and (title is None or title in e[2])]
        assert same, f"{name}: {start} {title} is missing"
        left.remove(same[0])
    return len(found)


def read_back(name, document, plan, language):
    def export(*words):
        run("export", document, "--to", "ics", "--lang", language, *words)

    whole = f"{FOLDER}/{name}.ics"
    export("--out", whole)
    total = compare(name, whole, list(planned(plan)))
    for each in ("room", "person"):
        folder = f"{FOLDER}/{name} {each}"
        export("--each", each, "--out", folder)
        for file in sorted(glob.glob(f"{folder}/*.ics")):
            one = os.path.basename(file)[:-4]
            total += compare(f"{name} {one}", file, list(planned(plan, **{each: one})))
    return total


def main():
    os.makedirs(FOLDER, exist_ok=True)
    total = 0
    for path in sorted(glob.glob(f"{EXAMPLES}/*/gathering.toml")):
        name = path.split("/")[-2]
        document = f"{FOLDER}/{name}.farandole"
        run("plan", path, "-o", document, "--iterations", "20000", "--time", "3")
        plan = json.loads(run("show", document, "--json").stdout)
        for language in ("fr", "en"):
            total += read_back(f"{name} {language}", document, plan, language)
    print(total, "events read back, each where the plan has it")


main()

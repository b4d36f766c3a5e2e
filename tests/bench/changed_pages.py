#!/usr/bin/env python3
"""Repairs every example after each kind of change, prints what changed (`sheets --since`), and compares
that with the whole packs before and after, page by page, as pdftotext reads them.

changed_pages.py FARANDOLE [--only EXAMPLE,...] [--changes KIND,...] [--lang fr|en]

Each page that is new in words must be in the small pack, and each page of the small pack must be new in
words, but for what pdftotext does not read: a card whose QR code (that person's own day) is out of date, an
attendance sheet whose grey boxes are others. Nobody's card is printed whose own day is as it was.
"""

import argparse
import collections
import datetime
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"
W, H = 595, 842  # A4 in points
PIECES = {  # what a page is cut into
    "rotation-participant": [(x, y, W // 2, H // 2) for y in (0, H // 2) for x in (0, W // 2)],
    "badge": [(0, y * H // 4, W, H // 4) for y in range(4)],
}
DRAWN = ("rotation-participant", "sign-in")  # say something without words
FOOT = re.compile(r"Version \d+ (du|of) .*|page \d+/\d+")


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True)


def texts(pdf, kind):
    """What each page says, or each piece of it, without its foot; empty ones are left out."""
    if not pdf.exists():
        return []
    pages = []
    for x, y, w, h in PIECES.get(kind, [(0, 0, 0, 0)]):
        for page in run("pdftotext", "-layout", "-x", x, "-y", y, "-W", w, "-H", h, pdf, "-").stdout.split("\f")[:-1]:
            words = " ".join(sorted(FOOT.sub("", page).split()))  # the order follows the place on the paper
            if words:
                pages.append(words)
    return pages


def pack(farandole, document, folder, lang, *more):
    done = run(farandole, "sheets", document, "--out", folder, "--json", "--lang", lang, *more)
    sheets = {s["kind"]: s for s in json.loads(done.stdout)["sheets"]}
    return {kind: (texts(folder / (kind + ".pdf"), kind), sheet) for kind, sheet in sheets.items()}


def shown(farandole, document):
    return json.loads(run(farandole, "show", document, "--json").stdout)


def days(plan):
    """Per person and day, what their own sheet says."""
    found = collections.defaultdict(set)

    def add(start, *line, team, participants):
        for role, people in team.items():
            for person in people:
                found[person, start[:10]].add((start, *line))
        for person in participants:
            found[person, start[:10]].add((start, *line))

    for s in plan["sessions"]:
        add(s["start"], s["end"], s["id"], "", s.get("room"), team=s["team"], participants=s["participants"])
    for r in plan["rotations"]:
        for q in r["rounds"]:
            for t in q["stations"]:
                add(q["start"], q["end"], r["id"], t["id"], t.get("room"), team=t["team"], participants=t["participants"])
    return found


def later(start, minutes=30):
    return (datetime.datetime.fromisoformat(start) + datetime.timedelta(minutes=minutes)).strftime("%Y-%m-%d %H:%M")


def changes(plan, people):
    """A change of each kind for this plan; the hour is that of the first item, before anything begins."""
    sessions = sorted(plan["sessions"], key=lambda s: s["start"])
    items = sessions + [{**r, "start": r["rounds"][0]["start"], "room": None} for r in plan["rotations"]]
    count = collections.Counter(p for s in sessions for p in {*s["participants"], *sum(s["team"].values(), [])})
    for r in plan["rotations"]:
        count.update(p for t in r["rounds"][0]["stations"] for p in {*t["participants"], *sum(t["team"].values(), [])})
    leaders = [p for s in sessions for p in sum(s["team"].values(), [])]
    busy = max(sorted(count), key=lambda p: count[p])
    middle = sessions[len(sessions) // 2]
    room = collections.Counter(s["room"] for s in sessions if s.get("room")).most_common()[-1][0]
    late = middle["start"][:16].replace("T", " ")
    free = sorted(set(people) - set(leaders))
    yield "person-out", ["--person-out", busy]
    yield "person-late", ["--person-late", f"{leaders[0] if leaders else busy}={late}"]
    yield "room-out", ["--room-out", room]
    yield "delay", ["--delay", f"{middle['id']}=15"]
    if leaders and free:
        yield "substitute", ["--substitute", f"{leaders[-1]}={free[0]}"]
    yield "absent", ["--absent", (free or sorted(people))[-1]]
    yield "cancel", ["--cancel", sessions[-1]["id"]]
    yield "move", ["--move", f"{sessions[-1]['id']}={later(sessions[-1]['start'])}"]
    yield "lock", ["--lock", items[0]["id"]]
    yield "arrive", ["--arrive", "ARRIVALS"]


def names_of(plan, sheet):
    return collections.Counter(c["what"] for c in sheet.get("changes", []) if c["page"])


def compare(kind, before, after, small):
    """What is wrong with a small pack's kind, and how many of its pages have no new words."""
    new = collections.Counter(after) - collections.Counter(before)
    printed = collections.Counter(small)
    if kind == "programme":  # a leaflet is printed whole
        wrong = bool(new) != bool(printed)
        return (["leaflet"] if wrong else []), 0
    missing = list((new - printed).elements())
    extra = list((printed - new).elements())
    wrong = [] if kind in DRAWN else [f"not new: {e[:70]}" for e in extra]
    return [f"missing: {m[:70]}" for m in missing] + wrong, len(extra)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("farandole")
    parser.add_argument("--only", default=",".join(sorted(p.parent.name for p in EXAMPLES.glob("*/gathering.toml"))))
    parser.add_argument("--changes", default="")
    parser.add_argument("--lang", default="fr")
    options = parser.parse_args()
    bad = 0
    for example in options.only.split(","):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            first = folder / "first.farandole"
            run(options.farandole, "plan", EXAMPLES / example / "gathering.toml", "-o", first)
            (folder / "arrivals.csv").write_text("nom\nAnouk Testard\n", "utf-8")
            plan = shown(options.farandole, first)
            people = {p for p, _ in days(plan)}
            whole = pack(options.farandole, first, folder / "before", options.lang)
            for name, change in changes(plan, people):
                if options.changes and name not in options.changes.split(","):
                    continue
                change = [str(folder / "arrivals.csv") if c == "ARRIVALS" else c for c in change]
                document = folder / "after.farandole"
                shutil.copy(first, document)
                done = run(options.farandole, "replan", document, *change, "--json")
                if done.returncode > 1:
                    print(f"{example} {name}: refused: {done.stderr.strip()[:110] or done.stdout[:110]}", flush=True)
                    continue
                for old in ("whole", "small"):
                    shutil.rmtree(folder / old, ignore_errors=True)
                after = pack(options.farandole, document, folder / "whole", options.lang)
                small = pack(options.farandole, document, folder / "small", options.lang, "--since", "1")
                now = shown(options.farandole, document)
                was, own = days(plan), days(now)
                moved = {p for (p, d) in {*was, *own} if was.get((p, d)) != own.get((p, d))}
                wrong, codes, pages = [], 0, 0
                for kind in sorted({*whole, *after, *small} - {"index"}):
                    printed = small.get(kind, ([], {}))[0]
                    found, extra = compare(kind, whole.get(kind, ([], {}))[0], after.get(kind, ([], {}))[0], printed)
                    wrong += [f"{kind} {f}" for f in found]
                    codes += extra if kind == "rotation-participant" else 0
                    pages += len(printed)
                cards = sum(names_of(now, small["rotation-participant"][1]).values()) if "rotation-participant" in small else 0
                people_with_cards = len(names_of(now, small["rotation-participant"][1])) if "rotation-participant" in small else 0
                if people_with_cards > len(moved):
                    wrong.append(f"cards of {people_with_cards} people, {len(moved)} have another day")
                bad += len(wrong)
                print(f"{example} {name}: {pages} pages, {cards} cards ({codes} for their code alone) of {people_with_cards} people; "
                      f"{len(moved)} of {len(people)} have another day; " + ("; ".join(wrong[:4]) or "exact"), flush=True)
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Variants of the example gatherings, checked, planned and judged: what another organiser would write.

variants.py FARANDOLE [--judge CHECK_PLAN.PY] [--only EXAMPLE,...] [--variants NAME,...] [--seed N]

A line per variant: "planned", "wrong" (the file is refused, with the first reasons), or "no" (no plan: proved, and what
is left out); then the soft score, the seconds, and what the judge found broken.
"""

import argparse
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()


def read(name):
    folder = EXAMPLES / name
    return {f.name: f.read_text("utf-8") for f in sorted(folder.iterdir()) if f.suffix in (".toml", ".csv")}


def first(line):
    return re.split("[,;]", line)[0]


def chosen(files, each):
    """One person in `each` of those the gathering file does not name."""
    rows = files["people.csv"].splitlines()[1:]
    return {first(r) for i, r in enumerate(rows) if i % each == each - 1 and f'"{first(r)}"' not in files["gathering.toml"]}


def tables(files, change):
    return {n: t if n.endswith(".toml") else "\n".join(change(t.splitlines())) + "\n" for n, t in files.items()}


def fewer(files, each):
    gone = chosen(files, each)
    return tables(files, lambda rows: [r for r in rows if first(r) not in gone])


def more(files, each):
    twice = chosen(files, each)
    return tables(files, lambda rows: rows + [first(r) + "-bis" + r[len(first(r)):] for r in rows if first(r) in twice])


def moved(files, days):
    later = lambda date: date + datetime.timedelta(days)

    def iso(match):
        return later(datetime.date.fromisoformat(match[0])).isoformat()

    def french(match):
        date = later(datetime.date(int(match[4]), MONTHS.index(match[3]) + 1, int(match[2])))
        return f"{DAYS[date.weekday()]} {date.day} {MONTHS[date.month - 1]} {date.year}"

    long_date = re.compile(rf"({'|'.join(DAYS)}) (\d+) ({'|'.join(MONTHS)}) (\d{{4}})")
    return {n: long_date.sub(french, re.sub(r"\d{4}-\d{2}-\d{2}", iso, t)) for n, t in files.items()}


def renamed(files):
    ids = [first(r) for r in files["people.csv"].splitlines()[1:]]
    new = {old: f"p{i:03d}" for i, old in enumerate(ids)}
    out = tables(files, lambda rows: rows[:1] + [new.get(first(r), first(r)) + r[len(first(r)):] for r in rows[1:]])
    for old, name in new.items():
        out["gathering.toml"] = out["gathering.toml"].replace(f'"{old}"', f'"{name}"')
    return out


def stretched(files, factor):
    def longer(match):
        return match[1] + str(max(5, round(int(match[2]) * factor / 5) * 5))

    out, table = [], ""
    for line in files["gathering.toml"].splitlines():
        table = line if line.startswith("[") else table
        if table in ("[[session]]", "[[rotation]]"):
            line = re.sub(r"^(minutes = )(\d+)", longer, line)
        out.append(line)
    return {**files, "gathering.toml": "\n".join(out) + "\n"}


def without_a_room(files):
    """Without the first room that is never the only one; None where each is needed."""
    text = files["gathering.toml"]
    for room in re.findall(r'\[\[room\]\]\nid = "([^"]+)"', text):
        alone = re.search(rf'room = "{room}"|rooms = \["{room}"\]', text)
        if alone or not re.search(rf'rooms = \[[^\]]*"{room}"', text):
            continue
        text = re.sub(rf'\[\[room\]\]\nid = "{room}"\n(?:[^\n\[]+\n)*\n?', "", text)
        text = re.sub(rf'(rooms = \[[^\]]*)"{room}",? ?', r"\1", text).replace(", ]", "]")
        return {**files, "gathering.toml": text}
    return None


def with_a_site(files):
    text = files["gathering.toml"]
    more = '\n[[site]]\nid = "annexe"\nname = "Annexe"\n\n[[room]]\nid = "annexe-1"\nname = "Annexe"\nsite = "annexe"\ncapacity = 60\n'
    for site in re.findall(r'\[\[site\]\]\nid = "([^"]+)"', text):
        more += f'\n[[travel]]\nfrom = "annexe"\nto = "{site}"\nminutes = 15\nmode = "walk"\n'
    return {**files, "gathering.toml": text.replace('\nrooms = ["', '\nrooms = ["annexe-1", "', 2) + more}


def doubled(files):
    """Everybody has a twin, and there is twice the room for them; who is named keeps their part."""
    def with_twins(rows):
        mark = ";" if ";" in rows[0] else ","
        return rows + [first(r) + "-bis" + mark + "Bis " + r[len(first(r)) + 1:] for r in rows[1:]]

    double = lambda match: match[1] + re.sub(r"\d+", lambda number: str(2 * int(number[0])), match[2])
    text = re.sub(r"(?m)^((?:capacity|seats) = )(.*)$", double, files["gathering.toml"])
    return {**files, "people.csv": "\n".join(with_twins(files["people.csv"].splitlines())) + "\n", "gathering.toml": text}


def spelt_otherwise(files):
    """Names and titles with apostrophes, accents, quotes and an ampersand; None where a poll has the names too."""
    if "[[poll]]" in files["gathering.toml"]:
        return None
    rows = files["people.csv"].splitlines()
    mark = ";" if ";" in rows[0] else ","
    new = []
    for i, row in enumerate(rows[1:]):
        cells = row.split(mark)
        cells[1] += (" d'Œ", " L’Haÿ", " Ñandú", " Şen-Gür")[i % 4]
        new.append(mark.join(cells))
    text = re.sub(r'(?m)^((?:title|name) = ")(.*)"$', r"\1\2 & l'œuvre « d’à côté »" + '"', files["gathering.toml"])
    return {**files, "people.csv": "\n".join([rows[0], *new]) + "\n", "gathering.toml": text}


def edited(pattern, change):
    """The gathering file with what the pattern finds changed; None where it finds nothing."""
    def variant(files):
        text, count = re.subn(pattern, change, files["gathering.toml"])
        return {**files, "gathering.toml": text} if count else None

    return variant


VARIANTS = {
    "as-it-is": lambda f: f,
    "people-20": lambda f: fewer(f, 5),
    "people-10": lambda f: fewer(f, 10),
    "people+20": lambda f: more(f, 5),
    "people+10": lambda f: more(f, 10),
    "people*2": doubled,
    "year+1": lambda f: moved(f, 364),
    "year+2": lambda f: moved(f, 728),
    "year-1": lambda f: moved(f, -364),
    "days+3": lambda f: moved(f, 3),
    "week+1": lambda f: moved(f, 7),
    "week-1": lambda f: moved(f, -7),
    "other-ids": renamed,
    "spelling": spelt_otherwise,
    "minutes-15": lambda f: stretched(f, 0.85),
    "minutes+10": lambda f: stretched(f, 1.1),
    "room-1": without_a_room,
    "site+1": with_a_site,
    "year+5": lambda f: moved(f, 5 * 364),  # beyond the school holidays that are shipped
    "zone-west": edited(r"Europe/Paris", "America/Guadeloupe"),
    "zone-east": edited(r"Europe/Paris", "Pacific/Noumea"),
    "seats*0.8": edited(r"(?m)^(capacity|seats) = (\d+)", lambda m: f"{m[1]} = {int(m[2]) * 4 // 5}"),
    "seats*1.5": edited(r"(?m)^(capacity|seats) = (\d+)", lambda m: f"{m[1]} = {int(m[2]) * 3 // 2}"),
    "rounds+1": edited(r"(?m)^rounds = (\d+)", lambda m: f"rounds = {int(m[1]) + 1}"),
    "gaps*2": edited(r"(gap_days) = (\d+)", lambda m: f"{m[1]} = {int(m[2]) * 2}"),
    "english": edited(r'(?m)^language = "fr"', 'language = "en"'),
}


def run(*command):
    return subprocess.run(command, capture_output=True, text=True)


def told(options, files, folder):
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    gathering = str(folder / "gathering.toml")
    begin = time.monotonic()
    document = str(folder / "plan.farandole")
    done = run(options.farandole, "plan", gathering, "-o", document, "--json", "--seed", options.seed)
    seconds = time.monotonic() - begin
    if done.returncode > 1:
        errors = [d["text"]["en"] if isinstance(d["text"], dict) else d["text"] for d in json.loads(done.stdout)["diagnostics"]]
        return "wrong: " + "; ".join(errors[:3])
    plan = json.loads(done.stdout)
    line = "planned" if plan["status"] == "feasible" else f"no ({'proved' if plan['proved'] else 'not found'}: {[u['id'] for u in plan['unplaced']]})"
    line += f", soft {plan['score']['soft']}, {seconds:.1f} s"
    if options.judge:
        (folder / "plan.json").write_text(done.stdout, "utf-8")
        said = run(sys.executable, options.judge, gathering, str(folder / "plan.json")).stdout.splitlines()
        line += ", judge: " + ("; ".join(s for s in said if s.startswith("broken")) or "nothing broken")
    return line


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("farandole")
    parser.add_argument("--judge")
    parser.add_argument("--only", default=",".join(sorted(p.parent.name for p in EXAMPLES.glob("*/gathering.toml"))))
    parser.add_argument("--variants", default=",".join(VARIANTS))
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    for example in options.only.split(","):
        for name in options.variants.split(","):
            files = VARIANTS[name](read(example))
            with tempfile.TemporaryDirectory() as folder:
                line = "does not apply" if files is None else told(options, files, pathlib.Path(folder))
            print(f"{example} {name}: {line}", flush=True)


if __name__ == "__main__":
    main()

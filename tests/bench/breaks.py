#!/usr/bin/env python3
"""Breaks gatherings that have a plan in known ways, and asks `plan` and `explain` what is wrong.

breaks.py FARANDOLE [--breaks NAME,...] [--keep DIR] [FOLDER...]

A line per break: whether `plan` says no, how fast and how surely; whether a conflict of `explain` names what was broken; whether the
first repair, made, is silent in `check` and has a plan. A FOLDER holds a gathering.toml; without any, the examples are taken.
"""

import argparse
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import tomllib

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"


# ---- a gathering, read and written ---------------------------------------------------------------------------------


def value(v):
    if isinstance(v, bool):
        return "true" if v else "false"
    if isinstance(v, str):
        return json.dumps(v, ensure_ascii=False)
    if isinstance(v, list):
        return "[" + ", ".join(map(value, v)) + "]"
    if isinstance(v, dict):
        return "{ " + ", ".join(f"{json.dumps(k, ensure_ascii=False)} = {value(x)}" for k, x in v.items()) + " }"
    return str(v)


def written(table, path=""):
    out = ""
    nested = []
    for key, v in table.items():
        if isinstance(v, list) and v and isinstance(v[0], dict) and key not in ("after", "phases", "rooms", "not_near", "composition"):
            nested += [(f"[[{path}{key}]]", row, f"{path}{key}.") for row in v]
        elif not path and isinstance(v, dict):
            nested.append((f"[{key}]", v, f"{key}."))
        else:
            out += f"{key} = {value(v)}\n"
    return out + "".join(f"\n{head}\n{written(row, under)}" for head, row, under in nested)


class Gathering:
    def __init__(self, folder):
        self.toml = tomllib.loads((folder / "gathering.toml").read_text("utf-8"))
        self.files = {f.name: f.read_text("utf-8-sig") for f in folder.iterdir() if f.suffix == ".csv"}
        self.plan = None

    def write(self, folder):
        for name, text in self.files.items():
            (folder / name).write_text(text, "utf-8")
        (folder / "gathering.toml").write_text(written(self.toml), "utf-8")

    def copy(self):
        other = object.__new__(Gathering)
        other.toml, other.files, other.plan = json_copy(self.toml), dict(self.files), self.plan
        return other

    def all(self, table):
        return self.toml.get(table, [])

    def row(self, table, id):
        return next(r for r in self.all(table) if r["id"] == id)

    def items(self):
        return self.all("session") + self.all("rotation")

    def set_person(self, id, key, french, text):
        for person in self.all("person"):
            if person["id"] == id:
                person[key] = [w.split("/") for w in text.split("|")]
                return True
        name = self.toml["gathering"].get("people")
        if not name:
            return False
        rows = list(csv.reader(io.StringIO(self.files[name]), delimiter=mark(self.files[name])))
        columns = [i for i, h in enumerate(rows[0]) if h.strip().lower() in (key, french, french + "s")]
        if not columns:
            rows = [r + [key if i == 0 else ""] for i, r in enumerate(rows)]
            columns = [len(rows[0]) - 1]
        for r in rows[1:]:
            if r[0] == id:
                r[columns[0]] = text
        out = io.StringIO()
        csv.writer(out, delimiter=mark(self.files[name]), lineterminator="\n").writerows(rows)
        self.files[name] = out.getvalue()
        return True

    def start(self, id):
        for item in self.plan["sessions"]:
            if item["id"] == id:
                return item["start"]
        for item in self.plan["rotations"]:
            if item["id"] == id:
                return item["rounds"][0]["start"]

    def people_of(self, id):
        for item in self.plan["sessions"]:
            if item["id"] == id:
                return sorted({*item["participants"], *(p for role in item["team"].values() for p in role)})
        for item in self.plan["rotations"]:
            if item["id"] == id:
                return [p for s in item["rounds"][0]["stations"] for p in s["participants"]]


def mark(text):
    return ";" if ";" in text.splitlines()[0] else ","


def json_copy(v):
    if isinstance(v, dict):
        return {k: json_copy(x) for k, x in v.items()}
    return [json_copy(x) for x in v] if isinstance(v, list) else v


def local(iso):
    return iso[:10], iso[11:16]


def minutes(clock):
    return int(clock[:2]) * 60 + int(clock[3:5])


def clock(m):
    return f"{m // 60:02}:{m % 60:02}"


# ---- breaks: each changes the gathering and returns the ids one of which has to be named; None: does not apply --------


def fixed(team):
    for role in (team or {}).values():
        people = role if isinstance(role, list) else role.get("people", [])
        if people and not (isinstance(role, dict) and role.get("substitutes")):
            yield people[0]


def own_room(g):
    return [s for s in g.all("session") if "room" in s and not s.get("optional")]


def several_days(g):
    return "calendar" in g.toml or len(g.all("day")) > 1


def room_small(g):
    best = max(own_room(g), key=lambda s: len(g.people_of(s["id"]) or []), default=None)
    if not best or len(g.people_of(best["id"])) < 3:
        return None
    g.row("room", best["room"])["capacity"] = len(g.people_of(best["id"])) - 2
    return [best["room"]]


def room_tiny(g):
    best = max(own_room(g), key=lambda s: len(g.people_of(s["id"]) or []), default=None)
    if not best or len(g.people_of(best["id"])) < 3:
        return None
    g.row("room", best["room"])["capacity"] = 1
    return [best["room"]]


def room_closed(g):
    for s in own_room(g):
        date, _ = local(g.start(s["id"]))
        g.row("room", s["room"])["closed"] = [["2000-01-01 00:00", "2060-01-01 00:00"]]
        return [s["room"]]


def station_room_small(g):
    for r in g.all("rotation"):
        for s in r.get("station", []):
            if "room" in s:
                least = (s.get("capacity") or [2])[0]
                g.row("room", s["room"])["capacity"] = max(1, least - 1)
                return [s["room"]]


def station_room_closed(g):
    for r in g.all("rotation"):
        for s in r.get("station", []):
            if "room" in s:
                g.row("room", s["room"])["closed"] = [["2000-01-01 00:00", "2060-01-01 00:00"]]
                return [s["room"]]


def room_site_closed(g):
    for s in own_room(g):
        site = g.row("site", g.row("room", s["room"])["site"])
        site["opens"], site["closes"] = "03:00", "03:30"
        return [site["id"]]


def site_closes_early(g):
    last = max((s for s in g.plan["sessions"] if s["id"] and s["site"]), key=lambda s: s["end"][11:16], default=None)
    if not last:
        return None
    site = g.row("site", last["site"])
    site["opens"], site["closes"] = site.get("opens", "00:00"), clock(max(1, minutes(local(last["end"])[1]) - 40))
    return [site["id"]]


def speaker_window_short(g):
    for s in g.all("session"):
        for p in fixed(s.get("team")):
            date, at = local(g.start(s["id"]))
            length = max(5, s["minutes"] - 10)
            if g.set_person(p, "available", "disponible", f"{date} {at}/{date} {clock(minutes(at) + length)}"):
                return [p]


def speaker_away(g):
    for s in g.all("session"):
        for p in fixed(s.get("team")):
            if g.set_person(p, "available", "disponible", "2000-01-01 00:00/2000-01-01 01:00"):
                return [p]


def host_away(g):
    for r in g.all("rotation"):
        for s in r.get("station", []):
            for p in fixed(s.get("team")):
                if g.set_person(p, "available", "disponible", "2000-01-01 00:00/2000-01-01 01:00"):
                    return [p]


def speaker_twice(g):
    of = {}
    for s in g.all("session"):
        for p in fixed(s.get("team")):
            if p in of and of[p]["id"] != s["id"]:
                for key in ("window", "windows", "day", "starts"):
                    s.pop(key, None), of[p].pop(key, None)
                s["start"] = of[p]["start"] = g.start(s["id"])[:16].replace("T", " ")
                return [p]
            of[p] = s


def plenaries_at_once(g):
    everyone = [s for s in g.all("session") if s.get("audience") == "all"]
    if len(everyone) < 2:
        everyone = [s for s in g.all("session") if isinstance(s.get("audience"), list) and s["audience"] == g.all("session")[0].get("audience")]
    if len(everyone) < 2:
        return None
    for s in everyone[:2]:
        for key in ("window", "windows", "day", "starts"):
            s.pop(key, None)
        s["start"] = g.start(everyone[0]["id"])[:16].replace("T", " ")
    return [everyone[0]["id"], everyone[1]["id"]]


def order_cycle(g):
    for s in g.items():
        for a in s.get("after", []):
            other = a if isinstance(a, str) else a["session"]
            for o in g.items():
                if o["id"] == other:
                    o["after"] = o.get("after", []) + [s["id"]]
                    return [o["id"], s["id"]]


def order_reversed(g):
    """The last item has to come before the first."""
    order = sorted((i for i in g.items() if g.start(i["id"])), key=lambda i: g.start(i["id"]))
    if len(order) < 2 or "start" not in order[0]:
        return None
    order[0]["after"] = [order[-1]["id"]]
    return [order[0]["id"]]


def gap_too_long(g):
    for s in g.items():
        for n, a in enumerate(s.get("after", [])):
            other = a if isinstance(a, str) else a["session"]
            if "*" in other:
                continue
            key = "gap_days" if several_days(g) and isinstance(a, dict) and "gap_days" in a else "gap"
            s["after"][n] = {"session": other, key: 900 if key == "gap" else 400}
            return [s["id"], other]


def gap_a_bit_long(g):
    for s in g.items():
        for n, a in enumerate(s.get("after", [])):
            other = a if isinstance(a, str) else a["session"]
            if "*" in other or (isinstance(a, dict) and "gap_days" in a) or g.start(other) is None:
                continue
            if local(g.start(s["id"]))[0] != local(g.start(other))[0]:
                continue
            s["after"][n] = {"session": other, "gap": 240}
            return [s["id"], other]


def travel_long(g):
    used = [s["site"] for s in g.plan["sessions"] if s["site"]]
    for t in g.all("travel"):
        if t["from"] in used and t["to"] in used:
            t["minutes"] = 900
            return [t["from"], t["to"]] + [s["id"] for s in g.plan["sessions"] if s["site"] in (t["from"], t["to"])]


def equipment_gone(g):
    for s in g.all("session"):
        for e in s.get("equipment", {}):
            g.row("equipment", e)["count"] = s["equipment"][e] - 1
            return [e]


def equipment_asked(g):
    """Two items that share a moment each take all there is."""
    for s in g.all("session")[:1]:
        g.toml.setdefault("equipment", []).append({"id": "valise", "name": "Valise", "count": 1})
        s["equipment"] = {**s.get("equipment", {}), "valise": 2}
        return ["valise"]


def pool_small(g):
    for owner, team in teams(g):
        for role in team.values():
            if isinstance(role, dict) and "count" in role:
                role["count"] = 60
                return [owner]


def pool_one(g):
    """All open places of simultaneous stations are for one person."""
    for r in g.all("rotation"):
        roles = [(s, role) for s in r.get("station", []) for role in s.get("team", {}).values() if isinstance(role, dict) and "count" in role]
        if len(roles) > 1:
            ids = []
            for s, role in roles:
                ids = ids or [g.plan["rotations"][0]["rounds"][0]["stations"][0]["participants"][0]]
                role["from"] = ids
            return ids + [r["id"]]


def teams(g):
    for s in g.all("session"):
        if "team" in s:
            yield s["id"], s["team"]
    for r in g.all("rotation"):
        for s in r.get("station", []):
            if "team" in s:
                yield r["id"], s["team"]


def days_of(g):
    return [g.toml["calendar"]] if "calendar" in g.toml else g.all("day")


def day_short(g):
    for d in days_of(g):
        last = [s for s in g.plan["sessions"] if "calendar" in g.toml or s["start"][:10] == str(d.get("date"))]
        if not last:
            continue
        end = max(minutes(s["end"][11:16]) for s in last)
        d["closes"] = clock(end - 30)
        return ["*"]


def day_very_short(g):
    for d in days_of(g):
        if "calendar" not in g.toml and not any(s["start"][:10] == str(d["date"]) for s in g.plan["sessions"]):
            continue
        d["closes"] = clock(minutes(str(d["opens"])) + 20)
        return ["*"]


def day_opens_late(g):
    for d in days_of(g):
        first = [s for s in g.plan["sessions"] if "calendar" in g.toml or s["start"][:10] == str(d.get("date"))]
        if not first:
            continue
        d["opens"] = clock(min(minutes(s["start"][11:16]) for s in first) + 30)
        return ["*"]


def calendar_short(g):
    if "calendar" not in g.toml:
        return None
    dates = sorted(s["start"][:10] for s in g.plan["sessions"])
    g.toml["calendar"]["to"] = dates[len(dates) // 2]
    return ["*"]


def calendar_just_short(g):
    if "calendar" not in g.toml:
        return None
    last = max(g.plan["sessions"], key=lambda s: s["start"])
    previous = sorted({s["start"][:10] for s in g.plan["sessions"]})[-2]
    g.toml["calendar"]["to"] = previous
    return [last["id"], previous]


def day_dropped(g):
    days = g.all("day")
    if len(days) < 2:
        return None
    used = {s["start"][:10] for s in g.plan["sessions"]}
    for d in days:
        if str(d["date"]) in used and not any(str(d["date"]) in str(i.get("day", "")) + str(i.get("start", "")) for i in g.items()):
            days.remove(d)
            return ["*"]


def window_short(g):
    for s in g.all("session"):
        if "start" in s or s.get("optional"):
            continue
        _, at = local(g.start(s["id"]))
        s["window"] = [at, clock(minutes(at) + s["minutes"] - 5)]
        return [s["id"]]


def windows_short(g):
    for s in g.all("session"):
        if "start" in s or s.get("optional") or "windows" in s:
            continue
        date, at = local(g.start(s["id"]))
        s["windows"] = [[f"{date} {at}", f"{date} {clock(minutes(at) + s['minutes'] - 5)}"]]
        return [s["id"]]


def window_early(g):
    """The last item only at the beginning of the day."""
    order = sorted((s for s in g.all("session") if s.get("after") and "start" not in s), key=lambda s: g.start(s["id"]))
    if not order:
        return None
    s = order[-1]
    first = min(minutes(str(d["opens"])) for d in days_of(g))
    s.pop("windows", None)
    s["window"] = [clock(first), clock(first + s["minutes"])]
    return [s["id"]]


def item_long(g):
    for s in g.all("session"):
        if not s.get("phases") and not s.get("optional"):
            s["minutes"] = 900
            return [s["id"]]


def item_longer(g):
    for s in reversed(g.all("session")):
        if not s.get("phases") and not s.get("optional"):
            s["minutes"] += 180
            return [s["id"]]


def rotation_longer(g):
    for r in g.all("rotation"):
        if not r.get("phases"):
            r["minutes"] += 90
            return [r["id"]]


def seats_small(g):
    for r in g.all("rotation"):
        if r.get("station") and r["pattern"] != "free":
            for s in r["station"]:
                s["capacity"] = [1, 3]
            return [r["id"]]


def seats_just_small(g):
    for r in g.all("rotation"):
        if r.get("station") and r["pattern"] in ("split", "carousel", "remix"):
            people = len(g.people_of(r["id"]))
            for s in r["station"]:
                least = (s.get("capacity") or [1, 1])[0]
                s["capacity"] = [1, (people - 1) // len(r["station"])]
            return [r["id"]]


def minima_large(g):
    for r in g.all("rotation"):
        if r.get("station") and r["pattern"] in ("split", "carousel", "remix"):
            people = len(g.people_of(r["id"]))
            for s in r["station"]:
                s["capacity"] = [people // len(r["station"]) + 1, people]
            return [r["id"]]


def choice_minima_large(g):
    for r in g.all("rotation"):
        if r.get("station") and r["pattern"] == "choice":
            people = len(g.people_of(r["id"]))
            for s in r["station"]:
                s["capacity"] = [people // len(r["station"]) + 2, people]
            return [r["id"]]


def wish_seats_missing(g):
    for r in g.all("rotation"):
        if r["pattern"] == "choice":
            for s in r["station"]:
                s["capacity"] = [1, 4]
            return [r["id"]]


def one_minimum(g):
    for r in g.all("rotation"):
        if r.get("station") and r["pattern"] in ("split", "carousel", "remix"):
            people = len(g.people_of(r["id"]))
            s = r["station"][0]
            s["capacity"] = [people + 1, people + 5]
            return [r["id"], s["id"]]


def too_many_rounds(g):
    for r in g.all("rotation"):
        if r.get("station") and not r.get("revisit") and r["pattern"] in ("carousel", "choice", "remix"):
            r["rounds"] = len(r["station"]) + 1
            return [r["id"]]


def feature_gone(g):
    for s in g.all("session"):
        if s.get("needs"):
            for room in g.all("room"):
                room["features"] = [f for f in room.get("features", []) if f not in s["needs"]]
            return [s["id"]]


def feature_asked(g):
    for s in own_room(g):
        s["needs"] = ["ascenseur"]
        for room in g.all("room")[-1:]:
            if room["id"] != s["room"]:
                room["features"] = room.get("features", []) + ["ascenseur"]
                return [s["room"], s["id"]]


def station_feature_asked(g):
    for r in g.all("rotation"):
        for s in r.get("station", []):
            if "room" in s:
                s["needs"] = ["ascenseur"]
                g.all("room")[-1].setdefault("features", []).append("ascenseur")
                return [s["room"], r["id"]]


def together_apart(g):
    for r in g.all("rotation"):
        if r.get("station") and r["pattern"] in ("split", "carousel"):
            two = g.people_of(r["id"])[:2]
            r["together"], r["apart"] = r.get("together", []) + [two], r.get("apart", []) + [two]
            return two


def apart_clique(g):
    for r in g.all("rotation"):
        if r.get("station") and r["pattern"] in ("split", "carousel", "remix"):
            people = g.people_of(r["id"])[: len(r["station"]) + 1]
            r["apart"] = r.get("apart", []) + [people]
            return people


def together_large(g):
    for r in g.all("rotation"):
        if r.get("station") and r["pattern"] in ("split", "carousel") and all("capacity" in s for s in r["station"]):
            people = g.people_of(r["id"])[: max(s["capacity"][1] for s in r["station"]) + 1]
            r["together"] = r.get("together", []) + [people]
            return people


def same_start_person(g):
    of = {}
    for s in g.all("session"):
        for p in fixed(s.get("team")):
            if p in of and of[p]["id"] != s["id"]:
                s["same_start"] = [of[p]["id"]]
                return [s["id"], of[p]["id"]]
            of[p] = s


def not_with_fixed(g):
    two = [s for s in g.all("session") if "start" in s]
    free = [s for s in g.all("session") if "start" not in s]
    if two and free:
        free[0]["start"] = g.start(two[0]["id"])[:16].replace("T", " ")
        for key in ("window", "windows", "day", "starts"):
            free[0].pop(key, None)
        free[0]["not_with"] = [two[0]["id"]]
        free[0]["after"] = []
        return [free[0]["id"]]


def vehicle_small(g):
    for v in g.all("vehicle"):
        v["seats"] = 3
    return [v["id"] for v in g.all("vehicle")] + [s["id"] for s in g.items()] if g.all("vehicle") else None


def composition_high(g):
    for s in g.all("session"):
        for c in s.get("composition", []):
            c["min"] = 200
            return [s["id"]]


def quorum_high(g):
    for p in g.all("poll"):
        p["quorum"] = 500
        return ["*"]


def day_wrong(g):
    """An item fixed to a day before what it follows."""
    for s in g.items():
        for a in s.get("after", []):
            other = a if isinstance(a, str) else a["session"]
            if "*" in other or not several_days(g):
                continue
            first = min(x["start"][:10] for x in g.plan["sessions"])
            if local(g.start(s["id"]))[0] == first or g.start(other) is None:
                continue
            for key in ("window", "windows", "start", "starts"):
                s.pop(key, None)
            s["day"] = first
            return [s["id"]]


def audience_early(g):
    """Somebody of the audience has to leave before an item for everybody."""
    last = max(g.plan["sessions"], key=lambda s: s["end"])
    if not last["participants"]:
        return None
    p = last["participants"][0]
    date, end = local(last["end"])
    if g.set_person(p, "available", "disponible", f"{date} 00:00/{date} {clock(minutes(end) - 20)}"):
        return [p]


def rooms_at_once(g):
    """Two sessions at once that have only one room."""
    two = [s for s in g.all("session") if "start" not in s and "audience" in s][:1]
    if not two:
        return None
    s = two[0]
    at = g.start(s["id"])[:16].replace("T", " ")
    place = next(x["room"] for x in g.plan["sessions"] if x["id"] == s["id"])
    if not place or g.row("room", place).get("shared") or s.get("format") in ("travel",):
        return None
    s["room"], s["start"] = place, at
    for key in ("rooms", "window", "windows", "day", "starts"):
        s.pop(key, None)
    g.toml["session"].append({"id": "en-plus", "title": "En plus", "format": "workshop", "minutes": s["minutes"], "room": place, "start": at})
    return [place]


def fix(g, item, at):
    """At this start, whatever was said about its hours."""
    for key in ("window", "windows", "day", "starts", "after", "preferred"):
        item.pop(key, None)
    item["start"] = at[:16].replace("T", " ")


def planned(g, test=lambda s: True):
    """Sessions of the plan that meet the test, with their rows of the file."""
    rows = {s["id"]: s for s in g.all("session")}
    return [(s, rows[s["id"]]) for s in g.plan["sessions"] if s["id"] in rows and not rows[s["id"]].get("optional") and test(s)]


def seats_many(g):
    """More heads expected than any room has."""
    for s, row in planned(g, lambda s: s["room"]):
        row["seats"] = 10 * max(r["capacity"] for r in g.all("room"))
        return [row["id"]]


def everywhere(g):
    """One person registered for everything."""
    name = g.toml["gathering"].get("registrations")
    rows = [row for s, row in planned(g) if row.get("audience") == "registered"]
    if not name or len(rows) < 3:
        return None
    person = next(p for s, row in planned(g) for p in s["participants"])
    already = {line.split(",")[1] for line in g.files[name].splitlines() if line.startswith(person + ",")}
    g.files[name] += "".join(f"{person},{row['id']}\n" for row in rows if row["id"] not in already)
    return [person]


def registered_twice(g):
    """Two sessions of one person of the audience at the same time."""
    rows = planned(g, lambda s: s["participants"])
    for i, (a, first) in enumerate(rows):
        for b, second in rows[:i]:
            both = set(a["participants"]) & set(b["participants"])
            if both and a["start"] != b["start"]:
                fix(g, second, a["start"]), fix(g, first, a["start"])
                return [*both, first["id"], second["id"]]


def speaker_too_short(g):
    """Whoever speaks most often is there for less time than all of it takes."""
    load = {}
    for s, row in planned(g):
        for p in fixed(row.get("team")):
            load.setdefault(p, []).append((s, row))
    person, items = max(load.items(), key=lambda one: len(one[1]), default=(None, []))
    if len(items) < 2:
        return None
    date, at = local(items[0][0]["start"])
    length = max(row["minutes"] for s, row in items) + min(row["minutes"] for s, row in items) - 10
    at = min(minutes(at), 24 * 60 - length)
    return [person] if g.set_person(person, "available", "disponible", f"{date} {clock(at)}/{date} {clock(at + length)}") else None


def room_twice(g):
    """Two sessions fixed to one room and one start."""
    rows = planned(g, lambda s: s["room"] and not g.row("room", s["room"]).get("shared"))
    for i, (a, first) in enumerate(rows):
        for b, second in rows[:i]:
            if a["room"] == b["room"] and a["start"][:10] == b["start"][:10] and a["start"] != b["start"]:
                for row in (first, second):
                    fix(g, row, a["start"])
                    row.pop("rooms", None)
                    row["room"] = a["room"]
                return [a["room"], first["id"], second["id"]]


def at_once(g):
    """Two sessions that run at the same time, in the plan."""
    rows = planned(g)
    for i, (a, first) in enumerate(rows):
        for b, second in rows[:i]:
            if a["start"] < b["end"] and b["start"] < a["end"]:
                fix(g, first, a["start"]), fix(g, second, b["start"])
                return first, second
    return None


def interpreter_twice(g):
    two = at_once(g)
    if not two:
        return None
    g.toml.setdefault("person", []).append({"id": "interprete", "name": "Iris Langue"})
    for row in two:
        row["team"] = {**row.get("team", {}), "interpreter": {"count": 1, "from": ["interprete"]}}
    return ["interprete", two[0]["id"], two[1]["id"]]


def equipment_twice(g):
    two = at_once(g)
    if not two:
        return None
    g.toml.setdefault("equipment", []).append({"id": "banc-sono", "name": "Sono du banc", "count": 1})
    for row in two:
        row["equipment"] = {**row.get("equipment", {}), "banc-sono": 1}
    return ["banc-sono"]


def same_start_not_with(g):
    rows = planned(g)
    if len(rows) < 2:
        return None
    (a, first), (b, second) = rows[:2]
    first["same_start"], first["not_with"] = [second["id"]], [second["id"]]
    return [first["id"], second["id"]]


def chain_long(g):
    """Every session of a day after another, an hour between."""
    day = next((s["start"][:10] for s, row in planned(g)), None)
    rows = [row for s, row in sorted(planned(g, lambda s: s["start"][:10] == day), key=lambda one: one[0]["start"])]
    if len(rows) < 4 or several_days(g):
        return None
    for before, row in zip(rows, rows[1:]):
        row["after"] = [{"session": before["id"], "gap": 90}]
    return [row["id"] for row in rows]


def gap_and_max_gap(g):
    for s in g.items():
        for n, a in enumerate(s.get("after", [])):
            other = a if isinstance(a, str) else a["session"]
            if "*" in other or g.start(other) is None or g.start(s["id"]) is None:
                continue
            s["after"][n] = {"session": other, "max_gap": 5}
            s["start"] = g.start(other)[:10] + " 23:00"
            for key in ("window", "windows", "day", "starts"):
                s.pop(key, None)
            return [s["id"], other]


def start_at_night(g):
    for s, row in planned(g):
        fix(g, row, s["start"][:10] + " 03:00")
        return [row["id"]]


def all_rooms_closed(g):
    for r in g.all("room"):
        r["closed"] = [["2000-01-01 00:00", "2060-01-01 00:00"]]
    return [r["id"] for r in g.all("room")] + [s["id"] for s in g.items()] or None


def sites_close_early(g):
    for s in g.all("site"):
        s["opens"], s["closes"] = "03:00", "03:30"
    return [s["id"] for s in g.all("site")] + [s["id"] for s in g.items()]


BREAKS = {f.__name__.replace("_", "-"): f for f in (
    room_small, room_tiny, room_closed, station_room_small, station_room_closed, room_site_closed, site_closes_early, speaker_window_short, speaker_away,
    host_away, speaker_twice, plenaries_at_once, order_cycle, order_reversed, gap_too_long, gap_a_bit_long, travel_long, equipment_gone, equipment_asked,
    pool_small, pool_one, day_short, day_very_short, day_opens_late, calendar_short, calendar_just_short, day_dropped, window_short, windows_short,
    window_early, item_long, item_longer, rotation_longer, seats_small, seats_just_small, minima_large, choice_minima_large, wish_seats_missing, one_minimum,
    too_many_rounds, feature_gone, feature_asked, station_feature_asked, together_apart, apart_clique, together_large, same_start_person, not_with_fixed,
    vehicle_small, composition_high, quorum_high, day_wrong, audience_early, rooms_at_once, seats_many, everywhere, registered_twice, speaker_too_short, room_twice, interpreter_twice, equipment_twice,
    same_start_not_with, chain_long, gap_and_max_gap, start_at_night, all_rooms_closed, sites_close_early)}


# ---- asking ------------------------------------------------------------------------------------------------------------


def run(*command):
    begin = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True)
    return done, time.monotonic() - begin


def english(text):
    return text["en"] if isinstance(text, dict) else text


def told(farandole, folder, names):
    """(good, what is said)"""
    file = str(folder / "gathering.toml")
    planned, seconds = run(farandole, "plan", file, "-o", str(folder / "plan.farandole"), "--json")
    if planned.returncode == 0:
        return None, "still has a plan"
    said = f"plan {planned.returncode} {seconds:.1f}s"
    good = planned.returncode == 1 and seconds < 3
    if planned.returncode == 1:
        plan = json.loads(planned.stdout)
        said += " proved" if plan.get("proved") else " not proved"
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
    said += f" -> {english(repairs[0]['text'])} ({repairs[0]['cost']})"
    new = folder / "new.toml"
    done, seconds = run(farandole, "explain", file, "--repair", "1", "-o", str(new))
    if done.returncode != 0:
        return False, said + f" --repair {done.returncode}: {done.stderr[:200]}"
    checked, _ = run(farandole, "check", str(new))
    planned, seconds = run(farandole, "plan", str(new), "-o", str(folder / "new.farandole"), "--json")
    said += f" = plan {planned.returncode} {seconds:.1f}s" + ("" if checked.returncode == 0 else f" CHECK {checked.returncode}")
    return good and named and planned.returncode == 0 and checked.returncode == 0, said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("farandole")
    parser.add_argument("folder", nargs="*", type=pathlib.Path)
    parser.add_argument("--breaks", default=",".join(BREAKS))
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_intermixed_args()
    counts = {True: 0, False: 0, None: 0}
    for source in options.folder or sorted(p.parent for p in EXAMPLES.glob("*/gathering.toml")):
        whole = Gathering(source)
        with tempfile.TemporaryDirectory() as name:
            whole.write(pathlib.Path(name))
            planned, _ = run(options.farandole, "plan", name + "/gathering.toml", "-o", name + "/p.farandole", "--json")
            if planned.returncode != 0:
                print(f"{source.name}: has no plan\n{planned.stdout[:300]}")
                continue
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
                good, said = told(options.farandole, folder, names)
            counts[good] += 1
            print(f"{'ok  ' if good else 'same' if good is None else 'BAD '} {source.name} {what}: {said}", flush=True)
    print(f"{counts[True]} good, {counts[False]} bad, {counts[None]} still have a plan")


if __name__ == "__main__":
    main()

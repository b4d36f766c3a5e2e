"""Breaks of one hard rule each, that the plan kept just before; as in breaks_of_places.py."""

from gathering_folder import at_once, clock, days_of, fix, fixed, local, minutes, planned, several_days, teams


def held(g, row):
    """Where and when it is in the plan, and nowhere else."""
    place = next((s["room"] for s in g.plan["sessions"] if s["id"] == row["id"]), "")
    fix(g, row, g.start(row["id"]))
    if place:
        row.pop("rooms", None)
        row["room"] = place
    return place


def rotations(g, *patterns):
    return [r for r in g.all("rotation") if r.get("station") and (not patterns or r["pattern"] in patterns)]


def length(r):
    return r["rounds"] * r["minutes"] + (r["rounds"] - 1) * r.get("changeover", 0)


def room_closed_then(g):
    for s, row in planned(g, lambda s: s["room"]):
        room, (date, at) = held(g, row), local(s["start"])
        room = g.row("room", room)
        room["closed"] = room.get("closed", []) + [[f"{date} {at}", f"{date} {clock(minutes(at) + 10)}"]]
        return [room["id"]]


def site_closed_then(g):
    for s, row in planned(g, lambda s: s["site"] and s["room"]):
        held(g, row)
        site = g.row("site", s["site"])
        site["opens"] = clock(minutes(local(s["start"])[1]) + 15)
        return [site["id"], row["id"]]


def room_setup_long(g):
    """Two sessions of the plan that follow one another in a room stay there; putting it in order takes longer now."""
    rows = planned(g, lambda s: s["room"] and not g.row("room", s["room"]).get("shared"))
    for a, first in rows:
        for b, second in rows:
            if a["room"] == b["room"] and a["end"] <= b["start"] and a["end"][:10] == b["start"][:10]:
                held(g, first), held(g, second)
                g.row("room", a["room"])["setup"] = minutes(local(b["start"])[1]) - minutes(local(a["end"])[1]) + 10
                return [a["room"], a["id"], b["id"]]


def teardown_long(g):
    for _, row in planned(g, lambda s: s["room"]):
        row["teardown"] = 1200
        return [row["id"]]


def way_longer_than_gap(g):
    """One person, two places, and less time between than the way takes."""
    rows = planned(g, lambda s: s["site"])
    for a, first in rows:
        for b, second in rows:
            same_day = a["end"][:10] == b["start"][:10] and a["end"] <= b["start"]
            if a["site"] == b["site"] or not same_day or not {*g.people_of(a["id"])} & {*g.people_of(b["id"])}:
                continue
            held(g, first), held(g, second)
            gap = minutes(local(b["start"])[1]) - minutes(local(a["end"])[1])
            for way in g.all("travel"):
                if {way["from"], way["to"]} == {a["site"], b["site"]}:
                    way["minutes"] = gap + 10
                    return [a["id"], b["id"], a["site"], b["site"]]


def trips_small(g):
    """Two people at a time on a way that many take."""
    used = [s["site"] for s in g.plan["sessions"] if s["site"]]
    for t in g.all("travel"):
        if t["from"] in used and t["to"] in used and not t.get("vehicles"):
            t["seats"], t["every"] = 2, 60
            return [t["from"], t["to"]] + [s["id"] for s in g.items()]


def ways_from_home(g):
    """Ways on which people come to where they are expected, in the morning."""
    used = {s["site"] for s in g.plan["sessions"] if s["site"]}
    homes = {p.get("site") for p in g.all("person")} | {cell for text in g.files.values() for line in text.splitlines() for cell in line.replace(";", ",").split(",")}
    return [t for t in g.all("travel") if not t.get("vehicles") and {t["from"], t["to"]} & used and {t["from"], t["to"]} & homes - used]


def way_from_home_long(g):
    for t in ways_from_home(g):
        t["minutes"] = 600
        return [t["from"], t["to"]]


def trips_from_home_small(g):
    for t in ways_from_home(g):
        t["seats"], t["every"] = 2, 120
        return [t["from"], t["to"]]


def pool_away(g):
    """All who could hold an open role are away."""
    for owner, team in teams(g):
        for role in team.values():
            if isinstance(role, dict) and isinstance(role.get("from"), list) and all(":" not in p for p in role["from"]):
                for p in role["from"]:
                    g.set_person(p, "available", "disponible", "2000-01-01 00:00/2000-01-01 01:00")
                return role["from"] + [owner]


def host_of_two(g):
    """One host for two stations of the same rounds."""
    for r in rotations(g, "carousel", "remix"):
        hosts = [s for s in r["station"] if any(fixed(s.get("team")))]
        if len(hosts) > 1:
            person = next(fixed(hosts[0]["team"]))
            hosts[1]["team"] = {"facilitator": [person]}
            return [person, r["id"]]


def host_elsewhere(g):
    """Whoever leads a station speaks somewhere else, all the while."""
    for r in rotations(g):
        for station in r["station"]:
            for person in fixed(station.get("team")):
                at = g.start(r["id"])
                fix(g, r, at)
                g.all("session").append({"id": "ailleurs", "title": "Ailleurs", "format": "plenary", "minutes": length(r),
                                         "team": {"speaker": [person]}, "start": r["start"]})
                return [person, "ailleurs"]


def host_of_half(g):
    """Whoever leads a station leaves in the middle of the first round."""
    for r in rotations(g, "split", "carousel", "remix"):
        if len(g.people_of(r["id"])) <= (len(r["station"]) - 1) * max(s.get("capacity", [1, 10**6])[1] for s in r["station"]):
            continue  # the others take everybody
        for station in r["station"]:
            for person in fixed(station.get("team")):
                date, at = local(g.start(r["id"]))
                fix(g, r, g.start(r["id"]))
                if g.set_person(person, "available", "disponible", f"{date} 00:00/{date} {clock(minutes(at) + r['minutes'] // 2)}"):
                    return [person, r["id"]]


def late_arrival(g):
    """Somebody comes when the only thing they are at has begun."""
    first = min((s for s, row in planned(g, lambda s: s["participants"])), key=lambda s: s["start"], default=None)
    if not first:
        return None
    fix(g, g.row("session", first["id"]), first["start"])
    date, at = local(first["start"])
    person = first["participants"][-1]
    return [person] if g.set_person(person, "available", "disponible", f"{date} {clock(minutes(at) + 10)}/{date} 23:30") else None


def order_of_three(g):
    rows = [row for _, row in planned(g)][:3]
    if len(rows) < 3:
        return None
    for before, row in zip(rows, rows[1:] + rows[:1]):
        row["after"] = row.get("after", []) + [before["id"]]
    return [row["id"] for row in rows]


def after_and_same_start(g):
    for s in g.items():
        for a in s.get("after", []):
            other = a if isinstance(a, str) else a["session"]
            if "*" not in other and ":" not in other:
                s["same_start"] = s.get("same_start", []) + [other]
                return [s["id"], other]


def same_start_of_fixed(g):
    """Two starts that are fixed, and not the same."""
    rows = planned(g)
    for i, (a, first) in enumerate(rows):
        for b, second in rows[:i]:
            if a["start"] != b["start"]:
                fix(g, first, a["start"]), fix(g, second, b["start"])
                first["same_start"] = [second["id"]]
                return [first["id"], second["id"]]


def not_with_at_once(g):
    two = at_once(g)
    if not two:
        return None
    two[0]["not_with"] = [two[1]["id"]]
    return [row["id"] for row in two]


def days_too_short(g):
    """No day is as long as the longest session."""
    longest = max((row for _, row in planned(g)), key=lambda row: row["minutes"], default=None)
    if not longest or longest["minutes"] < 30:
        return None
    for d in days_of(g):
        d["closes"] = clock(minutes(str(d["opens"])) + longest["minutes"] - 5)
    return ["*"]


def window_before_day(g):
    opens = min(minutes(str(d["opens"])) for d in days_of(g))
    for _, row in planned(g, lambda s: opens >= 120):
        for key in ("start", "starts", "windows"):
            row.pop(key, None)
        row["window"] = [clock(opens - 120), clock(opens - 5)]
        return [row["id"]]


def starts_at_night(g):
    for s, row in planned(g):
        fix(g, row, s["start"])
        del row["start"]
        row["starts"] = [f"{s['start'][:10]} 02:00", f"{s['start'][:10]} 04:30"]
        return [row["id"]]


def day_of_nobody(g):
    """A session on a day on which its speaker is not there."""
    dates = sorted({s["start"][:10] for s in g.plan["sessions"]})
    for s, row in planned(g):
        for person in fixed(row.get("team")):
            other = next((d for d in dates if d != s["start"][:10]), None)
            if other and several_days(g) and g.set_person(person, "available", "disponible", f"{other} 00:00/{other} 23:30"):
                for key in ("window", "windows", "start", "starts"):
                    row.pop(key, None)
                row["day"] = s["start"][:10]
                return [person, row["id"]]


def registrations_many(g):
    """More people register for a session than its room seats."""
    name = g.toml["gathering"].get("registrations")
    people = g.toml["gathering"].get("people")
    for s, row in planned(g, lambda s: s["room"] and s["participants"]):
        if name and people and row.get("audience") == "registered":
            more = max(r["capacity"] for r in g.all("room")) + 1 - len(s["participants"])
            if not g.people_like(s["participants"][0], more):
                return None
            g.files[name] += "".join(f"{s['participants'][0]}-{n},{row['id']}\n" for n in range(more))
            return [row["id"]]


def rotation_window_short(g):
    for r in rotations(g):
        if r.get("contiguous", True):
            _, at = local(g.start(r["id"]))
            for key in ("start", "starts", "windows", "day"):
                r.pop(key, None)
            r["window"] = [at, clock(minutes(at) + length(r) - 5)]
            return [r["id"]]


def changeover_long(g):
    for r in rotations(g):
        if r["rounds"] > 1:
            r["changeover"] = 600
            return [r["id"]]


def rounds_many(g):
    """Groups may come again, and the rounds fill more than the day."""
    for r in rotations(g, "remix", "choice"):
        r["rounds"], r["revisit"] = 2 + 24 * 60 // r["minutes"], True
        return [r["id"]]


def groups_of_one_size(g):
    """Groups of just so many, that do not add up to everybody."""
    for r in rotations(g, "split", "carousel", "remix"):
        people, stations = len(g.people_of(r["id"])), len(r["station"])
        size = people // stations
        if size < 2 or size * stations == people or size * stations < people - stations:
            continue
        for s in r["station"]:
            s["capacity"] = [size, size]
        return [r["id"]]


def runs_few(g):
    """Each station takes place once, and there are several rounds."""
    for r in rotations(g, "carousel", "remix", "choice"):
        if r["rounds"] > 1 and all("capacity" in s for s in r["station"]):
            for s in r["station"]:
                s["runs"] = 1
            return [r["id"]]


def stations_in_one_room(g):
    """All stations have the same room."""
    for r in rotations(g, "split", "carousel"):
        rooms = [s["room"] for s in r["station"] if "room" in s]
        if len(set(rooms)) < 2 or g.row("room", rooms[0]).get("shared"):
            continue
        for s in r["station"]:
            s.pop("rooms", None)
            s["room"] = rooms[0]
        g.row("room", rooms[0])["capacity"] = max(2, len(g.people_of(r["id"])) // 2)
        return [rooms[0], r["id"]]


def apart_from_all(g):
    """Somebody is to be kept apart from everybody else."""
    for r in rotations(g, "split", "carousel", "remix"):
        people = g.people_of(r["id"])
        least = min(s.get("capacity", [1])[0] for s in r["station"])
        if least > 1:
            r["apart"] = r.get("apart", []) + [[people[0], other] for other in people[1:]]
            return [people[0], r["id"]]


def never_both_there(g):
    """Two who have to be at one session: one leaves before the other comes."""
    for s, row in planned(g):
        people = [p for p in g.people_of(s["id"])][:2]
        if len(people) < 2:
            continue
        date = s["start"][:10]
        early = g.set_person(people[0], "available", "disponible", f"{date} 00:00/{date} 12:00")
        if early and g.set_person(people[1], "available", "disponible", f"{date} 12:00/{date} 23:30"):
            return people + [row["id"]]


def room_window_elsewhere(g):
    """The only room of a session can be had at an hour at which the session cannot be."""
    for s, row in planned(g, lambda s: s["room"]):
        fix(g, row, s["start"])
        row.pop("room", None)
        date, at = local(s["start"])
        row["rooms"] = [{"room": s["room"], "windows": [[f"{date} {at}", f"{date} {clock(minutes(at) + row['minutes'] - 5)}"]]}]
        return [row["id"], s["room"]]


def window_for_two(g):
    """Two sessions of the same people in a window that is long enough for one of them."""
    rows = planned(g, lambda s: s["participants"])
    for i, (a, first) in enumerate(rows):
        for b, second in rows[:i]:
            if a["start"][:10] != b["start"][:10] or not {*a["participants"]} & {*b["participants"]}:
                continue
            date, at = local(min(a["start"], b["start"]))
            length = first["minutes"] + second["minutes"] - 10
            for row in (first, second):
                fix(g, row, a["start"])
                del row["start"]
                row["windows"] = [[f"{date} {at}", f"{date} {clock(minutes(at) + length)}"]]
            return [first["id"], second["id"], *({*a["participants"]} & {*b["participants"]})]


def room_for_three(g):
    """Three sessions with one room, in hours long enough for two of them."""
    rows = planned(g, lambda s: s["room"] and not g.row("room", s["room"]).get("shared"))
    day = [(s, row) for s, row in rows if s["start"][:10] == rows[0][0]["start"][:10]] if rows else []
    if len(day) < 3:
        return None
    three = day[:3]
    room = max((g.row("room", s["room"]) for s, _ in three), key=lambda r: r["capacity"])
    date, at = local(min(s["start"] for s, _ in three))
    length = sum(row["minutes"] for _, row in three) - 5
    if minutes(at) + length >= 24 * 60:
        return None
    for _, row in three:
        fix(g, row, f"{date} {at}")
        for key in ("start", "rooms", "needs"):
            row.pop(key, None)
        row["room"], row["windows"] = room["id"], [[f"{date} {at}", f"{date} {clock(minutes(at) + length)}"]]
    return [room["id"]] + [row["id"] for _, row in three]


def same_start_one_room(g):
    rows = planned(g, lambda s: s["room"] and not g.row("room", s["room"]).get("shared"))
    for i, (a, first) in enumerate(rows):
        for b, second in rows[:i]:
            if {*g.people_of(a["id"])} & {*g.people_of(b["id"])}:
                continue
            for row in (first, second):
                fix(g, row, a["start"])
                for key in ("start", "rooms", "needs"):
                    row.pop(key, None)
                row["room"] = a["room"]
            first["same_start"] = [second["id"]]
            return [a["room"], a["id"], b["id"]]


def meal_between(g):
    """One comes right after another, and something fixed for the same people lies between."""
    everyone = sorted(planned(g, lambda s: s["participants"]), key=lambda one: one[0]["start"])
    for (a, first), (b, second), (c, third) in zip(everyone, everyone[1:], everyone[2:]):
        same_day = a["start"][:10] == c["start"][:10]
        if same_day and a["end"] <= b["start"] and b["end"] <= c["start"] and {*a["participants"]} & {*b["participants"]} & {*c["participants"]}:
            fix(g, first, a["start"]), fix(g, second, b["start"])
            third["after"] = [{"session": first["id"], "max_gap": max(0, minutes(local(b["start"])[1]) - minutes(local(a["end"])[1]) + 5)}]
            return [a["id"], b["id"], c["id"]]


def all_on_one_day(g):
    """All sessions of several days on the first of them."""
    if not several_days(g):
        return None
    first = min(s["start"][:10] for s in g.plan["sessions"])
    rows = planned(g)
    for _, row in rows:
        for key in ("start", "starts", "windows"):
            row.pop(key, None)
        row["day"] = first
    return [row["id"] for _, row in rows]


def last_train(g):
    """Somebody has to be home before the last thing they are at is over."""
    last = max((s for s, _ in planned(g, lambda s: s["participants"] and s["site"])), key=lambda s: s["end"][11:16], default=None)
    if not last:
        return None
    person = last["participants"][0]
    home = {"id": "chez-soi", "name": "Chez soi"}
    date, end = local(last["end"])
    fix(g, g.row("session", last["id"]), last["start"])
    g.all("site").append(home)
    g.toml.setdefault("travel", []).extend({"from": "chez-soi", "to": s["id"], "minutes": 60} for s in g.all("site") if s["id"] != "chez-soi")
    if g.set_person(person, "end_site", "lieu de fin", "chez-soi") and g.set_person(person, "available", "disponible", f"{date} 00:00/{date} {clock(min(minutes(end) + 30, 1439))}"):
        return [person, "chez-soi"]


ALL = (room_closed_then, site_closed_then, room_setup_long, teardown_long, way_longer_than_gap, trips_small, way_from_home_long, trips_from_home_small, pool_away, host_of_two, host_elsewhere, host_of_half, late_arrival, order_of_three, after_and_same_start, same_start_of_fixed, not_with_at_once, days_too_short, window_before_day, starts_at_night, day_of_nobody, registrations_many, rotation_window_short, changeover_long, rounds_many, groups_of_one_size, runs_few, stations_in_one_room, apart_from_all, never_both_there, room_window_elsewhere, window_for_two, room_for_three, same_start_one_room, meal_between, all_on_one_day, last_train)

"""Breaks of who comes, when and for what; as in breaks_of_places.py."""

from gathering_folder import at_once, clock, fix, fixed, local, minutes, planned, teams


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


def composition_high(g):
    for s in g.all("session"):
        for c in s.get("composition", []):
            c["min"] = 200
            return [s["id"]]


def quorum_high(g):
    for p in g.all("poll"):
        p["quorum"] = 500
        return ["*"]


def audience_early(g):
    """Somebody of the audience has to leave before an item for everybody."""
    last = max(g.plan["sessions"], key=lambda s: s["end"])
    if not last["participants"]:
        return None
    p = last["participants"][0]
    date, end = local(last["end"])
    if g.set_person(p, "available", "disponible", f"{date} 00:00/{date} {clock(minutes(end) - 20)}"):
        return [p]


def same_start_person(g):
    of = {}
    for s in g.all("session"):
        for p in fixed(s.get("team")):
            if p in of and of[p]["id"] != s["id"]:
                s["same_start"] = [of[p]["id"]]
                return [s["id"], of[p]["id"]]
            of[p] = s


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


def interpreter_twice(g):
    two = at_once(g)
    if not two:
        return None
    g.toml.setdefault("person", []).append({"id": "interprete", "name": "Iris Langue"})
    for row in two:
        row["team"] = {**row.get("team", {}), "interpreter": {"count": 1, "from": ["interprete"]}}
    return ["interprete", two[0]["id"], two[1]["id"]]


ALL = (speaker_window_short, speaker_away, host_away, speaker_twice, plenaries_at_once, pool_small, pool_one, composition_high, quorum_high, audience_early, same_start_person, everywhere, registered_twice, speaker_too_short, interpreter_twice)

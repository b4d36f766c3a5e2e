"""Breaks of rooms, sites, ways and equipment: each changes the gathering and returns the ids one of which has to be named."""

from gathering_folder import at_once, clock, fix, local, minutes, own_room, planned


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


def vehicle_small(g):
    for v in g.all("vehicle"):
        v["seats"] = 3
    return [v["id"] for v in g.all("vehicle")] + [s["id"] for s in g.items()] if g.all("vehicle") else None


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


def seats_many(g):
    """More heads expected than any room has."""
    for s, row in planned(g, lambda s: s["room"]):
        row["seats"] = 10 * max(r["capacity"] for r in g.all("room"))
        return [row["id"]]


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


def equipment_twice(g):
    two = at_once(g)
    if not two:
        return None
    g.toml.setdefault("equipment", []).append({"id": "banc-sono", "name": "Sono du banc", "count": 1})
    for row in two:
        row["equipment"] = {**row.get("equipment", {}), "banc-sono": 1}
    return ["banc-sono"]


def all_rooms_closed(g):
    for r in g.all("room"):
        r["closed"] = [["2000-01-01 00:00", "2060-01-01 00:00"]]
    return [r["id"] for r in g.all("room")] + [s["id"] for s in g.items()] or None


def sites_close_early(g):
    for s in g.all("site"):
        s["opens"], s["closes"] = "03:00", "03:30"
    return [s["id"] for s in g.all("site")] + [s["id"] for s in g.items()]


ALL = (room_small, room_tiny, room_closed, station_room_small, station_room_closed, room_site_closed, site_closes_early, travel_long, equipment_gone, equipment_asked, feature_gone, feature_asked, station_feature_asked, vehicle_small, rooms_at_once, seats_many, room_twice, equipment_twice, all_rooms_closed, sites_close_early)

"""Breaks of days, windows, orders and lengths; as in breaks_of_places.py."""

from gathering_folder import clock, days_of, fix, local, minutes, planned, several_days


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


ALL = (order_cycle, order_reversed, gap_too_long, gap_a_bit_long, day_short, day_very_short, day_opens_late, calendar_short, calendar_just_short, day_dropped, window_short, windows_short, window_early, item_long, item_longer, not_with_fixed, day_wrong, same_start_not_with, chain_long, gap_and_max_gap, start_at_night)

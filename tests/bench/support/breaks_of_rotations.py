"""Breaks of rotations and of what they seat; as in breaks_of_places.py."""


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


def one_round_more(g):
    """As many rounds as before and one, where there are stations enough."""
    for r in g.all("rotation"):
        if r["pattern"] != "free" and not r.get("phases"):
            r["rounds"] += 1
            return [r["id"]]


def ten_people_more(g):
    """Ten more people of the kind that takes part, and come to all that everybody comes to."""
    for r in g.all("rotation"):
        if r["pattern"] != "free" and g.people_like(g.people_of(r["id"])[0], 10):
            return [r["id"]] + [s["id"] for s in g.all("session") if s.get("audience") == "all"]


ALL = (rotation_longer, seats_small, seats_just_small, minima_large, choice_minima_large, wish_seats_missing, one_minimum, too_many_rounds, together_apart, apart_clique, together_large, one_round_more, ten_people_more)

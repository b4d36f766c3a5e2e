"""A gathering read from its folder, to be changed and written again; its plan, where it has one."""

import csv
import io
import json
import tomllib


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
                person[key] = [w.split("/") for w in text.split("|")] if "/" in text else text
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

    def people_like(self, id, count):
        """More rows of the table of people, like that of `id` but for the id and the name."""
        name = self.toml["gathering"].get("people")
        rows = list(csv.reader(io.StringIO(self.files[name]), delimiter=mark(self.files[name]))) if name else []
        model = next((r for r in rows if r[0] == id), None)
        if model is None:
            return False
        named = [i for i, h in enumerate(rows[0]) if h.strip().lower() in ("nom", "name")]
        for n in range(count):
            rows.append([f"{id}-{n}" if i == 0 else f"Plus{n}" if i in named else cell for i, cell in enumerate(model)])
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


# ---- what breaks look for ---------------------------------------------------------------------------------------------


def fixed(team):
    for role in (team or {}).values():
        people = role if isinstance(role, list) else role.get("people", [])
        if people and not (isinstance(role, dict) and role.get("substitutes")):
            yield people[0]


def own_room(g):
    return [s for s in g.all("session") if "room" in s and not s.get("optional")]


def several_days(g):
    return "calendar" in g.toml or len(g.all("day")) > 1


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


def fix(g, item, at):
    """At this start, whatever was said about its hours."""
    for key in ("window", "windows", "day", "starts", "after", "preferred"):
        item.pop(key, None)
    item["start"] = at[:16].replace("T", " ")


def planned(g, test=lambda s: True):
    """Sessions of the plan that meet the test, with their rows of the file."""
    rows = {s["id"]: s for s in g.all("session")}
    return [(s, rows[s["id"]]) for s in g.plan["sessions"] if s["id"] in rows and not rows[s["id"]].get("optional") and test(s)]


def at_once(g):
    """Two sessions that run at the same time, in the plan."""
    rows = planned(g)
    for i, (a, first) in enumerate(rows):
        for b, second in rows[:i]:
            if a["start"] < b["end"] and b["start"] < a["end"]:
                fix(g, first, a["start"]), fix(g, second, b["start"])
                return first, second
    return None

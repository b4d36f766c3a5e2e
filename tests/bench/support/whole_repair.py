"""Is there a seating of the rounds to come that keeps every limit? Asked of cbc (apt install coinor-cbc), apart from the program."""
import collections, shutil, subprocess, tempfile
from pathlib import Path


class Model:
    """Rows of an integer program; every variable is 0 or 1 unless it is bounded otherwise."""

    def __init__(self):
        self.rows, self.binary, self.whole = [], set(), {}

    def row(self, terms, sign, right):
        terms = [(n, v) for n, v in terms if n]
        if terms:
            self.rows.append(" ".join(f"{n:+d} {v}" for n, v in terms) + f" {sign} {right}")
        elif not {"<=": 0 <= right, ">=": 0 >= right, "=": right == 0}[sign]:
            self.row([(1, self.one("never"))], ">=", 2)

    def one(self, name):
        self.binary.add(name)
        return name

    def solve(self, seconds):
        """True, False, or None when it is not known."""
        if not shutil.which("cbc"):
            return None
        with tempfile.TemporaryDirectory() as folder:
            path, answer = Path(folder) / "m.lp", Path(folder) / "answer"
            path.write_text("Minimize\n obj: 0 nothing\nSubject To\n" + "\n".join(f" {row}" for row in self.rows)
                            + "\nBounds\n 0 <= nothing <= 1\n" + "".join(f" 0 <= {v} <= {n}\n" for v, n in self.whole.items())
                            + "Generals\n" + "\n".join(f" {v}" for v in self.whole) + "\nBinaries\n"
                            + "\n".join(f" {v}" for v in sorted(self.binary)) + "\nEnd\n")
            subprocess.run(["cbc", str(path), "sec", str(seconds), "solve", "solu", str(answer)], capture_output=True, check=False)
            first = answer.read_text().split("\n", 1)[0] if answer.exists() else ""
        return True if first.startswith("Optimal") else False if "nfeasible" in first else None


def limits_of(drawn, station):
    return drawn.limits.get(station, (1, 10**4))


def runs_are_kept(model, drawn, rounds, used, open_at):
    """`used[station]`: rounds gone by in which it took place."""
    for s, most in drawn.runs.items():
        model.row([(1, open_at(r, s)) for r in rounds], "<=", most - used[s])


def may_open(drawn, r, s):
    return (r, s) not in drawn.closed and r not in drawn.host_away.get(s, ())


def people_alone(drawn, past, expected):
    """Everybody goes their own way. `past[round][person]`: stations of the rounds gone by."""
    model, rounds, stations = Model(), range(len(past), drawn.rounds), range(drawn.stations)
    leads = {h: s for s, h in drawn.hosts.items()}
    seen = collections.defaultdict(set)
    for seats in past:
        for p, s in seats.items():
            if leads.get(p) != s:
                seen[p].add(s)
    at = lambda p, r, s: f"x_{p}_{r}_{s}"
    open_at = lambda r, s: model.one(f"y_{r}_{s}")
    choice = {}
    for r in rounds:
        for p in expected[r]:
            barred = drawn.stepped if p[0] == "g" and int(p[1:]) in drawn.restricted else set()
            choice[p, r] = [s for s in stations if may_open(drawn, r, s) and s not in barred
                            and not (drawn.once and s in seen[p] and leads.get(p) != s)]
            model.row([(1, model.one(at(p, r, s))) for s in choice[p, r]], "=", 1)
        for s in stations:
            low, high = limits_of(drawn, s)
            here = [(1, at(p, r, s)) for p in sorted(expected[r]) if s in choice[p, r]]
            model.row(here + [(-low, open_at(r, s))], ">=", 0)
            model.row(here + [(-high, open_at(r, s))], "<=", 0)
        for here, seats in drawn.halls.values():
            model.row([(1, at(p, r, s)) for p in sorted(expected[r]) for s in here if s in choice[p, r]], "<=", seats)
    people = sorted(set().union(*(expected[r] for r in rounds)))
    for p in people if drawn.once else []:
        for s in stations:
            if leads.get(p) != s:
                model.row([(1, at(p, r, s)) for r in rounds if s in choice.get((p, r), ())], "<=", 1)
    sits = lambda p, r, s: [(1, at(p, r, s))] if s in choice[p, r] else []
    for r in rounds:
        for s in stations:
            for a, b in drawn.apart:
                if {f"g{a}", f"g{b}"} <= expected[r]:
                    model.row(sits(f"g{a}", r, s) + sits(f"g{b}", r, s), "<=", 1)
            for one in drawn.together:
                here = [f"g{p}" for p in one if f"g{p}" in expected[r]]
                for p in here[1:]:
                    model.row(sits(here[0], r, s) + [(-1, v) for _, v in sits(p, r, s)], "=", 0)
    used = collections.Counter(s for seats in past for s in set(seats.values()))
    runs_are_kept(model, drawn, rounds, used, open_at)
    return model


def whole_groups(drawn, past, expected):
    """Groups of any size that go round together: less than what is asked, so that "no" is no."""
    model, rounds, stations = Model(), range(len(past), drawn.rounds), range(drawn.stations)
    people = len(expected[-1])
    goes = lambda g, r, s: model.one(f"z_{g}_{r}_{s}")
    for g in stations:
        model.whole[f"n_{g}"] = people
        used = model.one(f"u_{g}")
        model.row([(1, f"n_{g}"), (-people, used)], "<=", 0)
        model.row([(1, f"n_{g}"), (-1, used)], ">=", 0)
        for r in rounds:
            model.row([(1, goes(g, r, s)) for s in stations if may_open(drawn, r, s)] + [(-1, used)], "=", 0)
        for s in stations:
            low, high = limits_of(drawn, s)
            comes = model.one(f"v_{g}_{s}")
            model.row([(1, goes(g, r, s)) for r in rounds] + [(-1, comes)], "=", 0)
            model.row([(1, f"n_{g}"), (-low, comes)], ">=", 0)
            model.row([(1, f"n_{g}"), (people - min(high, people), comes), (-people, used)], "<=", 0)
        if g:
            model.row([(1, f"n_{g - 1}"), (-1, f"n_{g}")], ">=", 0)
    for r in rounds:
        for s in stations:
            model.row([(1, goes(g, r, s)) for g in stations], "<=", 1)
    model.row([(1, f"n_{g}") for g in stations], "=", people)
    used = collections.Counter(s for seats in past for s in set(seats.values()))
    for s, most in drawn.runs.items():
        model.row([(1, goes(g, r, s)) for g in stations for r in rounds], "<=", most - used[s])
    return model


def exists(drawn, past, expected, seconds=60):
    """True, False, or None when cbc is not there or does not know."""
    build = whole_groups if drawn.fixed else people_alone
    answer = build(drawn, past, expected).solve(seconds)
    return None if drawn.fixed and answer else answer

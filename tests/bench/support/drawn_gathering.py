"""A gathering drawn at random around a seating that it allows: one rotation, of any pattern, and what people ask of it."""
import collections, csv, itertools, random

PATTERNS = ["split", "carousel", "moving", "remix", "topics", "choice", "free"]
DAY = "2026-03-12"


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


def quoted(words):
    return "[" + ", ".join(f'"{w}"' for w in words) + "]"


class Drawn:
    """A gathering and a seating that it allows."""

    def __init__(self, rng, pattern, most):
        self.rng, self.pattern = rng, pattern
        self.tables = pattern == "remix" or pattern == "split" and rng.random() < 0.3
        self.fixed = pattern in ("carousel", "moving")
        self.once = pattern in ("carousel", "moving", "topics", "choice")
        self.people = rng.choice([rng.randint(8, 30), rng.randint(20, 90), rng.randint(20, max(21, most))])
        size = rng.randint(3, 9)
        self.stations = max(2, min(40, round(self.people / size)))
        self.rounds = 1 if pattern == "split" else rng.randint(2, 8)
        if self.once:
            self.rounds = min(self.rounds, self.stations)
        self.minutes, self.pause = rng.choice([15, 20, 25, 30]), rng.choice([0, 5, 10])
        self.contiguous = self.rounds == 1 or rng.random() < 0.75
        self.choose_hours()
        self.choose_units()
        while not self.seat():
            self.choose_units()
            self.rests = set()
        self.choose_rest()

    def choose_hours(self):
        step = self.minutes + self.pause
        begin = 9 * 60 + 5 * self.rng.randint(0, 12)
        self.starts = [begin + step * r for r in range(self.rounds)]
        late = 18 * 60
        if self.starts[-1] + self.minutes > late:  # a long day
            late = self.starts[-1] + self.minutes + 30
        self.closes = min(late, 23 * 60 + 55)

    def ends(self, r):
        return self.starts[r] + self.minutes

    def choose_units(self):
        """Who goes together, who is there when, which stations rest."""
        rng, people = self.rng, list(range(self.people))
        rng.shuffle(people)
        self.together = []
        if not self.fixed and rng.random() < 0.4:
            for _ in range(rng.randint(1, 2)):
                if len(people) > 8:
                    self.together.append(sorted(people.pop() for _ in range(rng.randint(2, 3))))
        self.away = {p: set() for p in range(self.people)}
        if self.pattern != "free" and not self.fixed and self.rounds > 1 and self.contiguous and rng.random() < 0.4:
            for p in people[: rng.randint(1, max(1, self.people // 10))]:
                n = rng.randint(1, self.rounds - 1)
                self.away[p] = set(range(n)) if rng.random() < 0.5 else set(range(self.rounds - n, self.rounds))
        self.rests = set()
        if not self.tables and self.contiguous and self.rounds > 1 and self.pattern not in ("free", "moving") and rng.random() < 0.5:
            for s in rng.sample(range(self.stations), rng.randint(1, max(1, self.stations // 4))):
                self.rests |= {(r, s) for r in rng.sample(range(self.rounds), rng.randint(1, self.rounds - 1))}
        self.restricted = set()
        self.stepped = set()
        if not self.tables and self.pattern not in ("free", "moving") and rng.random() < 0.4:
            self.stepped = set(rng.sample(range(self.stations), rng.randint(1, max(1, self.stations // 3))))
            inside = {p for one in self.together for p in one}
            self.restricted = set(p for p in people[-rng.randint(1, 3):] if p not in inside)

    def seat(self):
        """A seating drawn unit by unit, each where there are fewest among what it may see."""
        rng = self.rng
        if self.fixed:
            groups = rng.randint(max(2, self.stations - 2), self.stations)
            order = list(range(self.people))
            rng.shuffle(order)
            units = [sorted(order[g::groups]) for g in range(groups)]
        else:
            inside = {p for one in self.together for p in one}
            units = self.together + [[p] for p in range(self.people) if p not in inside]
            rng.shuffle(units)
            units.sort(key=lambda u: -len(u) - 5 * any(p in self.restricted for p in u))
        self.units = units
        if self.fixed and self.restricted:
            self.restricted &= set(units[0])
            if not self.restricted:
                self.stepped = set()
        load = collections.Counter()
        self.seats = [dict() for _ in range(self.rounds)]
        for unit in units:
            for _ in range(40):
                way = self.way(unit, load)
                if way:
                    break
            else:
                return False
            for r, s in way.items():
                for p in unit:
                    if r not in self.away[p]:
                        self.seats[r][p] = s
                        load[r, s] += 1
        self.load = load
        self.open = {(r, s) for (r, s), n in load.items() if n}
        return self.pattern == "free" or self.tables is False or all((r, s) in self.open for r in range(self.rounds) for s in range(self.stations))

    def way(self, unit, load):
        rng, way, seen = self.rng, {}, set()
        barred = self.stepped if any(p in self.restricted for p in unit) else set()
        rounds = [r for r in range(self.rounds) if any(r not in self.away[p] for p in unit)]
        for r in rng.sample(rounds, len(rounds)):
            may = [s for s in range(self.stations) if (r, s) not in self.rests and s not in barred
                   and not (self.once and s in seen) and not (self.fixed and load[r, s])]
            if not may:
                return None
            way[r] = min(may, key=lambda s: (load[r, s], rng.random()))
            seen.add(way[r])
        return way

    def choose_rest(self):
        rng = self.rng
        met = set()
        for seats in self.seats:
            by = collections.defaultdict(list)
            for p, s in seats.items():
                by[s].append(p)
            met |= {pair for group in by.values() for pair in itertools.combinations(sorted(group), 2)}
        self.apart = []
        if rng.random() < 0.5:
            for _ in range(rng.randint(1, max(1, self.people // 10))):
                pair = tuple(sorted(rng.sample(range(self.people), 2)))
                if pair not in met:
                    self.apart.append(pair)
        profiles = rng.randint(2, 4)
        self.profile = [f"p{rng.randrange(profiles)}" for _ in range(self.people)]
        self.organisation = [f"o{min(rng.randrange(9), rng.randrange(9))}" for _ in range(self.people)]
        self.mix = rng.choice([[], [], ["profile"], ["organisation"], ["profile", "organisation"]])
        self.runs = {}
        if self.pattern in ("choice", "topics", "carousel") and rng.random() < 0.6:
            for s in range(self.stations):
                taken = sum((r, s) in self.open for r in range(self.rounds))
                if 0 < taken < self.rounds and rng.random() < 0.7:
                    self.runs[s] = taken
        self.closed = sorted((r, s) for r, s in self.rests if s not in self.runs and rng.random() < 0.7)
        self.hosts = {}
        if not self.tables and self.pattern != "free" and rng.random() < 0.6:
            self.hosts = {s: f"h{s}" for s in range(self.stations)}
        self.taking_part = {}
        if self.hosts and self.runs and not self.fixed and self.pattern != "carousel":
            self.let_hosts_take_part()
        slack = rng.choice([0, 1, 1, 2, 3])
        self.limits = {}
        for s in range(self.stations):
            loads = [self.load[r, s] for r in range(self.rounds) if self.load[r, s]]
            if loads and not self.tables and rng.random() < 0.6:
                self.limits[s] = (max(1, min(loads) - slack), max(loads) + slack)
        self.host_away = {}
        for r, s in sorted(self.rests):
            if s in self.hosts and (r, s) not in self.closed and s not in self.runs and s not in self.taking_part:
                self.host_away.setdefault(s, set()).add(r)

        self.choose_ways()
        self.share_rooms()
        self.fill_one_organisation()

    def share_rooms(self):
        """Two or three stations in one room, which seats them all in every round of the seating drawn, and few more. Drawn
        apart, as ways are; not where rooms are shut, stepped or apart."""
        rng = random.Random(f"rooms {self.people} {self.starts} {self.together}")
        self.room = {s: s for s in range(self.stations)}
        self.halls = {}
        alone = self.tables or self.pattern in ("free", "moving") or self.ways or self.stepped or self.closed
        if alone or rng.random() < 0.4:
            return
        order = list(range(self.stations))
        rng.shuffle(order)
        while len(order) > 1:
            here = [order.pop() for _ in range(min(len(order), rng.randint(2, 3)))]
            for s in here:
                self.room[s] = min(here)
            most = max(sum(self.load[r, s] for s in here) for r in range(self.rounds))
            self.halls[min(here)] = (sorted(here), most + rng.choice([0, 0, 1, 3]))

    def fill_one_organisation(self):
        """A third to two thirds of all people come from one place: no table is without them."""
        rng = random.Random(f"organisations {self.people} {self.starts} {self.together}")
        if rng.random() < 0.3:
            share = rng.uniform(0.3, 0.7)
            self.organisation = ["large" if rng.random() < share else one for one in self.organisation]

    def choose_ways(self):
        """Minutes on foot between the rooms of two stations: none takes longer than the pause. Drawn apart, so that what
        else a seed draws stays."""
        rng = random.Random(f"{self.people} {self.starts} {self.together}")
        self.ways = {}
        if not self.tables and self.pattern != "moving" and self.pause and rng.random() < 0.4:
            for a, b in itertools.combinations(range(self.stations), 2):
                self.ways[a, b] = rng.randint(0, self.pause)

    def let_hosts_take_part(self):
        """Somebody leads a station that rests now and then, and sits elsewhere while it does."""
        inside = {p for one in self.together for p in one}
        for s in sorted(self.runs):
            own = [r for r in range(self.rounds) if (r, s) in self.open]
            for p in self.rng.sample(range(self.people), min(10, self.people)):
                elsewhere = all(seats.get(p) != s for seats in self.seats)
                spared = all(r not in self.away[p] and self.load[r, self.seats[r][p]] > 1 for r in own)
                if elsewhere and spared and p not in inside and p not in self.taking_part.values():
                    for r in own:  # among those at the own station, as participants go
                        self.load[r, self.seats[r][p]] -= 1
                        self.seats[r][p] = s
                        self.load[r, s] += 1
                    self.taking_part[s] = p
                    self.hosts[s] = f"g{p}"
                    break

    def presence(self, p, r):
        return r not in self.away[p]

    def toml(self):
        text = ['[gathering]', 'name = "Drawn"', 'language = "en"', 'timezone = "Europe/Paris"', 'people = "people.csv"']
        if self.pattern == "choice":
            text.append('wishes = "wishes.csv"')
        text += ["[[day]]", f'date = {DAY}', 'opens = "08:00"', f'closes = "{clock(self.closes)}"', "[[site]]", 'id = "house"', 'name = "House"']
        rooms = ["hall"] if self.tables else [f"r{s}" for s in range(self.stations)]
        for n, room in enumerate(rooms):
            if not self.tables and self.room[n] != n:
                continue
            need = max((self.load[r, n] for r in range(self.rounds)), default=1) + 4 if not self.tables else self.people + 9
            seats = max(need, 6) if self.pattern not in ("free", "moving") else self.people + 9
            if n in self.halls:
                seats = self.halls[n][1]
            text += ["[[room]]", f'id = "{room}"', f'name = "{room}"', 'site = "house"', f"capacity = {seats}"]
            if not self.tables and n not in self.stepped and self.restricted:
                text.append('features = ["step-free"]')
            shut = [f'["{DAY} {clock(self.starts[r])}", "{DAY} {clock(self.ends(r))}"]' for r, s in self.closed if s == n]
            if shut and not self.tables:
                text.append(f"closed = [{', '.join(shut)}]")
        for (a, b), minutes in self.ways.items():
            text += ["[[travel]]", f'from = "r{a}"', f'to = "r{b}"', f"minutes = {minutes}"]
        text += ["[[rotation]]", 'id = "turns"', 'title = "Turns"', 'format = "workshop"']
        names = {"moving": "carousel", "topics": "remix"}
        text += [f'pattern = "{names.get(self.pattern, self.pattern)}"', f"rounds = {self.rounds}", f"minutes = {self.minutes}",
                 f"changeover = {self.pause}", 'participants = ["tag:guest"]']
        if self.pattern == "moving":
            text.append('hosts = "move"')
        text.append(f'start = "{clock(self.starts[0])}"' if self.contiguous else "contiguous = false")
        if self.mix:
            text.append(f"mix = {quoted(self.mix)}")
        if self.together:
            text.append("together = [" + ", ".join(quoted(f"g{p}" for p in one) for one in self.together) + "]")
        if self.apart:
            text.append("apart = [" + ", ".join(quoted(f"g{p}" for p in one) for one in self.apart) + "]")
        if self.tables:
            text += [f"tables = {self.stations}", 'room = "hall"']
        for s in range(self.stations if not self.tables else 0):
            text += ["[[rotation.station]]", f'id = "s{s}"', f'title = "S{s}"']
            text.append(f'rooms = {quoted(rooms)}' if self.pattern == "moving" else f'room = "r{self.room[s]}"')
            if s in self.hosts:
                text.append(f'team = {{ facilitator = ["{self.hosts[s]}"] }}')
            if s in self.limits:
                text.append(f"capacity = [{self.limits[s][0]}, {self.limits[s][1]}]")
            if s in self.runs:
                text.append(f"runs = {self.runs[s]}")
        return "\n".join(text) + "\n"

    def windows(self, away):
        if not away:
            return ""
        there = [r for r in range(self.rounds) if r not in away]
        parts, begin = [], None
        for r in range(self.rounds + 1):
            if r in there and begin is None:
                begin = r
            if r not in there and begin is not None:
                opens = "08:00" if begin == 0 else clock(self.starts[begin])
                closes = clock(self.closes) if r == self.rounds else clock(self.ends(r - 1))
                parts.append(f"{DAY} {opens}/{DAY} {closes}")
                begin = None
        return "|".join(parts)

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "gathering.toml").write_text(self.toml())
        with (folder / "people.csv").open("w", newline="") as file:
            out = csv.writer(file)
            out.writerow("id name organisation profile tags needs available".split())
            for p in range(self.people):
                out.writerow([f"g{p}", f"Guest {p}", self.organisation[p], self.profile[p], "guest",
                              "step-free" if p in self.restricted else "", self.windows(self.away[p])])
            for s, host in sorted(self.hosts.items()):
                if host[0] == "h":
                    out.writerow([host, f"Host {s}", "", "", "", "", self.windows(self.host_away.get(s, set()))])
        if self.pattern == "choice":
            with (folder / "wishes.csv").open("w", newline="") as file:
                out = csv.writer(file)
                out.writerow("person rotation station rank".split())
                for p in range(self.people):
                    if self.rng.random() < 0.9:
                        likes = self.rng.sample(range(self.stations), min(self.stations, self.rng.randint(1, 4)))
                        out.writerows([f"g{p}", "turns", f"s{s}", n + 1] for n, s in enumerate(likes))

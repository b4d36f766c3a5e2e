"""Rotations of any size through `farandole rotate`, each recounted by this script alone.

usage: rotate_any.py [PROGRAM] [--cases N] [--seed N] [--steps N]     default: build/release/farandole

Draws sizes, stations, sets to keep together and apart and profiles to mix; counts every table anew, from the JSON
and from the text; asks twice for the same bytes; then gives wrong input. Ends with 1 when anything disagrees.
"""
import argparse, collections, itertools, json, os, pathlib, random, re, subprocess, sys, tempfile

FIRST = "Awa Bruno Chloé Dina Élodie Farid Gaël Hana Inès Joël Karim Lila Malo Noé Ondine Paul Rosa Samir Tom Zoé"
WRONG = [
    [], ["--people", "0"], ["--people", "x"], ["--people", "-3"], ["--people", "5", "--groups", "6", "--rounds", "1"],
    ["--people", "10", "--groups", "0", "--rounds", "2"], ["--people", "10", "--groups", "2"],
    ["--people", "99999999999999999999", "--groups", "2", "--rounds", "2"],
    ["--people", "10", "--groups", "2", "--rounds", "2", "--names", "absent.csv"],
    ["--people", "10", "--groups", "5", "--rounds", "6", "--stations"],
    ["--people", "10", "--groups", "5", "--rounds", "2", "--hosts", "6"],
    ["--people", "10", "--groups", "5", "--rounds", "2", "--apart", "1"],
    ["--people", "10", "--groups", "5", "--rounds", "2", "--apart", "1,1"],
    ["--people", "10", "--groups", "5", "--rounds", "2", "--apart", "1,11"],
    ["--people", "10", "--groups", "5", "--rounds", "2", "--together", "1,2", "--apart", "2,1"],
    ["--people", "10", "--groups", "5", "--rounds", "2", "--mix", "profile"],
    ["--people", "10", "--groups", "5", "--rounds", "2", "--mix", "colour"],
    ["--people", "10", "--groups", "5", "--rounds", "2", "--seed", "one"],
    ["--people", "10", "--groups", "5", "--rounds", "2", "--nosuch"],
    ["--people", "10", "--groups", "5", "--rounds", "2", "--apart", "1,2,3,4,5,6"],
]


def run(program, words):
    return subprocess.run([str(program), "rotate", *[str(w) for w in words]], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "en_GB.UTF-8", "LANG": "en_GB.UTF-8"})


class Case:
    def __init__(self, rng, folder, number):
        self.people = rng.choice([rng.randint(1, 12), rng.randint(5, 60), rng.randint(20, 130)])
        self.groups = rng.randint(1, max(1, min(self.people, 12)))
        self.stations = rng.random() < 0.3
        self.rounds = rng.randint(1, self.groups if self.stations else 8)
        self.together, self.apart, self.mix, names = [], [], [], None
        largest = self.people // self.groups
        free = list(range(self.people))
        rng.shuffle(free)
        if rng.random() < 0.3 and largest >= 2:
            self.together = [[free.pop() for _ in range(rng.randint(2, min(3, largest)))]
                             for _ in range(rng.randint(1, 2)) if len(free) > 8]
        if rng.random() < 0.4 and self.groups > 1:
            self.apart = [sorted(rng.sample(range(self.people), 2)) for _ in range(rng.randint(1, 3))]
            inside = [set(t) for t in self.together]
            self.apart = [a for a in self.apart if not any(set(a) <= t for t in inside)]
        self.profile = [rng.choice("abc") for _ in range(self.people)]
        self.words = ["--groups", self.groups, "--rounds", self.rounds]
        if rng.random() < 0.4 and len(set(self.profile)) > 1:
            self.mix = ["profile"]
            names = folder / f"{number}.csv"
            first = FIRST.split()
            names.write_text("id;nom;profil\n" + "".join(
                f"{i + 1};{first[i % len(first)]} {i};{p}\n" for i, p in enumerate(self.profile)), encoding="utf-8")
        self.words += ["--names", names, "--mix", "profile"] if names else ["--people", self.people]
        self.words += ["--stations"] * self.stations
        for option, sets in (("--together", self.together), ("--apart", self.apart)):
            for one in sets:
                self.words += [option, ",".join(str(p + 1) for p in one)]


def judge(case, answer, status):
    """What is wrong with a table, as a list of sentences."""
    wrong = []
    met = collections.Counter()
    broken = 0
    if len(answer["rounds"]) != case.rounds:
        return [f"{len(answer['rounds'])} rounds"]
    seen = collections.Counter()
    largest = 0.0
    everyone = collections.Counter(case.profile)
    for groups in answer["rounds"]:
        if sorted(p for g in groups for p in g) != list(range(case.people)):
            return ["somebody is not there once"]
        if len(groups) != case.groups:
            wrong.append(f"{len(groups)} groups")
        sizes = [len(g) for g in groups]
        broken += max(sizes) - min(sizes) > 1
        for k, group in enumerate(groups):
            met.update(itertools.combinations(sorted(group), 2))
            seen.update((p, k) for p in group)
            here = set(group)
            broken += sum(0 < len(here & set(t)) < len(t) for t in case.together)
            broken += sum(len(here & set(a)) > 1 for a in case.apart)
            count = collections.Counter(case.profile[p] for p in group)
            largest = max([largest] + [abs(count[v] - n * len(group) / case.people) for v, n in everyone.items()])
    if case.stations:
        broken += sum(n > 1 for n in seen.values())
    cost = sum(m * (m - 1) // 2 for m in met.values())
    meetings = sum(m - 1 for m in met.values())
    if answer["repeat_cost"] != cost or answer["repeat_meetings"] != meetings:
        wrong.append(f"says {answer['repeat_cost']}, {answer['repeat_meetings']}, counted {cost}, {meetings}")
    if answer["bound"] > cost and not broken:
        wrong.append(f"bound {answer['bound']} above {cost}")
    if answer["proved"] != (answer["bound"] == cost):
        wrong.append("proved is not what it says")
    if (status == 0) != (broken == 0):
        wrong.append(f"exit {status}, {broken} rules broken")
    if case.mix and abs(answer["mix"][0]["largest_deviation"] - largest) > 0.051:
        wrong.append(f"mix says {answer['mix'][0]['largest']}, counted {largest:.3f}")
    case.counted = (met, cost, meetings, largest, broken)
    return wrong


def judge_text(case, text):
    met, _, meetings, _, broken = case.counted
    plain = re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " "))
    again = sum(m > 1 for m in met.values())
    wrong = []
    if meetings == 0 and not re.search("nobody twice|Nobody meets anybody", plain):
        wrong.append("the text does not say that nobody meets twice")
    if meetings > 0 and not re.search(rf"\b{again} pairs? (meets? twice|meets? again)", plain):
        wrong.append(f"the text does not say that {again} pairs meet again")
    others = [len({q for pair in met for q in pair if p in pair and q != p}) for p in range(case.people)]
    said = re.search(r"Everyone meets (?:all )?(\d+)(?: to (\d+))? (?:of the \d+ )?others", plain)
    if said and (int(said[1]), int(said[2] or said[1])) != (min(others), max(others)):
        wrong.append(f"the text says {said[0]}, counted {min(others)} to {max(others)}")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    root = pathlib.Path(__file__).resolve().parents[2]
    parser.add_argument("program", nargs="?", default=root / "build/release/farandole")
    parser.add_argument("--cases", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=20_000)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    bad = refused = 0
    with tempfile.TemporaryDirectory() as name:
        for number in range(args.cases):
            case = Case(rng, pathlib.Path(name), number)
            words = case.words + ["--iterations", args.steps, "--threads", 1]
            first = run(args.program, words + ["--json"])
            if first.returncode == 2 and not first.stdout:
                refused += 1
                continue
            wrong = [] if first.returncode in (0, 1) else [f"exit {first.returncode}: {first.stderr[:300]}"]
            if not wrong:
                wrong = judge(case, json.loads(first.stdout), first.returncode)
            if not wrong:
                if number % 5 == 0 and run(args.program, words + ["--json"]).stdout != first.stdout:
                    wrong.append("not the same bytes twice")
                wrong += judge_text(case, run(args.program, words).stdout)
            if wrong:
                bad += 1
                print("rotate", *case.words, "\n   ", "; ".join(wrong))
        for words in WRONG:
            answer = run(args.program, words)
            if answer.returncode != 2 or answer.stdout or not answer.stderr:
                bad += 1
                print("rotate", *words, f"\n    exit {answer.returncode}, wanted 2: {answer.stderr[:200]}")
    print(f"{args.cases} tables, {refused} refused as impossible, {len(WRONG)} wrong requests: {bad} disagree")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()

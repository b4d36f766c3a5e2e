"""The progressive party (CSPLib 013): who visits which boat in each period, through `farandole plan`.

usage: progressive_party.py [PROGRAM] [--time SECONDS] [--periods N]     default: build/release/farandole, 5 s

42 boats, 13 of them hosts; the other 29 crews stay whole, see another boat in every period, never meet a crew twice
and fit on board. Six classic sets of hosts for 6 periods, the first four also for 9 (Smith et al. 1996; Galinier & Hao
1999). Each plan is recounted from its JSON: whatever is broken is printed.
"""
import argparse, itertools, json, pathlib, subprocess, tempfile, time

BOATS = [tuple(map(int, b.split("/"))) for b in
         ("6/2 8/2 12/2 12/2 12/4 12/4 12/4 10/1 10/2 10/2 10/2 10/3 8/4 8/2 8/3 12/6 8/2 8/2 8/4 8/2 8/4 8/5 7/4 7/4 "
          "7/2 7/2 7/4 7/5 6/2 6/4 6/2 6/2 6/2 6/2 6/2 6/2 6/4 6/5 9/7 0/2 0/3 0/4").split()]
HOSTS = [[*range(1, 13), 16], [*range(1, 14)], [1, *range(3, 14), 19], [*range(3, 14), 25, 26],
         [*range(1, 12), 19, 21], [*range(1, 10), 16, 17, 18, 19]]


def gathering(hosts, periods):
    crews = {b: BOATS[b - 1][1] for b in range(1, 43) if b not in hosts}
    people = [(f"c{b}-{i}", b) for b, size in crews.items() for i in range(size)]
    text = ('[gathering]\nname = "Progressive party"\nlanguage = "en"\n[[day]]\ndate = 2026-06-01\nopens = "08:00"\n'
            'closes = "20:00"\n[[site]]\nid = "port"\n[[room]]\nid = "quay"\nsite = "port"\ncapacity = 400\n')
    text += "".join(f'[[person]]\nid = "{p}"\nname = "{p}"\n' for p, _ in people)
    sets = [[p for p, b in people if b == crew] for crew, size in crews.items() if size > 1]
    text += ('[[rotation]]\nid = "party"\ntitle = "Party"\nformat = "other"\npattern = "remix"\nminutes = 30\n'
             f'rounds = {periods}\nrevisit = false\nparticipants = "all"\ntogether = {json.dumps(sets)}\n')
    for h in hosts:
        capacity, crew = BOATS[h - 1]
        text += f'[[rotation.station]]\nid = "b{h}"\nroom = "quay"\ncapacity = [0, {capacity - crew}]\n'
    return text, crews


def broken(plan, hosts, crews, periods):
    if not plan["rotations"]:
        return "left out"
    rounds = plan["rotations"][0]["rounds"]
    met, seen, wrong = {}, set(), 0
    for r in rounds:
        everybody = []
        for station in r["stations"]:
            boat = int(station["id"][1:])
            here = [int(p[1:].split("-")[0]) for p in station["participants"]]
            everybody += here
            wrong += len(here) > BOATS[boat - 1][0] - BOATS[boat - 1][1]
            on_board = sorted(set(here))
            wrong += sum(here.count(c) != crews[c] for c in on_board)
            for c in on_board:
                wrong += (c, boat) in seen
                seen.add((c, boat))
            for pair in itertools.combinations(on_board, 2):
                met[pair] = met.get(pair, 0) + 1
        wrong += len(everybody) != sum(crews.values())
    again = sum(m - 1 for m in met.values())
    return f"{wrong} broken, {again} crews meet again" if wrong or again or len(rounds) != periods else "all kept"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    root = pathlib.Path(__file__).resolve().parents[2]
    parser.add_argument("program", nargs="?", default=root / "build/release/farandole")
    parser.add_argument("--time", type=float, default=5)
    parser.add_argument("--periods", type=int)
    args = parser.parse_args()
    for number, hosts in enumerate(HOSTS, 1):
        for periods in [args.periods] if args.periods else [6, 9] if number <= 4 else [6]:
            text, crews = gathering(hosts, periods)
            with tempfile.TemporaryDirectory() as name:
                file = pathlib.Path(name) / "gathering.toml"
                file.write_text(text)
                begin = time.time()
                answer = subprocess.run([str(args.program), "plan", str(file), "--json", "--time", str(args.time)],
                                        capture_output=True, text=True)
                took = time.time() - begin
            result = broken(json.loads(answer.stdout), hosts, crews, periods) if answer.stdout else answer.stderr[:300]
            print(f"hosts {number}, {periods} periods: {result}, {took:.1f} s")


if __name__ == "__main__":
    main()

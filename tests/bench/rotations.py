"""Rotations: best published, a measured peer and ours, through `farandole rotate --json`.

usage: rotations.py [PROGRAM] [--time SECONDS]     default: build/release/farandole, 10 s

Counts every table itself. Best published: the schedules of Miller et al. (Symmetry 13(1):13, 2021;
18(2):269, 2026) and OEIS A107431. Peers, measured: good-enough-golfers (repeat meetings) and
WorldCafe (with stations).
"""
import argparse, collections, itertools, json, pathlib, random, subprocess, tempfile, time

# groups: most rounds without a repeat for groups of 2, 3 … people
PUBLISHED = {
    2: [3], 3: [5, 4], 4: [7, 4, 5], 5: [9, 7, 5, 6], 6: [11, 8, 7, 6, 3],
    7: [13, 10, 9, 7, 7, 8], 8: [15, 11, 10, 8, 8, 8, 9], 9: [17, 13, 11, 9, 9, 9, 9, 10],
    10: [19, 14, 13, 9, 7, 7, 5, 5, 4],
}
FURTHER = {(10, 5): 10, (10, 6): 8, (10, 7): 8, (10, 8): 8}  # what is asked beyond the published
# people, groups, rounds, stations: best known repeat cost, the peer's
OTHERS = [
    (23, 5, 5, False, 0, 10), (33, 7, 7, False, 0, None), (47, 8, 8, False, 0, None),
    (26, 6, 6, False, 0, None), (31, 6, 4, False, 0, None), (41, 6, 5, False, 50, 61),
    (24, 4, 6, False, 120, None), (16, 4, 8, False, 72, None), (30, 5, 6, False, 75, None),
    (67, 8, 6, False, 45, None), (95, 10, 6, False, 46, 125), (20, 5, 5, True, 0, 29),
    (12, 4, 4, True, 0, 12), (28, 7, 7, True, 0, None), (48, 8, 8, True, 0, None),
    (24, 6, 5, True, 0, None), (23, 5, 5, True, 30, 54), (25, 5, 5, True, 50, None),
    (52, 13, 17, False, 0, None), (256, 16, 17, False, 0, None), (96, 12, 7, False, 0, None),
    (105, 15, 10, False, 0, None), (84, 14, 10, False, 0, None), (5000, 500, 6, False, 0, None),
]

# people, groups, rounds, pairs apart: two attributes to mix, of four and of six values drawn at random
MIXED = [(400, 50, 4, 40), (397, 50, 4, 40), (300, 40, 5, 30), (200, 25, 4, 20), (120, 15, 5, 10),
         (95, 10, 6, 8), (60, 8, 4, 6), (48, 6, 8, 5)]


def run_mixed(program, seconds, people, groups, rounds, pairs, seed):
    """Repeat cost, pairs apart that sit together, largest deviation of each attribute, seconds."""
    rng = random.Random(seed)
    columns = [rng.choices(values, [1 + rng.random() for _ in values], k=people) for values in ("abcd", "ABCDEF")]
    apart = [tuple(sorted(rng.sample(range(people), 2))) for _ in range(pairs)]
    with tempfile.TemporaryDirectory() as name:
        names = pathlib.Path(name) / "people.csv"
        names.write_text("id;nom;profil;organisation\n" + "".join(
            f"{p + 1};P{p};{columns[0][p]};{columns[1][p]}\n" for p in range(people)), encoding="utf-8")
        command = [program, "rotate", "--names", names, "--groups", groups, "--rounds", rounds, "--mix",
                   "profile,organisation", "--time", seconds, "--json"]
        for a, b in apart:
            command += ["--apart", f"{a + 1},{b + 1}"]
        begin = time.time()
        answer = subprocess.run([str(word) for word in command], capture_output=True, text=True)
        took = time.time() - begin
    met = collections.Counter()
    largest = [0.0, 0.0]
    for group in (g for groups_of in json.loads(answer.stdout)["rounds"] for g in groups_of):
        met.update(itertools.combinations(sorted(group), 2))
        for k, column in enumerate(columns):
            here = collections.Counter(column[p] for p in group)
            for value, total in collections.Counter(column).items():
                largest[k] = max(largest[k], abs(here[value] - total * len(group) / people))
    return sum(m * (m - 1) // 2 for m in met.values()), sum(met[pair] for pair in apart), largest, took


def run(program, seconds, people, groups, rounds, stations):
    command = [program, "rotate", "--people", people, "--groups", groups, "--rounds", rounds,
               "--time", seconds, "--json"] + (["--stations"] if stations else [])
    begin = time.time()
    answer = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    took = time.time() - begin
    table = json.loads(answer.stdout)
    met = collections.Counter()
    for groups_of in table["rounds"]:
        assert sorted(p for g in groups_of for p in g) == list(range(people)), "not everybody once"
        sizes = [len(g) for g in groups_of]
        assert max(sizes) - min(sizes) <= 1, f"uneven groups {sizes}"
        for group in groups_of:
            met.update(itertools.combinations(sorted(group), 2))
    if stations:
        for p in range(people):
            seen = [k for r in table["rounds"] for k, group in enumerate(r) if p in group]
            assert len(set(seen)) == len(seen), f"person {p} is at a station twice"
    cost = sum(m * (m - 1) // 2 for m in met.values())
    assert cost == table["repeat_cost"], f"counted {cost}, said {table['repeat_cost']}"
    return cost, table["bound"], took


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    root = pathlib.Path(__file__).resolve().parents[2]
    parser.add_argument("program", nargs="?", default=root / "build/release/farandole")
    parser.add_argument("--time", type=float, default=10)
    args = parser.parse_args()

    print("groups-size: rounds without a repeat, published and ours")
    published_sum = ours_sum = 0
    for groups, row in PUBLISHED.items():
        for size, published in enumerate(row, 2):
            asked = FURTHER.get((groups, size), published)
            ours, took = 0, 0.0
            for rounds in range(asked, 0, -1):
                cost, _, took = run(args.program, args.time, groups * size, groups, rounds, False)
                if cost == 0:
                    ours = rounds
                    break
            published_sum, ours_sum = published_sum + published, ours_sum + ours
            print(f"  {groups}-{size:<3} {published:>3} {ours:>3}  x{ours / published:.2f}  {took:6.2f} s")
    print(f"  sum  {published_sum} {ours_sum}  x{ours_sum / published_sum:.3f}")

    print("people/groups/rounds: repeat cost, best known, peer, ours, bound")
    for people, groups, rounds, stations, best, peer in OTHERS:
        cost, bound, took = run(args.program, args.time, people, groups, rounds, stations)
        ratio = f"x{cost / peer:.2f}" if peer else ""
        print(f"  {people}/{groups}/{rounds}{' stations' if stations else ''}: {best}, "
              f"{'-' if peer is None else peer}, {cost} {ratio}, {bound}"
              f"{' proved' if cost == bound else ''}, {took:.2f} s")

    print("people/groups/rounds, two attributes to mix: repeat cost, pairs apart together, largest deviations")
    for people, groups, rounds, pairs in MIXED:
        for seed in (1, 2):
            cost, together, largest, took = run_mixed(args.program, min(args.time, 5), people, groups, rounds, pairs, seed)
            print(f"  {people}/{groups}/{rounds} seed {seed}: {cost}, {together}, "
                  f"{largest[0]:.2f} {largest[1]:.2f}, {took:.2f} s")


if __name__ == "__main__":
    main()

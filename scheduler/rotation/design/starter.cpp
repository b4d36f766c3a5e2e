#include "scheduler/rotation/design/starter.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "scheduler/rotation/design/difference.h"
#include "scheduler/search/metropolis.h"

namespace scheduler {
namespace {

constexpr double kFirstTemperature = 0.7;
constexpr double kLastTemperature = 0.15;
constexpr std::int32_t kForbidden = 1;  ///< as if met once: meeting even once repeats
constexpr std::int32_t kApart = 3;      ///< hosts: worse still
constexpr std::size_t kStillShare = 4;  ///< one of so many changes is to a still round

/// People and the orbits of pairs. Person of orbit i < orbits and element e of turns × fold has
/// number i·|turns|·fold + e; then come the people whom turns leave in place, fold by fold.
class Symmetry {
 public:
  explicit Symmetry(const StarterShape& shape)
      : shape_(shape),
        carrier_(carrier(shape)),
        turns_(shape.turns.size()),
        people_(static_cast<std::size_t>(shape.people)),
        id_(people_ * people_) {
    for (std::int32_t p = 0; p < shape.people; ++p)
      for (std::int32_t q = 0; q < p; ++q) number(p, q);
  }

  [[nodiscard]] std::int32_t turned() const { return shape_.orbits * carrier_.size(); }
  /// Orbit of the pair of two different people.
  [[nodiscard]] std::int32_t id(std::int32_t p, std::int32_t q) const { return id_[cell(p, q)]; }
  /// [id]: how often the orbit counts as met before anybody is seated.
  [[nodiscard]] const std::vector<std::int32_t>& met_before() const { return met_before_; }
  /// Where `turn` and then `fold` carry a person.
  [[nodiscard]] std::int32_t image(std::int32_t p, std::int32_t turn, std::int32_t fold) const {
    if (p >= turned()) {
      const auto in_fold = (p - turned()) % shape_.fold.size();
      return p - in_fold + shape_.fold.add(in_fold, fold);
    }
    const auto element = p % carrier_.size();
    return p - element + carrier_.add(element, turn + turns_ * fold);
  }
  /// The table of a person when the person of the same orbit at table 0 is `first` of that orbit.
  [[nodiscard]] std::int32_t table(std::int32_t p, std::int32_t first) const {
    return carrier_.subtract(p % carrier_.size(), first);
  }
  /// Number of the orbit of `fold` that holds a person.
  [[nodiscard]] std::int32_t column(std::int32_t p) const {
    if (p < turned()) return p / carrier_.size() * turns_ + p % turns_;
    return shape_.orbits * turns_ + (p - turned()) / shape_.fold.size();
  }
  /// The element of `fold` of a person.
  [[nodiscard]] std::int32_t level(std::int32_t p) const {
    return p < turned() ? p % carrier_.size() / turns_ : (p - turned()) % shape_.fold.size();
  }
  /// Hosts are a column, or else as many whole orbits as fit and some of the people in place.
  [[nodiscard]] bool host(std::int32_t p) const {
    if (!shape_.hosts) return false;
    if (shape_.columns()) return column(p) == 0;
    if (p < turned()) return p / carrier_.size() < shape_.groups / carrier_.size();
    return p - turned() < shape_.groups % carrier_.size();
  }

 private:
  [[nodiscard]] std::size_t cell(std::int32_t p, std::int32_t q) const {
    return static_cast<std::size_t>(p) * people_ + static_cast<std::size_t>(q);
  }
  static AbelianGroup carrier(const StarterShape& shape) {
    auto orders = shape.turns.orders();
    orders.insert(orders.end(), shape.fold.orders().begin(), shape.fold.orders().end());
    return AbelianGroup(std::move(orders));
  }

  /// Pairs are carried into each other when their orbits and the difference of their elements
  /// agree; a person in place keeps only the part of `fold`.
  void number(std::int32_t p, std::int32_t q) {
    if (id(p, q) != 0) return;
    const auto next = static_cast<std::int32_t>(met_before_.size()) + (met_before_.empty() ? 1 : 0);
    met_before_.resize(static_cast<std::size_t>(next) + 1);
    std::int32_t images = 0;
    for (std::int32_t t = 0; t < turns_; ++t)
      for (std::int32_t f = 0; f < shape_.fold.size(); ++f) {
        const auto a = image(p, t, f);
        const auto b = image(q, t, f);
        images += id(a, b) == 0 ? 1 : 0;
        id_[cell(a, b)] = next;
        id_[cell(b, a)] = next;
      }
    const bool met_on_a_level = shape_.level && level(p) == level(q);
    if (images < turns_ * shape_.fold.size() || met_on_a_level) met_before_.back() = kForbidden;
    if (host(p) && host(q)) met_before_.back() = kApart;
  }

  const StarterShape& shape_;
  AbelianGroup carrier_;
  std::int32_t turns_;
  std::size_t people_;
  std::vector<std::int32_t> id_;  ///< [person × people + person]: orbit of the pair
  std::vector<std::int32_t> met_before_;
};

class StarterSearch {
 public:
  StarterSearch(const StarterShape& shape, Random& random)
      : shape_(shape), symmetry_(shape), met_(symmetry_.met_before()), random_(random) {
    const auto groups = static_cast<std::size_t>(shape.groups / shape.fold.size());
    const auto items = static_cast<std::size_t>(shape.people / shape.fold.size());
    for (std::size_t k = 0; k <= groups; ++k) first_.push_back(k * items / groups);
    for (std::size_t k = 0; k < groups; ++k)
      group_of_.insert(group_of_.end(), first_[k + 1] - first_[k], k);
    for (std::int32_t b = 0; b < shape.bases; ++b) seats_.push_back(representatives());
    for (const auto& seats : seats_)
      for (std::size_t i = 0; i < items; ++i)
        for (auto j = first_[group_of_[i]]; j < i; ++j) cost_ += meet(seats[i], seats[j]);
    for (std::int32_t k = 0; k < shape.still; ++k) still_.push_back(any_table());
    for (const auto& table : still_)
      for (std::size_t i = 0; i < table.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) cost_ += meet(table[i], table[j]);
  }

  Starter run(std::int64_t steps, Budget& budget) {
    Metropolis test({.first = kFirstTemperature, .last = kLastTemperature}, steps);
    auto best = cost_;
    auto best_seats = seats_;
    auto best_still = still_;
    for (std::int64_t i = 0; i < steps && best > 0 && !budget.spend_crumb(); ++i) {
      attempt(test);
      if (cost_ >= best) continue;
      best = cost_;
      best_seats = seats_;
      best_still = still_;
    }
    seats_ = std::move(best_seats);
    still_ = std::move(best_still);
    return {carried(), best};
  }

 private:
  using Seats = std::vector<std::int32_t>;  ///< [place]: person; groups are runs of places

  /// One person of each orbit of fold, in any order.
  Seats representatives() {
    Seats list;
    const auto turns = shape_.turns.size();
    for (std::int32_t p = 0; p < symmetry_.turned(); ++p)
      if (p % (turns * shape_.fold.size()) < turns) list.push_back(p);
    for (auto p = symmetry_.turned(); p < shape_.people; p += shape_.fold.size()) list.push_back(p);
    random_.shuffle(list);
    return list;
  }

  /// One person of each orbit.
  Seats any_table() {
    Seats table;
    const auto size = static_cast<std::size_t>(shape_.turns.size());
    for (std::size_t i = 0; i < static_cast<std::size_t>(shape_.orbits); ++i)
      table.push_back(static_cast<std::int32_t>(i * size + random_.below(size)));
    return table;
  }

  std::int64_t meet(std::int32_t p, std::int32_t q) {
    return met_[static_cast<std::size_t>(symmetry_.id(p, q))]++;
  }
  std::int64_t part(std::int32_t p, std::int32_t q) {
    return -(--met_[static_cast<std::size_t>(symmetry_.id(p, q))]);
  }
  /// `person` leaves or joins those at `place`, whoever sits there now.
  std::int64_t leave(const Seats& seats, std::size_t place, std::int32_t person) {
    std::int64_t change = 0;
    const auto group = group_of_[place];
    for (auto i = first_[group]; i < first_[group + 1]; ++i)
      if (i != place) change += part(person, seats[i]);
    return change;
  }
  std::int64_t join(const Seats& seats, std::size_t place, std::int32_t person) {
    std::int64_t change = 0;
    const auto group = group_of_[place];
    for (auto i = first_[group]; i < first_[group + 1]; ++i)
      if (i != place) change += meet(person, seats[i]);
    return change;
  }

  /// Another person of an orbit comes to the table of a still round.
  void attempt_still(Metropolis& test) {
    auto& table = still_[random_.below(still_.size())];
    const auto i = random_.below(table.size());
    const auto size = static_cast<std::size_t>(shape_.turns.size());
    const auto before = table[i];
    const auto other = static_cast<std::int32_t>(i * size + random_.below(size));
    const auto put = [&](std::int32_t person) {
      std::int64_t change = 0;
      for (std::size_t j = 0; j < table.size(); ++j)
        if (j != i) change += part(table[i], table[j]);
      table[i] = person;
      for (std::size_t j = 0; j < table.size(); ++j)
        if (j != i) change += meet(table[i], table[j]);
      return change;
    };
    const auto worse = put(other);
    if (test.accepts(worse, random_))
      cost_ += worse;
    else
      put(before);
  }

  void attempt(Metropolis& test) {
    if (!still_.empty() && random_.below(kStillShare) == 0) return attempt_still(test);
    auto& seats = seats_[random_.below(seats_.size())];
    const auto i = random_.below(seats.size());
    if (shape_.fold.size() > 1 && random_.below(3) == 0) {
      const auto fold = 1 + random_.below(static_cast<std::size_t>(shape_.fold.size() - 1));
      const auto other = symmetry_.image(seats[i], 0, static_cast<std::int32_t>(fold));
      const auto before = seats[i];
      const auto worse = leave(seats, i, before) + join(seats, i, other);
      seats[i] = other;
      if (test.accepts(worse, random_)) {
        cost_ += worse;
        return;
      }
      leave(seats, i, other);
      join(seats, i, before);
      seats[i] = before;
      return;
    }
    const auto j = random_.below(seats.size());
    if (group_of_[i] == group_of_[j]) return;
    const auto worse = exchange(seats, i, j);
    if (test.accepts(worse, random_))
      cost_ += worse;
    else
      exchange(seats, i, j);
  }

  /// Orbits of pairs may coincide: the counts follow one by one.
  std::int64_t exchange(Seats& seats, std::size_t i, std::size_t j) {
    const auto p = seats[i];
    const auto q = seats[j];
    const auto change =
        leave(seats, i, p) + leave(seats, j, q) + join(seats, i, q) + join(seats, j, p);
    seats[i] = q;
    seats[j] = p;
    return change;
  }

  /// All rounds: the base rounds carried along by the turns, hosts first.
  [[nodiscard]] Rounds carried() const {
    const auto turns = shape_.turns.size();
    const auto turned = shape_.bases * turns;
    Rounds rounds(shape_.people, shape_.groups, turned + (shape_.level ? 1 : 0) + shape_.still);
    for (std::int32_t k = 0; k < shape_.still; ++k)
      for (std::int32_t p = 0; p < shape_.people; ++p)
        rounds.at(turned + k, p) = symmetry_.table(
            p, still_[static_cast<std::size_t>(k)][static_cast<std::size_t>(p / turns)] % turns);
    for (std::int32_t p = 0; shape_.level && p < shape_.people; ++p)
      rounds.at(turned, p) = symmetry_.level(p);
    for (std::int32_t b = 0; b < shape_.bases; ++b)
      for (std::int32_t t = 0; t < turns; ++t)
        for (std::int32_t f = 0; f < shape_.fold.size(); ++f)
          for (std::size_t i = 0; i < group_of_.size(); ++i)
            rounds.at(b * turns + t,
                      symmetry_.image(seats_[static_cast<std::size_t>(b)][i], t, f)) =
                static_cast<std::int32_t>(group_of_[i]) + f * (shape_.groups / shape_.fold.size());
    std::vector<std::int32_t> order(static_cast<std::size_t>(shape_.people));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::int32_t p, std::int32_t q) {
      return std::pair(!symmetry_.host(p), symmetry_.column(p)) <
             std::pair(!symmetry_.host(q), symmetry_.column(q));
    });
    return only_people(rounds, order);
  }

  const StarterShape& shape_;
  Symmetry symmetry_;
  std::vector<std::int32_t> met_;
  Random& random_;
  std::vector<std::size_t> first_;     ///< [group]: its first place in a base round
  std::vector<std::size_t> group_of_;  ///< [place]
  std::vector<Seats> seats_;           ///< [base round]
  std::vector<Seats> still_;           ///< [still round]: the people of one table, by orbit
  std::int64_t cost_ = 0;
};

/// Can people be orbits of turns × fold and at most one person per group in place?
bool orbits_fit(StarterShape& shape) {
  const auto full = shape.turns.size() * shape.fold.size();
  shape.orbits = shape.people / full;
  const auto in_place = shape.people - shape.orbits * full;
  if (shape.orbits < 1 || in_place > shape.groups || in_place % shape.fold.size() != 0)
    return false;
  if (!shape.hosts || shape.columns()) return true;
  return shape.fold.size() == 1 && shape.groups / full <= shape.orbits &&
         shape.groups % full <= in_place;
}

/// Every pair of groups that fits the rest of `shape`, for `rounds` rounds by turning.
void add_shapes(StarterShape shape, std::int32_t rounds, std::vector<StarterShape>& shapes) {
  if (rounds % shape.bases != 0) return;
  const auto smallest = shape.level ? shape.groups : 1;
  for (auto fold = shape.groups; fold >= smallest; --fold) {
    if (shape.groups % fold != 0 || shape.people % fold != 0) continue;
    for (const auto& turns : abelian_groups(rounds / shape.bases))
      for (const auto& folds : abelian_groups(fold)) {
        shape.turns = turns;
        shape.fold = folds;
        if (orbits_fit(shape)) shapes.push_back(shape);
      }
  }
}

/// Base rounds under a group of as many elements as there are tables, and still rounds.
void add_still_shapes(const StarterShape& like,
                      std::int32_t rounds,
                      std::vector<StarterShape>& shapes) {
  if (like.people % like.groups != 0) return;
  for (auto shape = like; shape.bases * shape.groups < rounds; ++shape.bases)
    for (const auto& turns : abelian_groups(shape.groups)) {
      shape.turns = turns;
      shape.still = rounds - shape.bases * shape.groups;
      if (orbits_fit(shape)) shapes.push_back(shape);
    }
}

}  // namespace

std::vector<StarterShape> starter_shapes(std::int32_t people,
                                         std::int32_t groups,
                                         std::int32_t rounds,
                                         bool hosts) {
  std::vector<StarterShape> shapes;
  for (const bool level : {false, true})
    for (std::int32_t bases = 1; bases < rounds - (level ? 1 : 0); ++bases)
      add_shapes(
          {.people = people, .groups = groups, .bases = bases, .level = level, .hosts = hosts},
          rounds - (level ? 1 : 0),
          shapes);
  add_still_shapes({.people = people, .groups = groups, .hosts = hosts}, rounds, shapes);
  return shapes;
}

bool counting_allows(const StarterShape& shape) {
  const Symmetry symmetry(shape);
  std::int64_t free = 0;
  for (const auto met : symmetry.met_before()) free += met == 0 ? 1 : 0;
  const std::int64_t groups = shape.groups / shape.fold.size();
  const std::int64_t items = shape.people / shape.fold.size();
  const auto size = items / groups;
  const auto larger = items % groups;
  const auto meetings = larger * (size + 1) * size / 2 + (groups - larger) * size * (size - 1) / 2;
  const auto still = shape.still * size * (size - 1) / 2;
  return shape.bases * meetings + still <= free - 1;  // id 0 is no orbit
}

Starter search_starter(const StarterShape& shape,
                       std::int64_t steps,
                       Random& random,
                       Budget& budget) {
  return StarterSearch(shape, random).run(steps, budget);
}

}  // namespace scheduler

#include "scheduler/exact/place_pairs.h"

#include <algorithm>
#include <map>
#include <utility>

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Minute;
using engine::Problem;
using engine::RoomId;
using Word = Network::Word;

constexpr std::size_t kBits = 64;

std::size_t words_for(std::size_t bits) {
  return (bits + kBits - 1) / kBits;
}

void set_range(std::vector<Word>& bits, std::size_t from, std::size_t to) {
  for (std::size_t bit = from; bit < to;) {
    const auto first = bit % kBits;
    const auto count = std::min(kBits - first, to - bit);
    bits[bit / kBits] |= (~Word{0} >> (kBits - count)) << first;
    bit += count;
  }
}

bool same(const Relation& a, const Relation& b) {
  return a.allowed == b.allowed && a.in_days == b.in_days;
}

/// Relations of two blocks, by their rooms: those of rooms that are apart are alike where the sites
/// are.
class Relations {
 public:
  Relations(const Problem& problem, const PairRules& rules, const Places& a, const Places& b) {
    std::map<std::pair<int, int>, std::size_t> of_sites;
    for (const RoomId x : a.rooms) {
      auto& row = index_.emplace_back();
      for (const RoomId y : b.rooms) {
        const auto find = [&] {
          return put(rules.between(a.list[0].block, b.list[0].block, {x, y}));
        };
        if (!x.exists() || !y.exists() || x == y) {
          row.push_back(find());
          continue;
        }
        const auto sites = std::pair(problem.rooms[x].place.value, problem.rooms[y].place.value);
        const auto [known, is_new] = of_sites.emplace(sites, 0);
        if (is_new) known->second = find();
        row.push_back(known->second);
      }
    }
  }

  [[nodiscard]] const std::vector<Relation>& list() const { return list_; }
  /// The row of `list` that holds for rows of rooms.
  [[nodiscard]] std::size_t of(std::size_t row_a, std::size_t row_b) const {
    return index_[row_a][row_b];
  }
  [[nodiscard]] bool keep_apart() const {
    return std::any_of(
        list_.begin(), list_.end(), [](const auto& one) { return one.rules != 0 || one.in_days; });
  }

 private:
  std::size_t put(Relation relation) {
    const auto known = std::find_if(
        list_.begin(), list_.end(), [&](const auto& one) { return same(one, relation); });
    if (known != list_.end()) return static_cast<std::size_t>(known - list_.begin());
    list_.push_back(std::move(relation));
    return list_.size() - 1;
  }

  std::vector<Relation> list_;
  std::vector<std::vector<std::size_t>> index_;  ///< per row of rooms of a, of b
};

/// The places of one block that go with a place of the other, place after place of the other.
class Rows {
 public:
  Rows(const PairRules& rules, const Relations& relations, bool of_a)
      : rules_(rules), relations_(relations), of_a_(of_a) {}

  std::vector<Word> of(const Places& mine, const Places& theirs) const {
    const auto words = words_for(theirs.list.size());
    const auto masks = masks_of(mine, theirs);
    std::vector<Word> bits(mine.list.size() * words);
    std::vector<Word> fit(words);
    for (std::size_t s = 0; s < mine.starts.size(); ++s)
      for (std::size_t r = 0; r < relations_.list().size(); ++r) {
        std::fill(fit.begin(), fit.end(), 0);
        add_fitting(relations_.list()[r], mine.starts[s], theirs, fit);
        for (auto i = mine.begin[s]; i < mine.begin[s + 1]; ++i) {
          const auto& mask = masks[mine.row[i]][r];
          for (std::size_t w = 0; w < words; ++w) bits[i * words + w] |= fit[w] & mask[w];
        }
      }
    return bits;
  }

 private:
  /// Per row of rooms and relation: the places of the other in rooms for which it holds.
  [[nodiscard]] std::vector<std::vector<std::vector<Word>>> masks_of(const Places& mine,
                                                                     const Places& theirs) const {
    const auto words = words_for(theirs.list.size());
    std::vector<std::vector<std::vector<Word>>> masks(
        mine.rooms.size(),
        std::vector<std::vector<Word>>(relations_.list().size(), std::vector<Word>(words)));
    for (std::size_t x = 0; x < mine.rooms.size(); ++x)
      for (std::size_t y = 0; y < theirs.rooms.size(); ++y) {
        auto& mask = masks[x][of_a_ ? relations_.of(x, y) : relations_.of(y, x)];
        for (std::size_t w = 0; w < words; ++w) mask[w] |= theirs.in_room[y][w];
      }
    return masks;
  }

  /// The places at the starts that the relation allows beside `start`, whatever their rooms.
  void add_fitting(const Relation& relation,
                   Minute start,
                   const Places& theirs,
                   std::vector<Word>& fit) const {
    for (const auto& one : relation.allowed) {
      const Minute from = of_a_ ? start + one.from : start - one.to;
      const Minute to = of_a_ ? start + one.to : start - one.from;
      const auto& starts = theirs.starts;
      const auto low = std::lower_bound(starts.begin(), starts.end(), from) - starts.begin();
      const auto high = std::upper_bound(starts.begin(), starts.end(), to) - starts.begin();
      const auto first = static_cast<std::size_t>(low);
      const auto last = static_cast<std::size_t>(high);
      if (first >= last) continue;
      if (!relation.in_days) {
        set_range(fit, theirs.begin[first], theirs.begin[last]);
        continue;
      }
      for (auto s = first; s < last; ++s)
        if (rules_.days_fit(relation, of_a_ ? start : starts[s], of_a_ ? starts[s] : start))
          set_range(fit, theirs.begin[s], theirs.begin[s + 1]);
    }
  }

  const PairRules& rules_;
  const Relations& relations_;
  bool of_a_;
};

bool all_set(const std::vector<Word>& bits, std::size_t rows, std::size_t columns) {
  std::vector<Word> full(words_for(columns));
  set_range(full, 0, columns);
  for (std::size_t i = 0; i < rows; ++i)
    if (!std::equal(
            full.begin(), full.end(), bits.begin() + static_cast<std::ptrdiff_t>(i * full.size())))
      return false;
  return true;
}

}  // namespace

Places::Places(const Domain& domain, BlockId block) : starts(domain.starts) {
  for (std::size_t i = 0; i < starts.size(); ++i) {
    begin.push_back(list.size());
    if (domain.rooms.empty()) list.push_back({block, starts[i], {}});
    for (const auto& room : domain.rooms)
      if (room.at(i)) list.push_back({block, starts[i], room.room});
  }
  begin.push_back(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto found = std::find(rooms.begin(), rooms.end(), list[i].room);
    row.push_back(static_cast<std::size_t>(found - rooms.begin()));
    if (found == rooms.end()) {
      rooms.push_back(list[i].room);
      in_room.emplace_back(words_for(list.size()));
    }
    set_range(in_room[row.back()], i, i + 1);
  }
}

std::optional<PairBits> places_together(const Problem& problem,
                                        const PairRules& rules,
                                        const Places& a,
                                        const Places& b) {
  if (a.list.empty() || b.list.empty()) return {};
  const Relations relations(problem, rules, a, b);
  if (!relations.keep_apart()) return {};
  PairBits bits;
  bits.of_a = Rows(rules, relations, true).of(a, b);
  if (all_set(bits.of_a, a.list.size(), b.list.size())) return {};
  bits.of_b = Rows(rules, relations, false).of(b, a);
  return bits;
}

}  // namespace scheduler

#include "scheduler/rotation/design/orthomorphisms.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <utility>

#include "scheduler/rotation/design/field.h"

namespace scheduler {
namespace {

using Map = std::vector<std::uint8_t>;  ///< [element]: where it goes

// All three together: a tenth of a second for 12 and for 15 tables.
constexpr std::size_t kMostMaps = 20'000;          ///< looked at under one multiplier
constexpr std::int64_t kMostTried = 2'000'000;     ///< images, to find the maps of one multiplier
constexpr std::int64_t kMostCompared = 5'000'000;  ///< pairs of maps of one multiplier
constexpr std::int32_t kMostTables = 15;  ///< 20 to 36: no more than a product of fields gives

std::size_t at(std::int32_t i) {
  return static_cast<std::size_t>(i);
}

/// A set of elements.
constexpr std::uint64_t bit(std::int32_t element) {
  return std::uint64_t{1} << element;
}

/// The product of fields: element a stands for its parts in the mixed base of their sizes.
class Product {
 public:
  explicit Product(std::int32_t size) : size_(size), group_({}) {
    std::vector<std::int32_t> orders;
    for (const auto& factor : prime_powers(size)) {
      fields_.emplace_back(factor.value());
      const auto& own = fields_.back().additive().orders();
      orders.insert(orders.end(), own.begin(), own.end());
    }
    group_ = AbelianGroup(orders);
    for (std::int32_t a = 0; a < size; ++a)
      for (std::int32_t b = 0; b < size; ++b) minus_.push_back(group_.subtract(a, b));
  }

  [[nodiscard]] std::int32_t size() const { return size_; }
  [[nodiscard]] const AbelianGroup& group() const { return group_; }
  [[nodiscard]] std::int32_t minus(std::int32_t a, std::int32_t b) const {
    return minus_[at(a) * at(size_) + at(b)];
  }
  [[nodiscard]] std::int32_t times(std::int32_t a, std::int32_t b) const {
    std::int32_t product = 0;
    std::int32_t place = 1;
    for (const auto& field : fields_) {
      product += place * field.times(a % field.size(), b % field.size());
      place *= field.size();
      a /= field.size();
      b /= field.size();
    }
    return product;
  }
  /// Is no part of it 0?
  [[nodiscard]] bool unit(std::int32_t a) const {
    for (const auto& field : fields_) {
      if (a % field.size() == 0) return false;
      a /= field.size();
    }
    return true;
  }

 private:
  std::int32_t size_;
  AbelianGroup group_;
  std::vector<Field> fields_;
  std::vector<std::int32_t> minus_;
};

using Orbits = std::vector<std::vector<std::int32_t>>;

/// What multiplying by `unit` carries each element but 0 through, largest orbits first.
Orbits orbits_of(const Product& product, std::int32_t unit) {
  Orbits orbits;
  std::vector<bool> seen(at(product.size()));
  for (std::int32_t a = 1; a < product.size(); ++a) {
    if (seen[at(a)]) continue;
    auto& orbit = orbits.emplace_back();
    for (auto x = a; !seen[at(x)]; x = product.times(unit, x)) {
      seen[at(x)] = true;
      orbit.push_back(x);
    }
  }
  std::stable_sort(orbits.begin(), orbits.end(), [](const auto& a, const auto& b) {
    return a.size() > b.size();
  });
  return orbits;
}

/// The orthomorphisms that a multiplier carries along, and sets of them that are orthogonal.
class Search {
 public:
  Search(const Product& product, std::int32_t unit, const Orbits& orbits)
      : product_(product), unit_(unit), orbits_(orbits), map_(at(product.size())) {
    assign(0, bit(0), bit(0));
  }

  /// The largest set found of maps that differ pairwise by a permutation.
  std::vector<Map> orthogonal() {
    std::vector<std::size_t> all(maps_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    choose(all);
    std::vector<Map> list;
    for (const auto i : best_) list.push_back(maps_[i]);
    return list;
  }

 private:
  /// Images for the orbits from `k` on; `taken` are images, `apart` their differences from what
  /// they are images of.
  void assign(std::size_t k, std::uint64_t taken, std::uint64_t apart) {
    if (k == orbits_.size()) return maps_.push_back(map_);
    for (std::int32_t image = 1; image < product_.size(); ++image) {
      if (maps_.size() >= kMostMaps || ++tried_ > kMostTried) return;
      auto now_taken = taken;
      auto now_apart = apart;
      if (carry(orbits_[k], image, now_taken, now_apart)) assign(k + 1, now_taken, now_apart);
    }
  }
  bool carry(const std::vector<std::int32_t>& orbit,
             const std::int32_t first,
             std::uint64_t& taken,
             std::uint64_t& apart) {
    auto image = first;
    for (const auto x : orbit) {
      const auto difference = product_.minus(image, x);
      if ((taken & bit(image)) != 0 || (apart & bit(difference)) != 0) return false;
      taken |= bit(image);
      apart |= bit(difference);
      map_[at(x)] = static_cast<std::uint8_t>(image);
      image = product_.times(unit_, image);
    }
    return image == first;
  }

  void choose(const std::vector<std::size_t>& from) {
    if (chosen_.size() > best_.size()) best_ = chosen_;
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (chosen_.size() + from.size() - i <= best_.size() || compared_ > kMostCompared) return;
      std::vector<std::size_t> next;
      for (auto j = i + 1; j < from.size(); ++j)
        if (orthogonal(maps_[from[i]], maps_[from[j]])) next.push_back(from[j]);
      chosen_.push_back(from[i]);
      choose(next);
      chosen_.pop_back();
    }
  }
  bool orthogonal(const Map& a, const Map& b) {
    ++compared_;
    std::uint64_t differences = 0;
    for (std::size_t x = 0; x < a.size(); ++x) {
      const auto difference = bit(product_.minus(a[x], b[x]));
      if ((differences & difference) != 0) return false;
      differences |= difference;
    }
    return true;
  }

  const Product& product_;
  std::int32_t unit_;
  const Orbits& orbits_;
  Map map_;
  std::vector<Map> maps_;
  std::int64_t tried_ = 0;
  std::int64_t compared_ = 0;
  std::vector<std::size_t> chosen_;
  std::vector<std::size_t> best_;
};

/// The rows of a difference matrix, the first two being 0 and x.
std::vector<Map> rows_for(const Product& product) {
  std::vector<std::pair<Orbits, std::int32_t>> ways;
  for (std::int32_t unit = 1; unit < product.size(); ++unit)
    if (product.unit(unit)) ways.emplace_back(orbits_of(product, unit), unit);
  std::stable_sort(ways.begin(), ways.end(), [](const auto& a, const auto& b) {
    return a.first.size() < b.first.size();
  });
  std::set<Orbits> seen;
  std::vector<Map> best;
  for (const auto& [orbits, unit] : ways) {
    auto sorted = orbits;
    for (auto& orbit : sorted) std::sort(orbit.begin(), orbit.end());
    if (!seen.insert(std::move(sorted)).second) continue;
    auto found = Search(product, unit, orbits).orthogonal();
    if (found.size() > best.size()) best = std::move(found);
  }
  Map identity(at(product.size()));
  for (std::int32_t x = 0; x < product.size(); ++x) identity[at(x)] = static_cast<std::uint8_t>(x);
  best.insert(best.begin(), {Map(at(product.size())), std::move(identity)});
  return best;
}

/// Hall & Paige 1955: none with a cyclic Sylow 2-subgroup, here that of order 2.
bool worth_a_search(std::int32_t tables) {
  return tables <= kMostTables && tables % 4 != 2 && prime_powers(tables).size() > 1;
}

/// Asked for again and again, for parts of a rotation too: kept, as it depends on nothing else.
const std::vector<Map>& known_rows(const Product& product) {
  static std::mutex mutex;
  static std::map<std::int32_t, std::vector<Map>> known;
  const std::lock_guard lock(mutex);
  const auto place = known.find(product.size());
  if (place != known.end()) return place->second;
  return known.emplace(product.size(), rows_for(product)).first->second;
}

}  // namespace

std::optional<Shifts> orthomorphism_shifts(std::int32_t tables,
                                           std::int32_t columns,
                                           std::int32_t rounds) {
  if (!worth_a_search(tables) || std::max(columns, rounds) > tables) return std::nullopt;
  const Product product(tables);
  const auto& rows = known_rows(product);
  if (std::min(columns, rounds) > static_cast<std::int32_t>(rows.size())) return std::nullopt;
  Shifts shifts{product.group(), columns, rounds, {}};
  for (std::int32_t r = 0; r < rounds; ++r)
    for (std::int32_t c = 0; c < columns; ++c)
      shifts.by.push_back(rows[at(std::min(columns, rounds) == rounds ? r : c)]
                              [at(std::min(columns, rounds) == rounds ? c : r)]);
  return shifts;
}

}  // namespace scheduler

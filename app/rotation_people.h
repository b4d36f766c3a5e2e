/// The people of a rotation asked for on the command line, and the sets its options name. For use
/// cases only.
#pragma once

#include <string>
#include <vector>

#include "app/rotate.h"

namespace app {

/// Finds people by what stands on a command line: an id, a name as it is spoken, or words of a name
/// that nobody else has ("Awa").
class PeopleFinder {
 public:
  /// Keeps a reference to `people`.
  explicit PeopleFinder(const std::vector<engine::Person>& people) : people_(people) {}

  /// The ids of the people that `names` stand for, at least two; what is wrong with them is added
  /// to `wrong`, each with the option it belongs to.
  [[nodiscard]] std::vector<engine::Key> set(const std::string& option,
                                             const std::vector<std::string>& names,
                                             std::vector<engine::Text>& wrong) const;

 private:
  [[nodiscard]] const engine::Person* find(const std::string& option,
                                           const std::string& word,
                                           std::vector<engine::Text>& wrong) const;

  const std::vector<engine::Person>& people_;
};

/// People "1" to "n": ids and names.
[[nodiscard]] std::vector<engine::Person> numbered_people(std::int64_t count);

/// People of one name get a number after it, in their order: "Awa Diallo (2)". One card is theirs.
void number_namesakes(std::vector<engine::Person>& people);

/// What each person has for an attribute of a rotation's `mix`, as numbers from 0.
[[nodiscard]] std::vector<std::size_t> values_of(const std::vector<engine::Person>& people,
                                                 const std::string& attribute);

/// The attribute of a rotation's `mix` that a word means, in either language; empty: none.
[[nodiscard]] std::string attribute_of(const std::string& word);

}  // namespace app

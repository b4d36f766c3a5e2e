/// A sentence about a gathering together with what it is about: errors of a file quote the ids it
/// is written with, a reader knows the names, and programs compare the rows concerned.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "engine/model/text.h"

namespace engine {

struct Statement {
  Text by_id;
  Text by_name;
  std::vector<std::string> about;  ///< ids of the rows spoken of, each once
  std::string_view form = {};      ///< the words before they were filled: one for each kind

  [[nodiscard]] bool empty() const { return by_id.empty(); }
};

/// A row of the gathering, by its id or by its title or name; the id where it has none.
template <class Row>
[[nodiscard]] Statement named(const Row& row) {
  const auto& name = [&]() -> const std::string& {
    if constexpr (requires { row.title; })
      return row.title;
    else
      return row.name;
  }();
  const auto& id = row.id.value;
  const auto& shown = name.empty() ? id : name;
  return {.by_id = {id, id}, .by_name = {shown, shown}, .about = {id}};
}

namespace detail {
template <class T>
decltype(auto) by_id(const T& value) {
  if constexpr (std::is_same_v<T, Statement>)
    return (value.by_id);
  else
    return (value);
}
template <class T>
decltype(auto) by_name(const T& value) {
  if constexpr (std::is_same_v<T, Statement>)
    return (value.by_name);
  else
    return (value);
}
template <class T>
void add_rows([[maybe_unused]] const T& value, [[maybe_unused]] std::vector<std::string>& about) {
  if constexpr (std::is_same_v<T, Statement>)
    for (const auto& id : value.about)
      if (std::find(about.begin(), about.end(), id) == about.end()) about.push_back(id);
}
}  // namespace detail

/// Fills the holes of `words`, which must outlive the statement; an argument that is itself a
/// Statement takes part with what it is about.
template <class... Args>
[[nodiscard]] Statement state(const Words& words, const Args&... args) {
  Statement statement{.by_id = say(words, detail::by_id(args)...),
                      .by_name = say(words, detail::by_name(args)...),
                      .about = {},
                      .form = words.en};
  (detail::add_rows(args, statement.about), ...);
  return statement;
}

/// The same in two wordings: `in_file` for who has the file in front of them, with its keys, and
/// `plainly` for who has not. Either may leave arguments out.
template <class... Args>
[[nodiscard]] Statement state_plainly(const Words& in_file,
                                      const Words& plainly,
                                      const Args&... args) {
  auto statement = state(in_file, args...);
  statement.by_name = say(plainly, detail::by_name(args)...);
  return statement;
}

}  // namespace engine

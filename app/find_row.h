/// The person or room that somebody names on the command line, by id or by name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/failure.h"
#include "engine/model/fold.h"
#include "engine/model/gathering.h"
#include "engine/model/nearest.h"

namespace app {

/// Throws engine::BadRequest, naming the nearest, when no row has that id or name, or several have
/// that name.
template <class Row>
const Row& find_row(const std::vector<Row>& rows, const std::string& word) {
  using engine::say;
  for (const auto& row : rows)
    if (row.id.value == word) return row;
  std::vector<const Row*> named;
  std::vector<std::string_view> known;
  for (const auto& row : rows) {
    if (engine::fold(row.name) == engine::fold(word)) named.push_back(&row);
    known.push_back(row.id.value);
    known.push_back(row.name);
  }
  if (named.size() == 1) return *named.front();
  if (named.size() > 1)
    throw engine::BadRequest(say({"il y en a {1} du nom de «\u202f{0}\u202f»\u202f; donnez "
                                  "l’identifiant ({2}, {3}…)",
                                  "there are {1} of the name \"{0}\"; give the id ({2}, {3} …)"},
                                 word,
                                 named.size(),
                                 named[0]->id.value,
                                 named[1]->id.value));
  if (const auto near = engine::nearest(word, known))
    throw engine::BadRequest(say(
        {"le document ne connaît pas «\u202f{0}\u202f»\u202f; peut-être «\u202f{1}\u202f»\u202f?",
         "the document does not know \"{0}\"; maybe \"{1}\"?"},
        word,
        *near));
  throw engine::BadRequest(
      say({"le document ne connaît pas «\u202f{0}\u202f»\u00a0: ni identifiant, ni nom",
           "the document does not know \"{0}\": neither an id nor a name"},
          word));
}

}  // namespace app

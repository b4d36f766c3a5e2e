#include "cli/search_options.h"

#include <utility>

namespace cli {

std::vector<Option> search_options() {
  return {{.name = "--time",
           .takes = Takes::Seconds,
           .value = {"SECONDES", "SECONDS"},
           .help = {"combien de temps chercher au plus\u202f; sinon 10, et moins dès que chercher "
                    "n’apporte plus rien",
                    "how long to search at most; else 10, and less once searching gains nothing"}},
          {.name = "--iterations",
           .takes = Takes::Count,
           .value = {"N", "N"},
           .help = {"compter les pas au lieu du temps\u00a0: avec --threads 1, toujours le même "
                    "résultat",
                    "count steps instead of time: with --threads 1, always the same result"}},
          {.name = "--seed",
           .takes = Takes::Number,
           .value = {"N", "N"},
           .help = {"un autre tirage au hasard donne un autre résultat\u202f; sinon 1",
                    "another draw gives another result; else 1"}},
          {.name = "--threads",
           .takes = Takes::Count,
           .value = {"N", "N"},
           .help = {"combien de cœurs du processeur employer\u202f; sinon tous",
                    "how many processor cores to use; else all"}},
          {.name = "--progress",
           .takes = Takes::Text,
           .value = {"FORME", "FORM"},
           .help = {"json\u00a0: sur l’erreur standard, une ligne JSON à la fois, au lieu de la "
                    "barre",
                    "json: on standard error, one line of JSON at a time instead of the bar"},
           .choices = {"json"}},
          json_option()};
}

std::vector<Option> with_search(std::vector<Option> options) {
  for (auto& option : search_options()) options.push_back(std::move(option));
  return options;
}

void read_search(const Arguments& arguments, app::SearchRequest& request) {
  if (const auto seconds = arguments.seconds("--time")) request.seconds = *seconds;
  request.iterations = arguments.number("--iterations");
  if (const auto seed = arguments.number("--seed"))
    request.seed = static_cast<std::uint64_t>(*seed);
  if (const auto threads = arguments.number("--threads"))
    request.threads = static_cast<int>(*threads);
}

}  // namespace cli

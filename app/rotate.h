/// Makes a rotation alone: who sits where in each round, without a gathering file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/search_request.h"
#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"
#include "engine/plan/meetings.h"
#include "engine/plan/plan.h"

namespace app {

/// Whoever asks for more means something else, or waits in vain.
inline constexpr std::int64_t kMostPeople = 10'000;
inline constexpr std::int64_t kMostRounds = 1'000;
inline constexpr std::int64_t kMostSeats = 200'000;  ///< people × rounds

struct RotateRequest : SearchRequest {
  std::optional<std::int64_t> people;  ///< none: as many as `names` lists
  std::optional<std::int64_t> groups;
  std::optional<std::int64_t> rounds;
  bool stations = false;                        ///< nobody is at one table twice
  std::int64_t hosts = 0;                       ///< so many more people stay at tables 1 to `hosts`
  std::string names;                            ///< a people table; empty: people are numbers
  std::vector<std::string> mix;                 ///< attributes
  std::vector<std::vector<std::string>> apart;  ///< names or ids of people
  std::vector<std::vector<std::string>> together;  ///< likewise
  std::string pdf;  ///< where to print wall sheet and cards; empty: nowhere
  engine::Language language = engine::Language::Fr;
};

/// How well one attribute is mixed.
struct Mixed {
  std::string attribute;  ///< "profile"
  double largest = 0;     ///< people that a group has more or fewer of one value than its share
  double least = 0;       ///< proved lower bound of `largest`
};

struct Rotated {
  engine::Gathering gathering;               ///< the people, and the one rotation
  std::vector<engine::Text> wrong;           ///< with the request; then there is no plan
  std::vector<engine::Diagnostic> findings;  ///< about the file of names
  std::optional<engine::Plan> plan;          ///< its rounds take no time: no clock is known
  engine::SeatingTable rounds;               ///< person numbers are rows of gathering.people
  bool named = false;                        ///< people have names of their own
  std::vector<Mixed> mix;                    ///< in the order asked
  engine::Meetings meetings;
  std::int64_t bound = 0;        ///< proved lower bound of meetings.repeat_cost
  std::int64_t unavoidable = 0;  ///< proved lower bound of meetings.repeat_meetings
  engine::Text why;              ///< why somebody must meet again; empty when it is not known
  engine::Text method;           ///< how the table was made, in a few words
  int pages = 0;                 ///< printed
};

/// Nothing is thrown for a wrong request: everything that is wrong with it is in the answer. Throws
/// engine::Failure when the PDF cannot be written.
[[nodiscard]] Rotated rotate(const RotateRequest& request);

/// `rotate --json` of the contract (docs/json.md); the answer must have a plan.
[[nodiscard]] std::string json(const Rotated& rotated);

}  // namespace app

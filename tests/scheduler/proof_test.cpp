// What a proof is told apart by: what it is about, and never its numbers or its words.
#include "scheduler/explain/obstruction.h"
#include "scheduler/explain/oracle.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"

using scheduler::Answer;

namespace {

scheduler::Oracle oracle() {
  return scheduler::Oracle({.until = {}, .iterations = 100, .threads = 1});
}

/// A crowd of so many in a room of ten.
support::GatheringBuilder crowd(int seats) {
  auto b = support::small_gathering();
  auto& session = b.session("talk", 60);
  session.title = "The talk";
  session.rooms = {b.in("small")};
  session.seats = b.at(seats);
  return b;
}

std::optional<scheduler::Proof> proof_of(const engine::Gathering& gathering) {
  auto asked = oracle();
  CHECK(asked.ask(gathering, scheduler::Look::Short) == Answer::NoPlan);
  return asked.proof();
}

}  // namespace

TEST_CASE("proofs about the same are equal, their numbers aside", "[explain]") {
  const auto first = proof_of(crowd(30).g);
  REQUIRE(first);
  CHECK(first == proof_of(crowd(25).g));
  auto other = crowd(30);
  other.g.sessions.front().rooms.clear();
  other.g.sessions.front().needs = other.keys({"lift"});
  CHECK(first != proof_of(other.g));
}

TEST_CASE("proofs by conflict are told apart by the items", "[explain]") {
  const auto both_at_nine = [](const std::string& second) {
    auto b = support::small_gathering();
    for (const auto& id : {std::string("talk"), second}) {
      auto& session = b.session(id, 150);
      session.rooms = {b.in("small")};
    }
    return b.g;
  };
  const auto proof = proof_of(both_at_nine("walk"));
  REQUIRE(proof);
  CHECK(proof->about == std::vector<std::string>{"talk", "walk"});
  CHECK(proof != proof_of(both_at_nine("run")));
}

TEST_CASE("there is no proof where there is a plan", "[explain]") {
  auto asked = oracle();
  (void)asked.ask(crowd(30).g, scheduler::Look::Short);
  CHECK(asked.ask(crowd(5).g, scheduler::Look::Short) == Answer::Plan);
  CHECK_FALSE(asked.proof());
  CHECK_FALSE(asked.refused());
}

TEST_CASE("what the file refuses is told by names, with the rule and the room", "[explain]") {
  auto asked = oracle();
  const auto found = scheduler::proof_of(crowd(30).g, {{0}, true}, asked);
  CHECK_THAT(found.text.en, Catch::Matchers::StartsWith("\"The talk\" expects 30 people"));
  CHECK(found.rules == std::vector<std::string>{"room-capacity"});
  CHECK(found.items == std::vector<std::string>{"talk", "small"});
  CHECK(found.proved);
}

#include "app/new.h"
#include "app/template_files.h"
#include "tests/app/planned.h"
#include "tests/catch.h"

TEST_CASE("every template reads without a word of complaint and plans, in both languages") {
  for (const auto& info : app::templates())
    for (const auto* language : {"fr", "en"}) {
      const std::string folder = info.name + "/" + language + "/";
      INFO(folder);
      std::vector<data::SourceFile> files;
      for (const auto& file : app::template_files())
        if (file.path.starts_with(folder))
          files.push_back({std::string(file.path.substr(folder.size())), std::string(file.bytes)});
      const auto result = app_tests::planned(std::move(files), 20'000);
      CHECK(result.complaints == std::vector<std::string>{});
      CHECK(result.gathering.language ==
            (folder.find("/fr/") != folder.npos ? engine::Language::Fr : engine::Language::En));
      CHECK(result.plan.feasible);
      CHECK(result.plan.score.hard == 0);
      CHECK(result.plan.unplaced.empty());
      CHECK(result.plan.sessions.size() == result.gathering.sessions.size());
      CHECK(result.plan.rotations.size() == result.gathering.rotations.size());
    }
}

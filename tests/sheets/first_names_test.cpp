#include "sheets/lookup/first_names.h"

#include "tests/catch.h"

using Names = std::map<std::string, std::string>;

TEST_CASE("one bearer of a first name needs no more") {
  CHECK(sheets::first_names({{"a", "Awa Diallo"}, {"b", "Bruno Petit"}}) ==
        Names{{"a", "Awa"}, {"b", "Bruno"}});
}

TEST_CASE("namesakes take an initial, or as many letters as tell them apart") {
  CHECK(sheets::first_names({{"1", "Marie Dubois"}, {"2", "Marie Durand"}, {"3", "Marie Lopez"}}) ==
        Names{{"1", "Marie Dub."}, {"2", "Marie Dur."}, {"3", "Marie L."}});
}

TEST_CASE("accents and case do not tell people apart") {
  CHECK(sheets::first_names({{"1", "Élodie Étienne"}, {"2", "elodie Évrard"}}) ==
        Names{{"1", "Élodie Ét."}, {"2", "elodie Év."}});
}

TEST_CASE("an accent written as a letter of its own stays with its letter") {
  CHECK(sheets::first_names({{"1", "Zoé E\u0301tienne"}, {"2", "Zoé Martin"}}).at("1") ==
        "Zoé E\u0301.");
}

TEST_CASE("a name that begins another is written whole, and the same names show their key") {
  CHECK(sheets::first_names({{"1", "Ali Ba"}, {"2", "Ali Bah"}}) ==
        Names{{"1", "Ali Ba"}, {"2", "Ali Bah"}});
  CHECK(sheets::first_names({{"1", "Ali Ba"}, {"2", "Ali Ba"}}) ==
        Names{{"1", "Ali Ba (1)"}, {"2", "Ali Ba (2)"}});
  CHECK(sheets::first_names({{"1", "Ali"}, {"2", "Ali Ba"}}) ==
        Names{{"1", "Ali"}, {"2", "Ali B."}});
}

TEST_CASE("names stand in the order of a dictionary") {
  std::vector<std::string> names{"Zoé", "Élodie", "awa", "Elodie", "Bruno"};
  sheets::sort_names(names);
  CHECK(names == std::vector<std::string>{"awa", "Bruno", "Elodie", "Élodie", "Zoé"});
}

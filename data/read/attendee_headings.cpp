#include "data/read/attendee_headings.h"

#include <array>
#include <span>

#include "data/read/people_table.h"
#include "data/read/table.h"

namespace data::attendee_headings {
namespace {

struct Spelling {
  std::string_view heading;  ///< in the form of plain_heading()
  Field field;
};

// src/pretix/base/exporters/orderlist.py, in English and French.
constexpr auto kPretix = std::to_array<Spelling>({
    {"order code", Order},
    {"code de commande", Order},
    {"position id", Nothing},
    {"status", Status},
    {"statut", Status},
    {"etat", Status},
    {"email", OrderMail},
    {"e mail", OrderMail},
    {"adresse e mail", OrderMail},
    {"phone number", Telephone},
    {"numero de telephone", Telephone},
    {"attendee name", Full},
    {"nom du participant", Full},
    {"nom du de la participant e", Full},
    {"attendee name given name", First},
    {"nom du participant prenom", First},
    {"attendee name family name", Last},
    {"nom du participant nom de famille", Last},
    {"attendee email", Mail},
    {"e mail du participant", Mail},
    {"email du participant", Mail},
    {"adresse e mail du participant", Mail},
    {"company", Firm},
    {"entreprise", Firm},
    {"societe", Firm},
});

// The heading of a HelloAsso ticket export; forms add columns of their own.
constexpr auto kHelloAsso = std::to_array<Spelling>({
    {"reference commande", Order},
    {"statut de la commande", Status},
    {"statut", Status},
    {"nom participant", Last},
    {"prenom participant", First},
    {"nom payeur", PayerLast},
    {"prenom payeur", PayerFirst},
    {"email payeur", OrderMail},
    {"raison sociale", Firm},
    {"date de la commande", Nothing},
    {"moyen de paiement", Nothing},
    {"billet", Nothing},
    {"numero de billet", Nothing},
    {"tarif", Nothing},
    {"montant tarif", Nothing},
    {"code promo", Nothing},
    {"montant code promo", Nothing},
});

constexpr auto kLinks = std::to_array<Spelling>({
    {"person", Who},
    {"personne", Who},
    {"participant", Who},
    {"participante", Who},
    {"identifiant", Who},
    {"id", Who},
    {"rotation", Item},
    {"session", Item},
    {"seance", Item},
    {"station", Station},
    {"poste", Station},
    {"atelier", Station},
    {"theme", Station},
    {"rank", Rank},
    {"rang", Rank},
    {"ordre", Rank},
    {"voeu", Rank},
});

std::span<const Spelling> spellings(ImportKind kind) {
  if (kind == ImportKind::Pretix) return kPretix;
  if (kind == ImportKind::HelloAsso) return kHelloAsso;
  if (kind == ImportKind::People) return {};
  return kLinks;
}

}  // namespace

std::optional<std::size_t> field_of(std::string_view heading, ImportKind kind) {
  const auto plain = plain_heading(heading);
  for (const auto& spelling : spellings(kind))
    if (spelling.heading == plain) return spelling.field;
  if (kind == ImportKind::Wishes || kind == ImportKind::Registrations) return {};
  const auto column = people_column(heading);
  if (!column) return {};
  return kPeopleFields + *column;
}

}  // namespace data::attendee_headings

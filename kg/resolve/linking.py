"""Which entity each name of each text means.

A name that lexicon or grammar know has its entity. Of the others, a name that a paper introduces
means that paper's thing there; what other papers mean by it `kg.resolve.choosing` says. What stays
open has an entity by its name alone; where texts spell it out differently, one for each expansion.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg import ids
from kg.ids import type_of
from kg.lexicon import Lexicon
from kg.model import PAPER, Extraction, Name
from kg.resolve.choosing import Choice, choose
from kg.resolve.curated_names import CuratedNames
from kg.resolve.papers import Paper
from kg.resolve.things import Things, Uses, most_used, senses
from kg.resolve.uses import Key, Use, key_of, name_key, words

#: The group of the types that a family is named among.
_SYSTEMS, _ = key_of(Name("ModelFamily", ""))


#: The entity of a use, with how it was chosen and on what.
Reason = tuple[str, str, tuple[str, ...]]


class Links:
    """The entity of each name, once all texts are known."""

    def __init__(
        self, lexicon: Lexicon, extractions: Mapping[str, Extraction], curated: CuratedNames
    ) -> None:
        self.redirects: dict[str, str] = {}
        self._lexicon, self._extractions, self._curated = lexicon, extractions, curated
        self._reasons: dict[Key, dict[str, Reason]] = {}
        self._open: dict[Key, str] = {}
        self._families: dict[str, str] = {}
        self._words: dict[str, frozenset[str]] = {}

    def reason(self, paper_id: str, name: Name) -> Reason:
        """Return what a name means in a paper, and how that was decided: '' where it is known."""
        if name.known:
            return name.known, "", ()
        return self._reasons[key_of(name)][paper_id]

    def in_use(self) -> set[str]:
        """Return the entities of the names that no list knows."""
        return {reason[0] for reasons in self._reasons.values() for reason in reasons.values()}

    def family(self, label: str) -> str:
        """Return the id of the family of this label: as texts, or the lexicon, know it."""
        key = name_key(label)
        if key not in self._families:
            found = self._lexicon.lookup(label, "ModelFamily")
            self._families[key] = found[0].id if found else self._open_family(label)
        return self._families[key]

    def _open_family(self, label: str) -> str:
        found = self._open.get((_SYSTEMS, name_key(label)), "")
        if found and type_of(found) == "ModelFamily":
            return found
        return ids.entity_id("ModelFamily", label)

    def know(self, name: Name) -> None:
        """Note the id of a family that is named by itself; of two ids the first one holds."""
        key = name_key(name.label)
        self._families[key] = min(name.known, self._families.get(key, name.known))

    def redirect_titles(self, paper: Paper, name: Name) -> None:
        """Lead the ids that an own name had under another title of its paper to the present."""
        present, *former = (
            ids.unlisted(name.type, name.label, title) for title in paper.title_keys
        )
        self.redirects.update((old, present) for old in former)

    def settle(self, uses: Mapping[Key, Uses]) -> None:
        """Choose what each name means where it is introduced, and where it is not."""
        things = Things(uses)
        unchosen: dict[Key, dict[str, Choice]] = {}
        for key, found in uses.items():
            self._reasons[key] = {
                paper: (use.entity, "own", ()) for paper, use in found.own.items()
            }
            unchosen[key] = dict(self._choose(key, found, things))
        spelled_out = self._name_open(uses, unchosen)
        for key, found in uses.items():
            self._join_open(key, spelled_out)
            self._redirect(key, found)

    def _choose(self, key: Key, found: Uses, things: Things) -> Iterator[tuple[str, Choice]]:
        """Note what the other papers mean by a name; yield the choices that leave it open."""
        claimed = self._curated.claimed(key)
        for paper, use in found.others.items():
            possible = [thing for thing in things.of(key, use) if self._may_be(use, thing, found)]
            choice = choose(use, possible, self._words_of) if possible else Choice(None, "open")
            if claimed:
                self._reasons[key][paper] = (claimed, "curated", ())
            elif choice.meant:
                how = choice.how if key_of(choice.meant.name) == key else "alias"
                self._reasons[key][paper] = (choice.meant.entity, how, choice.because)
            else:
                yield paper, choice

    def _may_be(self, use: Use, thing: Use, found: Uses) -> bool:
        """Tell whether neither lexicon nor curator forbid a name to mean a thing."""
        if not self._lexicon.may_merge(use.name.label, thing.name.label):
            return False
        open_ids = (ids.unlisted(*most_used(found.spelled)), _unlisted(use.name))
        return self._curated.may_be(use.name.label, thing.entity, open_ids)

    def _words_of(self, use: Use) -> frozenset[str]:
        text = use.paper.text
        if text not in self._words:
            self._words[text] = words(use.paper, self._extractions[text])
        return self._words[text]

    def _name_open(
        self, uses: Mapping[Key, Uses], unchosen: Mapping[Key, Mapping[str, Choice]]
    ) -> Mapping[Key, set[str]]:
        """Name what stays open; return the entities of each expansion."""
        spelled_out: dict[Key, set[str]] = defaultdict(set)
        for key, choices in unchosen.items():
            found = uses[key]
            if not choices:
                if len(found.own) == 1:
                    (self._open[key],) = (use.entity for use in found.own.values())
                continue
            chosen = most_used(found.spelled)
            self._open[key] = ids.unlisted(*chosen)
            open_uses = {paper: found.others[paper] for paper in choices}
            told_apart = senses(open_uses.values())
            for paper, use in open_uses.items():
                sense = min(use.senses & told_apart, default="")
                entity = _sensed_id(chosen, sense) if sense else self._open[key]
                choice = choices[paper]
                self._reasons[key][paper] = (entity, choice.how, choice.because)
                self.redirects.update((item, entity) for item in _sensed(chosen, use, told_apart))
                for sense_key in use.sense_keys:
                    spelled_out[sense_key].add(entity)
        return spelled_out

    def _join_open(self, key: Key, spelled_out: Mapping[Key, set[str]]) -> None:
        """Take an open name that is the expansion of one other open name for that."""
        targets = spelled_out.get(key, set())
        if len(targets) != 1 or key not in self._open:
            return
        (target,) = targets
        name = self._open[key]
        if target == name or not self._curated.may_be(key[1], target, (name,)):
            return
        for paper, (entity, how, _) in self._reasons[key].items():
            if entity == name and how == "open":
                self._reasons[key][paper] = (target, "alias", ())
                self.redirects[name] = target

    def _redirect(self, key: Key, found: Uses) -> None:
        """Lead the ids that a name has without the other papers to what it means now."""
        in_use = {entity for entity, _, _ in self._reasons[key].values()}
        meant = {self._reasons[key][paper][0] for paper in found.others}
        if self._open.get(key) in in_use:
            target = self._open[key]
        elif len(meant) == 1:
            (target,) = meant
        else:
            return
        for spelled in found.spelled:
            if (former := ids.unlisted(*spelled)) not in in_use:
                self.redirects[former] = target


def _sensed_id(spelled: tuple[str, str], sense: str) -> str:
    return ids.unlisted(*spelled, f"sense {sense}")


def _sensed(spelled: tuple[str, str], use: Use, senses: frozenset[str]) -> Iterator[str]:
    """Yield the ids that an open name would have if its expansion were not the only one."""
    if not senses:
        yield from (_sensed_id(spelled, sense) for sense in use.senses)


def link(
    papers: Iterable[Paper],
    extractions: Mapping[str, Extraction],
    lexicon: Lexicon,
    curated: CuratedNames,
) -> Links:
    """Look at all names of all texts, then say what each means."""
    links = Links(lexicon, extractions, curated)
    uses: dict[Key, Uses] = defaultdict(Uses)
    for paper in papers:
        extraction = extractions[paper.text]
        own = _introduced(extraction)
        for name in extraction.names:
            if name.known:
                if name.type == "ModelFamily":
                    links.know(name)
            elif (key := key_of(name)) not in own:
                uses[key].add(paper, name)
        for key, name in own.items():
            title, *_ = paper.title_keys
            entity = ids.unlisted(name.type, name.label, title)
            uses[key].own[paper.document.id] = Use(paper, name, entity)
            links.redirect_titles(paper, name)
    links.settle(uses)
    return links


def _introduced(extraction: Extraction) -> dict[Key, Name]:
    """Return the names that the text introduces and no list knows, the first of each key."""
    own: dict[Key, Name] = {}
    introduced = introduced_references(extraction)
    if introduced:
        names = {name.reference: name for name in extraction.names}
        for name in map(names.__getitem__, introduced):
            if not name.known:
                own.setdefault(key_of(name), name)
    return own


def introduced_references(extraction: Extraction) -> list[str]:
    """Return the local references of what the text introduces, the principal one first."""
    return [
        fact.object
        for fact in extraction.facts
        if fact.relation == "introduces" and fact.subject == PAPER and fact.status != "candidate"
    ]


def _unlisted(name: Name) -> str:
    return ids.unlisted(name.type, name.label)

"""Verbs that news headings and sentences are made with, as data, and their finite forms.

A word list, not a parser: this room reads bytes and knows no grammar. It says whether a few words
can be a clause at all. Chosen as the commonest verbs of news English; forms follow the regular
rules, irregular ones are spelled out.
"""

from __future__ import annotations

from typing import Final

_AUXILIARIES = (
    "is are was were be been has have had does do did will would can could may might must shall "
    "should isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't "
    "can't couldn't shouldn't it's they're he's she's there's"
)

_REGULAR = (
    "accept accuse act add address admit advance affect agree aim allow announce answer appeal "
    "appear appoint approve approach argue arrest arrive ask attack attempt attend await back ban "
    "bar battle beg believe blame block boost brace call cancel carry cause change claim clash "
    "climb close collapse condemn confirm consider continue control convene cool count cover crack "
    "create criticise criticize cross cut damage debate decide declare decline deepen defend delay "
    "demand deny depend deploy describe detain die differ divide doubt drag drop ease edge emerge "
    "employ end endorse endure escalate escape evacuate exceed expand expect expel explain explode "
    "express extend face fade fail fear figure file fire flare follow force form freeze fuel gain "
    "gather grant greet halt hamper happen harden head heat help hinge honour honor hope host "
    "ignore impose improve include increase indicate insist intensify intend invite issue join "
    "jump kill lack land last launch lead lift limit linger live look loom lower maintain mark "
    "march matter mount move name near need negotiate note object offer open oppose order oust own "
    "pardon pass pause pay persist plan play plead pledge plunge point pour praise prepare press "
    "prevail probe promise protest prove provide pull punish push question quit raise rally reach "
    "react reaffirm receive recover recruit reduce refer refuse reject relax release rely remain "
    "remember repeat replace report represent require resign resist resolve respond resume retain "
    "retire return reveal review risk rule sanction scramble seek seem seize serve settle shift "
    "show shrink sign signal slam slip slow sour spark split stall stand start stay step stop "
    "strain strengthen struggle subside suffer suggest support surge survive suspend sway swell "
    "target test threaten tighten top topple total touch toughen trade train travel trigger turn "
    "unite unravel unveil urge use vanish veto visit vote vow wait walk wane want warm warn watch "
    "weaken weigh welcome widen win withdraw wonder work worry worsen yield"
)

_IRREGULAR = (
    "became become becomes began begin begins brought bring brings broke break breaks built build "
    "builds bought buy buys came come comes chose choose chooses cost costs cuts dealt deal deals "
    "drew draw draws drove drive drives fell fall falls felt feel feels fought fight fights found "
    "find finds fled flee flees flew fly flies forced froze freezes gave give gives got get gets "
    "went go goes grew grow grows hit hits held hold holds kept keep keeps knew know knows laid "
    "lay lays led left leave leaves lost lose loses made make makes meant mean means met meet "
    "meets paid put puts quits ran run runs rose rise rises said say says saw see sees sent send "
    "sends set sets shook shake shakes shot shoot shoots shrank shut shuts slid slide slides "
    "sought spent spend spends spoke speak speaks spread spreads sank sink sinks stood struck "
    "strike strikes swept sweep sweeps swore took take takes tells tell told thinks think thought "
    "threw throw throws understood won withdrew wrote write writes wore worn bears bear bore "
    "hurts hurt pays lies lie needs lets let leads bleed bleeds"
)

_VOWELS = "aeiou"
_DOUBLED = frozenset(
    "admit ban bar beg cut drag drop slam slip split stop top hit step expel quit plan".split()
)


def _forms(verb: str) -> tuple[str, str, str]:
    """Return a regular verb with its third person and its past."""
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb, verb[:-1] + "ies", verb[:-1] + "ied"
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
    if verb in _DOUBLED:
        return verb, third, verb + verb[-1] + "ed"
    return verb, third, verb + ("d" if verb.endswith("e") else "ed")


FINITE: Final[frozenset[str]] = frozenset(
    (
        *_AUXILIARIES.split(),
        *_IRREGULAR.split(),
        *(form for verb in _REGULAR.split() for form in _forms(verb)),
    )
)
"""Finite forms in lower case; many are nouns as well ("talks", "visit")."""

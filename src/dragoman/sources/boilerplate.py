"""What news pages print around an article, as data: lines that are no part of its text.

General knowledge of news sites' furniture in English. Every pattern must match a whole line, and
lines longer than a furniture line ever is are never dropped, so that prose which merely begins
like one ("Copyright law changed …", "Follow the money …") stays.
"""

from __future__ import annotations

import re

MAX_FURNITURE_WORDS = 40
"""Longer lines are prose; the longest furniture is a copyright or cookie notice of some 35."""

_SOCIAL = (
    r"(?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|reddit|pinterest|flipboard|"
    r"e-?mail|print|copy link|messenger|tiktok|youtube|bluesky|threads|viber|tumblr|mastodon|"
    r"sms|rss|pocket|line|vk)"
)

_WHOLE_LINES = (
    # copyright
    r"(?:©|\(c\)\s|copyright\s+(?:©|\(c\)|\d{4}|by\b)|©️).*",
    r".*\ball rights reserved\b.*",
    r"this material may not be published, broadcast, rewritten.*",
    # stubs of pictures and video
    r"(?:description|image|picture|photo|video|caption|thumbnail|media|content) "
    r"(?:is )?(?:currently )?(?:not|un)\s?available\.?",
    r"(?:no (?:description|image|caption) available)\.?",
    r"this video (?:cannot|can't|could not) be played\.?.*",
    r"(?:image|video|gallery|photo) (?:caption|gallery|source|credit)s?\b.{0,80}",
    # picture credits
    r"\(?(?:file |stock |handout )?(?:photo(?:graph)?|image|picture|illustration|graphic|video)s?"
    r"(?: credit| courtesy| source)?\s*(?:(?::|/|©)\s*.{1,100}|"
    r"(?:by|courtesy of) (?-i:[A-Z])[^.!?]{1,60})",
    r"(?:credit|photo credit|image credit)s?\s*:\s*.{1,100}",
    r"[^.!?]{1,60}[/|]\s*(?:getty images|afp|ap|reuters|epa|shutterstock|istock|ap photo)\)?\.?",
    r"\(?(?:getty images|shutterstock|istock|ap photo)(?:/[^.!?]{1,40})?\)?\.?",
    # share bars, follow us, sign up
    rf"(?:(?:share|share on|share via|tweet|post|follow us on|pin)\s*:?\s*)?{_SOCIAL}"
    rf"(?:[\s,/|•·]+(?:and |or |share on |share via )?{_SOCIAL})*",
    r"(?:share|tweet|save|bookmark|print|listen|reply|like|comments?|\d+ comments?|\d+ shares?)",
    r"share (?:this|on|via|with|the (?:article|story)|article|story)\b.{0,60}",
    r"(?:like|follow|join|find) (?:us|our (?:channel|page|group|community)|@\w+)\b.{0,80}",
    r"follow .{1,60} on (?:facebook|twitter|x|instagram|telegram|whatsapp|google news)\b.{0,60}",
    r"@\w{0,30}",
    r"(?:subscribe|sign up|register|log in|sign in)(?: here| now| today| free)?[.!]?",
    r"(?:subscribe|sign up|register) (?:to|for|here|now|today|and|with)\b.{0,160}",
    r"(?:get|receive) .{0,80}\b(?:newsletter|inbox|alerts?|updates by e-?mail)\b.{0,80}",
    r".{0,60}\b(?:newsletter|newsletters)(?: sign-?up)?",
    r"(?:already a subscriber|not a subscriber|become a (?:member|subscriber)|support (?:our|"
    r"independent) journalism|donate(?: now| today)?|make a donation)\b.{0,120}",
    r"download (?:our|the) app\b.{0,80}",
    # links to other pages
    r"(?:also read|read also|read more|read next|see also|see more|more on this|more from|"
    r"read the full (?:story|article)|continue reading|keep reading|related|related (?:articles?|"
    r"stories|topics|news|content|links|posts|coverage)|recommended(?: stories| for you)?|"
    r"you (?:may|might) (?:also )?(?:like|be interested in)|most (?:read|popular|viewed|shared)|"
    r"trending(?: now)?|editors?[’']s? (?:picks?|choice)|don[’']t miss|what to read next|"
    r"latest news|top stories|more stories|more news|further reading|watch(?: live| now)?|"
    r"watch also|also on)\s*(?:[:|»>…].{0,160})?[.…»>]*",
    r"(?:click|tap) here\b.{0,100}",
    r"(?:tags?|topics?|filed under|categories|category|keywords|labels)\s*:.{0,200}",
    r"(?:previous|next)(?: article| story| post)?(?:\s*[:»«›‹].{0,160})?",
    # advertising, cookies and the page itself
    r"(?:-\s*)?(?:advertisements?|sponsored(?: content| by .{1,40})?|promoted|"
    r"article continues (?:below|after)\b.{0,60}|story continues (?:below|after)\b.{0,60}|"
    r"ad feedback|paid content|scroll to continue(?: with content)?)(?:\s*-)?",
    r"(?:we|this (?:web)?site|our (?:web)?site|our partners) (?:and our partners )?uses? cookies.*",
    r"(?:accept|reject|manage|allow)(?: all)?(?: cookies| preferences| settings)\.?",
    r"by (?:continuing|clicking|using|signing up|subscribing)\b.*\b(?:agree|accept|consent)\b.*",
    r"(?:privacy policy|terms (?:of (?:use|service)|and conditions)|cookie policy|contact us|"
    r"about us|advertise with us)(?:[\s|•·,&]+(?:privacy policy|terms (?:of (?:use|service)|"
    r"and conditions)|cookie policy|contact us|about us|advertise with us|and))*",
    r"(?:skip to (?:main )?content|back to top|toggle navigation|menu|search|home|loading\.*…?|"
    r"enable javascript\b.*|please enable javascript\b.*|javascript is (?:disabled|required)\b.*)",
    r"(?:listen to this (?:article|story)\b.{0,40}|\d+\s*[- ]?min(?:ute)?s?(?: read| listen)?|"
    r"reading time\s*:?.{0,30}|estimated reading time\b.{0,30}|\d+ (?:hours?|minutes?|days?) ago)",
    r"(?:leave a (?:comment|reply)|post a comment|view comments|show comments|join the "
    r"conversation|comments are closed|no comments(?: yet)?)\b.{0,40}",
    r"(?:have (?:a|any) (?:tip|story)\b.{0,80}|send (?:us )?your\b.{0,60}tips?\b.{0,60})",
    # who worked on the page
    r"\(?(?:additional |with )?(?:reporting|writing|editing|compiled|edited|translated|"
    r"produced) by(?:[\s;,]+(?:(?-i:[A-Z])[\w.'’-]*|in|and|by|at|for|from|&))+[.)]*",
    r"[\s•·|]*(?:the )?(?:views|opinions) expressed\b.{0,220}",
)

_FURNITURE = re.compile("|".join(f"(?:{line})" for line in _WHOLE_LINES), re.I)
_SIGN = re.compile(r"[^\W_]")


def is_boilerplate(line: str) -> bool:
    """Return whether a whole line is a page's furniture, or has no letter or digit at all."""
    words = " ".join(line.split())
    if not _SIGN.search(words):
        return True
    if words.count(" ") >= MAX_FURNITURE_WORDS:
        return False
    return _FURNITURE.fullmatch(words) is not None

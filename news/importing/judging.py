"""What a story from elsewhere may be: an appeal for somebody, or words that name them in a case.

Whether a name or a face may still be shown is for a person to say, not for an import, and no list of words finds every
appeal. So title, summary and text are all read, and what may be one is taken for one: a draft too many costs a click.
Each question is one of sense: is somebody looked for, shown, described, tried, or mourned?
"""

import re

from news.kinds import ALWAYS_ENDS, Kind
from news.looks import Look

from .persons import ANYBODY, FULL_NAME, PERSON, SINGLE_NAME, gives_name_and_age, names_somebody

_A = r"(?:(?:an?|the|this|that|these|those|two|three|four|five|six|seven|eight|several|\d+|young|elderly|teenage|masked|armed|violent|dangerous|missing|wanted|possible|potential|male|female|local|[\w-]{1,20}-year-old) ){0,3}"
_TO_JOIN = r"(?!.{0,40}\b(?:join|become|apply|volunteer\w*|take part|interested|passion\w*|who (?:want|care|can|would|are keen)|with (?:a|an|the) (?:interest|skills?))\b)"
_IMAGE = r"(?:images?|photos?|photographs?|pictures?|stills?|footage|videos?|mug-?shots?|faces?)"
_LIKE = r"(?:want\w*|like|keen|need\w*|eager|hop(?:e|es|ing)|try\w*|tries|bid|help\w*|appeal\w*|search\w*|launch\w*)"
_BY_AREA = r"(?! (?:care|service|support|unit|protection|liaison|box|room|suite))"
# In the order in which they are asked.
_SIGNS = (
    (
        Kind.MISSING,
        r"\bmissing(?! (?:out|the point|from (?:this|our|the) (?:list|page)|a\b|persons? (?:unit|team|week|guidance)))\b|\bhave you seen\b|\blast seen\b|\bwelfare of\b|\bwhereabouts\b"
        r"|\b(?:concern\w*|worr(?:y|ied)|fears?|anxious)\b.{0,40}\b(?:welfare|safety|well-?being) of\b"
        rf"|\b(?:concern\w*|worried|fears?) (?:\w{{1,20}} ){{0,2}}(?:for|about) {_A}(?:\w{{1,20}} )?{ANYBODY}"
        r"|\b(?:concern\w*|worried|fears?|anxious)\b.{0,40}\bfor (?:his|her|their|the) (?:\w{1,20} )?(?:welfare|safety|well-?being)\b"
        r"|\b(?:left|leaving|walked out of|gone from|not returned to|failed to return to) (?:his|her|their) (?:\w{1,20} ){0,2}(?:home|address|house|hospital|school|flat)\b"
        r"|\b(?:disappeared|vanished|not been (?:seen|heard from)|(?:he|she|who) (?:has|lives with|suffers from) dementia)\b"
        r"|\b(?:found|traced|located) (?:safe|alive|well)\b"
        rf"|\binformation (?:is |was |is being )?(?:sought|wanted|needed) (?:on|about|regarding) {_A}{PERSON}"
        r"|\brunaways?\b",
    ),
    (
        Kind.WANTED,
        r"(?<!volunteers )(?<!cadets )(?<!views )(?<!recruits )(?<!ideas )(?<!opinions )(?<!officers )(?<!specials )"
        r"\bwanted\b(?!:? (?:to|an?|the|more|us|me|it|that|something|somewhere|people to|volunteers|cadets|recruits|special|your|new|his|her|their|our)\b)"
        r"|\bon the run\b|\babscond\w*|\b(?:recall(?:ed)?|return(?:ed)?) to (?:prison|custody)\b|\bfail(?:ed|ing)? to appear\b|\bat large\b|\bescaped (?:from|custody|prison)\b"
        r"|\b(?:arrest|outstanding) warrant\b|\bwarrant (?:for|is out)\b|\bdo not approach\b|\blicen[cs]e (?:conditions?|recall)\b|\bterms of (?:his|her|their) (?:licen[cs]e|release)\b",
    ),
    (
        Kind.MISSING,
        rf"\b{_LIKE}\b.{{0,40}}\b(?:find|locat(?:e|ing)|trac(?:e|ing)|finding)\b(?! out\b)[^.]{{0,40}}?(?:\b{PERSON}|\b(?:him|her|them|owners?|family|relatives|next of kin)\b)"
        rf"|\b{_LIKE}\b.{{0,40}}\b(?:find|locate|trace) {SINGLE_NAME}"
        rf"|\b(?:look(?:s|ing|ed)? for|search(?:es|ing|ed)? (?:\w{{1,20}} ){{0,2}}for|hunt(?:s|ing|ed)?(?: (?:is on )?for)?|seek(?:s|ing)?|sought|track(?:ing)? down|on the trail of) {_A}{PERSON}{_TO_JOIN}"
        r"|\b(?:police|officers|detectives) (?:\w{1,20} ){0,2}(?:looking|searching) for (?:him|her)\b",
    ),
    (
        Kind.APPEAL,
        r"(?<!toy )(?<!poppy )(?<!bank )(?<!charity )(?<!christmas )(?<!court of )\bappeal(?!ing\b|s court)\w*|\bcctv\b(?! (?:cameras?|systems?|operators?|schemes?|network|control|room|van|upgrade|coverage))"
        rf"|\be-?fit\b|\bdash-?cam\b|\bwitness(?:es)?\b{_BY_AREA}|\bdo you (?:know|recogni[sz]e) (?:who|him|her|them|this|these|the|either|any)\b|\b(?:can|could) you help\b(?! (?:us )?(?:make|keep|shape|stop|by|your))"
        r"|\b(?:want|like|keen|need|eager)\w*\b.{0,20}\b(?:speak|talk) (?:to|with)\b(?! (?:you|us|our|your|residents|people about|the public|local people|communities|young people|business\w*)\b)"
        rf"|\b(?:identif(?:y|ied|ying)|recogni[sz]e) (?:him|her|(?:an?|the|this|these|those|either of|any of the|two|three|four) (?:\w{{1,20}} ){{0,2}}{ANYBODY})"
        rf"|\b{PERSON} (?:\w{{1,20}} ){{0,2}}(?:pictured|in (?:the|this|these) {_IMAGE})\b|\b(?:pictured|shown here) (?:man|men|woman|women|male|female)\b"
        rf"|\b{_IMAGE} of {_A}{PERSON}"
        r"|\b(?:may|might|could) (?:also )?(?:be able to )?(?:have|hold|assist|help|aid)\b.{0,30}\b(?:information|enquir\w+|inquir\w+|investigat\w+)\b"
        r"|\binformation (?:is |was |is being )?(?:sought|wanted|needed|requested)\b|\b(?:seek|seeks|seeking|requesting) (?:\w{1,20} ){0,2}information\b"
        rf"|\b(?:if you|anyone who|if anyone) (?:\w{{1,20}} ){{0,2}}(?:sees?|spots?|recogni[sz]es?|knows?) (?:him|her|this (?:man|woman|person|boy|girl)|{FULL_NAME})"
        rf"|\b(?:he|she|who|man|woman|boy|girl|teenager|driver|suspects?|they|{SINGLE_NAME}) (?:was|is|were|are|may be|might be|could be|(?:is |was )?believed to be) (?:\w{{1,20}} ){{0,2}}(?:wearing|dressed in)\b"
        r"|\bdescribed as (?:\w{1,20},? ){0,3}(?:white|black|asian|mixed|tall|slim|stocky|male|female|aged|around \d|\d)"
        rf"|\b(?:he|she|{FULL_NAME}) (?:could|may|might|is believed to) (?:also )?(?:still )?be (?:in|around|near|with|travelling)\b",
    ),
)
_ALL = [(kind, re.compile(sign, re.IGNORECASE | re.DOTALL)) for kind, sign in _SIGNS]
# Somebody missing or wanted is an appeal as well: what the text says of that goes before an appeal in the title.
_IN_TURN = ([pair for pair in _ALL if pair[0] in ALWAYS_ENDS], [pair for pair in _ALL if pair[0] not in ALWAYS_ENDS])
_RELEASED = re.compile(
    rf"\b{_IMAGE}\b.{{0,30}}\b(?:released?|issued?|shared?|circulated|published)\b|\b(?:releas|issu|shar|circulat|publish)(?:e|es|ed|ing)\b.{{0,30}}\b{_IMAGE}\b",
    re.IGNORECASE,
)
_INCIDENT = re.compile(
    r"\b(?:theft|thie(?:f|ves)|stole\w*|assault|robb|burgl|attack|incident|offence|suspect|damage|shoplift|fraud|enquir|inquir|investigat|collision|disorder|stab|shoot|shot|arson|exposure|harass|rape|murder)",
    re.IGNORECASE,
)
_SEARCH_FOR_ONE = re.compile(rf"\b(?:search|hunt|look)(?:es|ing|ed)? (?:\w{{1,20}} ){{0,2}}for {SINGLE_NAME}", re.IGNORECASE)
_SOMEBODY = re.compile(r"\b(?:he|she|him|her|his|aged \d|\d-year-old)\b", re.IGNORECASE)
ABOUT_A_CASE = re.compile(
    r"\b(?:arrest\w*|charged|court|bail(?:ed)?|remanded|jail\w*|imprison\w*|prison|sentenc\w+|convict\w+|trial|plead\w*|guilty|inquest|suspect\w*"
    r"|(?:in|into|from) custody|custodial|detained|behind bars|locked up|put away|years? inside|cautioned|extradited|deported|fined|disqualified|banned|misconduct|dismissed"
    r"|no fixed (?:abode|address)|handed (?:down )?(?:\w{1,20}[ -]){0,3}(?:months?|years?|term|order|fine|ban)|(?:behaviour|restraining|protection|prevention|community|closure|harm) orders?|injunction)\b",
    re.IGNORECASE,
)
_OF_HARM = re.compile(
    r"\b(?:died|dies|dead|death|killed|fatal\w*|tributes?|murder\w*|manslaughter|victims?|injured|in (?:loving )?memory|lost (?:his|her|their) li(?:fe|ves)|stabbed|shot|raped|passed away)\b",
    re.IGNORECASE,
)


def judge(title: str, summary: str, text: str) -> tuple[Kind, Look | None]:
    """The kind that a story most likely is, and why a person must look at it first; a story, and None, where nothing speaks for more."""
    if kind := _asks(title, summary, text):
        return kind, Look.ASKS
    words = f"{title}. {summary}. {text}"
    is_named = names_somebody(words)
    if is_named and ABOUT_A_CASE.search(words):
        return Kind.COURT, Look.CASE
    if is_named and _OF_HARM.search(words):
        return Kind.STORY, Look.HARMED
    return Kind.STORY, Look.NAMED if gives_name_and_age(words) else None


def _asks(title: str, summary: str, text: str) -> Kind | None:
    """What the title asks goes before what the summary asks, and that before the text."""
    said = (title, summary, text)
    found = (kind for signs in _IN_TURN for words in said for kind, sign in signs if sign.search(words))
    if kind := next(found, None):
        return kind
    together = f"{title}. {summary}. {text}"
    if _SEARCH_FOR_ONE.search(together) and _SOMEBODY.search(together):
        return Kind.MISSING
    return Kind.APPEAL if _RELEASED.search(together) and _INCIDENT.search(together) else None

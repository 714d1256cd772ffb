"""Words of somebody who should be on the telephone. It errs towards asking: who is asked wrongly presses Send once more.

English is looked for in sentences. In the other languages of the site it is a short list of plain words for help, weapons,
fire, killing, attacks and not breathing. No speaker of those languages has checked the lists yet; a word that is lacking
or wrong there costs somebody the number 999, or an honest reader one more press.
"""

import re
import unicodedata

_ME = r"(?:me|us|him|her|them|someone|somebody|people|my \w+|our \w+|his \w+)"
_HOME = r"(?:house|home|flat|bedroom|room|kitchen|bathroom|loft|attic|garden|garage|shed|door|window|car|van|building|stairs|property|drive|shop)"
_HARMING = r"(?:beat|hitt|hurt|attack|punch|kick|strangl|chok|stabb|shoot|robb|rap|kill|threaten|drown|dy|bleed|smash|burn)ing"
_HARMED = r"(?:raped|stabbed|shot|attacked|assaulted|robbed|mugged|beaten|burgled|strangled|kidnapped|abducted|poisoned|run over|followed|chased|threatened|held)"
_ENGLISH = (
    r"break(?:ing|s)? in(?:to)?|broken in(?:to)?|trying to (?:get|break) in(?:to)?|intruders?",
    rf"(?:somebody|someone|man|men|person|people|stranger|burglars?|he|she|they)(?:s| is| are|re)?(?: \w+){{0,2}} (?:in|inside|outside|at|on|under) (?:my|our|the|her|his|their)(?: \w+)? {_HOME}",
    r"(?:has|have|had|hes|shes|theyve|got|with|pulled|holding|waving|carrying|there is|theres)(?: got)?(?: a| the| an| another)?(?: \w+)? (?:knife|knives|gun|weapon|machete|axe|bomb|sword|crossbow)",
    rf"(?:is|are|am|was|were|hes|shes|theyre|im|keeps?|been|someone|somebody)(?: \w+ly| still| being| now)? {_HARMING}",
    rf"(?:been|being|got|getting|just|ive|hes|shes)(?: just)? {_HARMED}|(?:was|were) (?:just )?(?:raped|stabbed|shot)|raped me|rapist",
    rf"(?:beats?|hits?|punche[sd]|kick(?:s|ed)|attack(?:s|ed)|hurts?|strangle[sd]|stabbed|shot|threaten(?:s|ed)|rapes?) {_ME}",
    rf"following (?:me|us|her|him)|going to (?:kill|hurt|hit|die|jump|attack|shoot|stab|burn)|kill(?:ing)? (?:myself|{_ME})|stabb(?:ed|ing)",
    r"(?:want|wants|wanted|wanna|ready) to die|wanna die|end (?:my|her|his) (?:own )?life|end it all|(?:take|taking) (?:my|her|his) own life|suicid\w+",
    r"(?:dont|do not) want to (?:live|be alive|be here)|better off dead|(?:hurt|harm|cut)(?:ting|ing)? (?:myself|herself|himself)|overdosed?|taken (?:\w+ )?(?:pills|tablets)",
    r"(?:not|isnt|wasnt|arent|stopped|cant|cannot|barely|hardly|struggling to|trouble)(?: \w+)? breath(?:e|ing)|heart attack|having a (?:stroke|seizure|fit)",
    r"(?:bleeding|unconscious|collapsed|passed out|wont wake up|not waking up|drowning|dying)",
    r"(?:on|caught|catching) fire|(?:there is|theres|is|see|big|huge) a? ?(?:\w+ )?fire(?! (?:station|service|brigade|safety|engine|alarm|door|extinguisher|hydrant))"
    r"|fire (?:next door|upstairs|downstairs|outside|in my|in our|at my|at our)|(?:house|flat|home|building|car) is burning|set (?:fire|light) to|explosion|exploded",
    r"gun ?shots?|shots (?:fired|being)|(?:are|is|theyre|hes|someone|somebody|people) shooting|shooting (?:at|people|outside|in)|opened fire|hostages?|bomb",
    r"(?:smash|kick|bang|break)(?:ing|ed)? (?:down |on |in )?(?:my|our|the|her) (?:door|window|car)",
    r"wont let (?:me|us|her) (?:out|go|leave)|locked (?:me|us|her) in|hiding from (?:him|her|them)|(?:fear|scared|afraid|frightened) for (?:my|our|her|his) (?:life|lives|safety)",
    r"(?:my|our) (?:\w+ )?(?:son|daughter|child|children|baby|kid|kids|mum|mother|dad|father|boy|girl) (?:is|are|has gone|has been|have gone|went) missing",
    r"help (?:me|us)|in danger|emergency|(?:call|need|want|get)(?: the)? police (?:now|quick|quickly|please|here)|call (?:the )?police|send (?:the )?(?:police|help|someone|somebody)",
)
# A word that ends in "…" stands for all that begin so.
_OTHER_LANGUAGES = {
    "pl": "pomocy|pomoc|pomóż|pomóżcie|ratunku|ratujcie|nóż|noża|nożem|pistolet…|broń|bronią|strzela…|pożar…|pali się|płonie|zabi…|zabójst…|atakuj…|"
    "zaatakow…|napad…|bije mnie|bije ją|bije go|nie oddycha|krwawi…|umiera…|gwałc…|gwałt…|zgwałc…|włamuj…|włamał…|chcę umrzeć|chce umrzeć|samobój…",
    "ro": "ajutor|ajutați…|ajută-mă|cuțit…|pistol…|armă|arma|împușc…|trage cu|incendiu…|ia foc|luat foc|e foc|este foc|un foc|arde casa|omoar…|omor…|ucid…|"
    "ucis…|atacă|atacat…|atac|atacă-…|mă bate|o bate|îl bate|ne bate|nu respir…|sângere…|moare|violat…|violeaz…|înjunghi…|sparge ușa|intrat în casă|vreau să mor|sinucid…",
    "ur": "مدد|بچاؤ|بچائیں|بچاو|چاقو|چھری|بندوق|پستول|گولی|گولیاں|آگ|قتل|مار رہا|مار رہی|مار رہے|مار دے…|مار ڈال…|مارتا|مارتے|مارنے|حملہ|حملے|"
    "زیادتی|ریپ|خودکشی|مرنا چاہت…|خون بہہ|سانس نہیں|گھس آیا|گھس آئے|گھس گیا",
    "bn": "সাহায্য|বাঁচাও|বাঁচান|ছুরি…|বন্দুক…|পিস্তল…|গুলি…|আগুন…|খুন…|মেরে ফেল…|হত্যা…|মারছে|মারধর…|আক্রমণ…|হামলা…|ধর্ষণ…|আত্মহত্যা…|মরতে চাই|শ্বাস নিচ্ছে না|"
    "রক্ত…|ঘরে ঢুকে…",
    "gu": "મદદ|બચાવો|બચાવ|છરી…|ચાકુ…|ચપ્પુ…|બંદૂક…|બંદુક…|પિસ્તોલ…|ગોળી…|આગ|મારી નાખ…|ખૂન…|હત્યા…|હુમલો|હુમલા…|મારે છે|મારપીટ|બળાત્કાર…|આપઘાત…|આત્મહત્યા…|"
    "મરવું છે|શ્વાસ નથી|લોહી…|ઘરમાં ઘૂસ…",
}  # fmt: skip
# Vowel signs and the like are no letters to `re`: without them a word of Bengali would end in its middle.
_LETTER = r"[\w\u0610-\u061a\u064b-\u065f\u0980-\u0aff]"
_AS_TYPED = str.maketrans("łيكه", "lیکہ", "'’‘ʼ`´")  # without apostrophes, and with Urdu's letters for those of an Arabic keyboard


def sounds_like_an_emergency(text: str) -> bool:
    """Whether the words are those of somebody who should be on the telephone, in any language of the site."""
    return bool(_NOW.search(_folded(text)))


def _folded(text: str) -> str:
    """Small letters without accents and apostrophes, and one space between words: as people write who are in a hurry."""
    letters = unicodedata.normalize("NFKD", text.translate(_AS_TYPED).casefold())
    return " ".join("".join(letter for letter in letters if not "\u0300" <= letter <= "\u036f").split())


def _pattern(word: str) -> str:
    return re.escape(_folded(word.removesuffix("…"))) + (_LETTER + "*" if word.endswith("…") else "")


def _everything() -> re.Pattern:
    others = [_pattern(word) for words in _OTHER_LANGUAGES.values() for word in words.split("|")]
    only_help = r"^\W*(?:please )?help\W*(?:please\W*)?$"
    return re.compile(rf"(?<!{_LETTER})(?:{'|'.join((*_ENGLISH, *others))})(?!{_LETTER})|{only_help}")


_NOW = _everything()

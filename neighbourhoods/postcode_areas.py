"""The letters that postcodes begin with (Royal Mail's 124 postcode areas), and the force of those that lie in one force's ground."""

import re

_AREAS = """AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU
GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH
PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"""
AREAS = frozenset(_AREAS.split())
# British Forces addresses, wherever in the world they are.
FORCES_ABROAD = "BF"
# Scotland and Northern Ireland have one force each. TD is left out: it crosses the border.
_SCOTLAND = "AB DD DG EH FK G HS IV KA KW KY ML PA PH ZE"
_WHOLE = dict.fromkeys(_SCOTLAND.split(), "scotland") | {"BT": "northern-ireland"}


def area_of(key: str) -> str:
    """The letters in front: "NN" of "NN11AA"."""
    return re.match("[A-Z]*", key)[0]


def is_real(key: str) -> bool:
    """Whether postcodes begin like that at all."""
    return area_of(key) in AREAS | {FORCES_ABROAD}


def force_of(key: str) -> str:
    """The code of the only force that a postcode beginning like that can lie with; else empty."""
    return _WHOLE.get(area_of(key), "")

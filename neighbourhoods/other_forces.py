"""The names of the police forces of England, Wales and Scotland by their code on data.police.uk.

Used to say who looks after a postcode that is not ours.
"""

_POLICE = [
    "avon-and-somerset",
    "bedfordshire",
    "cambridgeshire",
    "city-of-london",
    "cumbria",
    "derbyshire",
    "dorset",
    "durham",
    "dyfed-powys",
    "essex",
    "gloucestershire",
    "greater-manchester",
    "gwent",
    "hertfordshire",
    "humberside",
    "kent",
    "lancashire",
    "leicestershire",
    "lincolnshire",
    "merseyside",
    "norfolk",
    "north-wales",
    "north-yorkshire",
    "northamptonshire",
    "northumbria",
    "nottinghamshire",
    "south-wales",
    "south-yorkshire",
    "staffordshire",
    "suffolk",
    "surrey",
    "sussex",
    "thames-valley",
    "warwickshire",
    "west-mercia",
    "west-midlands",
    "west-yorkshire",
    "wiltshire",
]
_OTHERWISE = {
    "cheshire": "Cheshire Constabulary",
    "cleveland": "Cleveland Police",
    "cumbria": "Cumbria Constabulary",
    "derbyshire": "Derbyshire Constabulary",
    "devon-and-cornwall": "Devon and Cornwall Police",
    "durham": "Durham Constabulary",
    "gloucestershire": "Gloucestershire Constabulary",
    "hampshire": "Hampshire and Isle of Wight Constabulary",
    "hertfordshire": "Hertfordshire Constabulary",
    "lancashire": "Lancashire Constabulary",
    "metropolitan": "the Metropolitan Police",
    "norfolk": "Norfolk Constabulary",
    "northern-ireland": "the Police Service of Northern Ireland",
    "scotland": "Police Scotland",
    "suffolk": "Suffolk Constabulary",
}
_SMALL = {"And": "and", "Of": "of"}


def name_of(code: str) -> str:
    """ "Thames Valley Police" for "thames-valley"; empty for a code that is not a force's."""
    if code in _OTHERWISE:
        return _OTHERWISE[code]
    if code not in _POLICE:
        return ""
    words = [_SMALL.get(word, word) for word in code.replace("-", " ").title().split()]
    return f"{' '.join(words)} Police"

"""The police forces of the United Kingdom: their names and their own sites, by their code on data.police.uk.

Used to say who looks after a postcode that is not ours, and to lead there.
"""

# Where a resident of anywhere finds their force: for an address whose force we do not know.
EVERY_FORCE = "https://www.police.uk/pu/your-area/"

# Code: (what people call it, where that is not "<Code> Police"; its site's name under police.uk)
_FORCES = {
    "avon-and-somerset": ("", "avonandsomerset"),
    "bedfordshire": ("", "beds"),
    "cambridgeshire": ("Cambridgeshire Constabulary", "cambs"),
    "cheshire": ("Cheshire Constabulary", "cheshire"),
    "city-of-london": ("", "cityoflondon"),
    "cleveland": ("", "cleveland"),
    "cumbria": ("Cumbria Constabulary", "cumbria"),
    "derbyshire": ("Derbyshire Constabulary", "derbyshire"),
    "devon-and-cornwall": ("", "devon-cornwall"),
    "dorset": ("", "dorset"),
    "durham": ("Durham Constabulary", "durham"),
    "dyfed-powys": ("", "dyfed-powys"),
    "essex": ("", "essex"),
    "gloucestershire": ("Gloucestershire Constabulary", "gloucestershire"),
    "greater-manchester": ("", "gmp"),
    "gwent": ("", "gwent"),
    "hampshire": ("Hampshire and Isle of Wight Constabulary", "hampshire"),
    "hertfordshire": ("Hertfordshire Constabulary", "herts"),
    "humberside": ("", "humberside"),
    "kent": ("", "kent"),
    "lancashire": ("Lancashire Constabulary", "lancashire"),
    "leicestershire": ("", "leics"),
    "lincolnshire": ("", "lincs"),
    "merseyside": ("", "merseyside"),
    "metropolitan": ("the Metropolitan Police", "met"),
    "norfolk": ("Norfolk Constabulary", "norfolk"),
    "north-wales": ("", "northwales"),
    "north-yorkshire": ("", "northyorkshire"),
    "northamptonshire": ("", "northants"),
    "northern-ireland": ("the Police Service of Northern Ireland", "psni"),
    "northumbria": ("", "northumbria"),
    "nottinghamshire": ("", "nottinghamshire"),
    "scotland": ("Police Scotland", "scotland"),
    "south-wales": ("", "south-wales"),
    "south-yorkshire": ("", "southyorkshire"),
    "staffordshire": ("", "staffordshire"),
    "suffolk": ("Suffolk Constabulary", "suffolk"),
    "surrey": ("", "surrey"),
    "sussex": ("", "sussex"),
    "thames-valley": ("", "thamesvalley"),
    "warwickshire": ("", "warwickshire"),
    "west-mercia": ("", "westmercia"),
    "west-midlands": ("", "westmidlands"),
    "west-yorkshire": ("", "westyorkshire"),
    "wiltshire": ("", "wiltshire"),
}
_SMALL = {"And": "and", "Of": "of"}


def name_of(code: str) -> str:
    """ "Thames Valley Police" for "thames-valley"; empty for a code that is not a force's."""
    if code not in _FORCES:
        return ""
    words = [_SMALL.get(word, word) for word in code.replace("-", " ").title().split()]
    return _FORCES[code][0] or f"{' '.join(words)} Police"


def site_of_force(code: str) -> str:
    """The address of a force's own site; for a code that is not a force's, of the page that finds every force."""
    return f"https://www.{_FORCES[code][1]}.police.uk/" if code in _FORCES else EVERY_FORCE

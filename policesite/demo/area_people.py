"""Who looks after each area on the demonstration site. Everyone is invented; numbers are those reserved for drama."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    rank: str
    name: str
    number: str
    portrait: str = ""
    bio: str = ""


PEOPLE = {
    "mehra": Person("pc", "Arjun Mehra", "PC 1410", "officer-cap", "Ask about bike marking."),
    "adeyemi": Person("pc", "Naomi Adeyemi", "PC 1466", "officer-locs", "Grew up here. Runs the football sessions on Fridays."),
    "marlow": Person("pc", "Ellie Marlow", "PC 1523", "officer-bowler", "Look out for the patrol bicycle."),
    "bains": Person("pc", "Harjit Bains", "PC 1377", "officer-turban", "Speaks Punjabi and Hindi."),
    "ferrante": Person("pc", "Luca Ferrante", "PC 1598", "officer-night", "Works late turns, when the town is busiest."),
    "sinclair": Person("pc", "Morag Sinclair", "PC 1304", "rural-officer", "Looks after farms, lanes and everything between."),
    "ashdown": Person("pc", "Tom Ashdown", "PC 1485"),
    "okoro": Person("pc", "Grace Okoro", "PC 1532"),
    "partridge": Person("pc", "Helen Partridge", "PC 1290"),
    "rudd": Person("pc", "Callum Rudd", "PC 1611"),
    "thornby": Person("pc", "Jess Thornby", "PC 1572"),
    "pryce": Person("pc", "Owen Pryce", "PC 1349"),
    "holt": Person("pc", "Sadie Holt", "PC 1618"),
    "nowicki": Person("pc", "Marek Nowicki", "PC 1507", bio="Mówi po polsku: speaks Polish."),
    "lawrie": Person("pc", "Beth Lawrie", "PC 1633"),
    "vaughan": Person("pc", "Idris Vaughan", "PC 1581"),
    "mallory": Person("pc", "Kit Mallory", "PC 1640"),
    "copley": Person("sergeant", "Alan Copley", "SGT 1182", "sergeant", "Leads the Northampton teams."),
    "nair": Person("sergeant", "Priya Nair", "SGT 1207"),
    "tebbutt": Person("sergeant", "Joanne Tebbutt", "SGT 1164"),
    "lis": Person("pcso", "Agnieszka Lis", "PCSO 7031", "pcso-fair-hair", "Mówi po polsku: speaks Polish."),
    "bellamy": Person("pcso", "Joel Bellamy", "PCSO 7118", "pcso-cap", "Visits every school in the area each term."),
    "rahman": Person("pcso", "Samira Rahman", "PCSO 7096", "pcso-hijab", "Speaks Bengali. Holds the women’s safety walks."),
    "goodfellow": Person("pcso", "Tim Goodfellow", "PCSO 7052"),
    "vine": Person("pcso", "Carol Vine", "PCSO 7019"),
    "sharman": Person("pcso", "Ben Sharman", "PCSO 7124"),
    "petch": Person("pcso", "Lorna Petch", "PCSO 7083"),
    "chandra": Person("pcso", "Dev Chandra", "PCSO 7107"),
}

# Area: (named officer, sergeant, further constables, PCSOs)
TEAMS = {
    "SCT101": ("rudd", "nair", (), ("sharman",)),
    "SCT102": ("thornby", "nair", (), ("sharman", "rahman")),
    "SCT103": ("", "nair", ("pryce",), ("sharman",)),
    "SCT111": ("ashdown", "nair", (), ("goodfellow", "chandra")),
    "SCT112": ("okoro", "nair", (), ("goodfellow",)),
    "SCT121": ("ferrante", "nair", (), ("chandra", "rahman")),
    "SCT122": ("partridge", "nair", (), ("chandra",)),
    "SCT131": ("bains", "tebbutt", (), ("rahman", "bellamy")),
    "SCT132": ("bains", "tebbutt", ("lawrie",), ("bellamy",)),
    "SCT141": ("sinclair", "tebbutt", (), ("vine",)),
    "SCT142": ("sinclair", "tebbutt", ("nowicki",), ("vine",)),
    "SCT151": ("holt", "tebbutt", (), ("petch",)),
    "SCT152": ("nowicki", "tebbutt", (), ("petch",)),
    "SCT162": ("mehra", "copley", ("lawrie",), ("lis",)),
    "SCT163": ("adeyemi", "copley", ("vaughan",), ("bellamy",)),
    "SCT164": ("marlow", "copley", ("mallory",), ("lis",)),
}
# A move that is already settled: on that many days from now the area gets another named officer.
MOVE = ("SCT121", "ferrante", "okoro", 24)
# The area whose own page the demonstration's neighbourhood officer may change.
PATCH_OF_THE_LOG_IN = "mehra"

"""What comms put above the results of the site search."""

from wagtail.models import Page

from policesite.search.models import PromotedAnswer

from .stage import Stage

ANSWERS = (
    {
        "title": "Call 101 when it is not an emergency",
        "text": "Any time, from anywhere. If somebody is in danger or a crime is happening now, call 999 instead.",
        "words": "101\nphone number\ntelephone number\ncontact police\nnon emergency",
        "page": "/contact-us/",
        "often": False,
    },
    {
        "title": "Lost property",
        "text": "We take in what may be dangerous or personal: weapons, passports, phones. Bring it to an enquiry desk.",
        "words": "lost property\nlost wallet\nlost passport\nfound property\nhand in property",
        "page": "/contact-us/enquiry-desks/",
        "often": False,
    },
    {
        "title": "Your neighbourhood team",
        "text": "Type your postcode, and see who looks after your street.",
        "words": "local police\nlocal officer\nmy area\nneighbourhood team\npcso",
        "page": "/neighbourhoods/",
        "often": True,
    },
    {
        "title": "Enquiry desks and opening times",
        "text": "Where to speak to somebody in person, and whether they are open now.",
        "words": "opening times\npolice station\nenquiry desk\nfront desk",
        "page": "/contact-us/enquiry-desks/",
        "often": True,
    },
    {
        "title": "Help with domestic abuse",
        "text": "You can leave this site quickly with the button above. In danger now? Call 999; if you cannot speak, press 55.",
        "words": "domestic abuse\ndomestic violence\nviolence against women\nabusive partner",
        "page": "/advice/domestic-abuse/",
        "often": True,
    },
)


def load(stage: Stage) -> None:
    root = stage.home.url_path
    pages = {page.url_path: page for page in Page.objects.descendant_of(stage.home)}
    for answer in ANSWERS:
        PromotedAnswer.objects.create(**answer | {"site": stage.site, "page": pages[root + answer["page"].lstrip("/")]})

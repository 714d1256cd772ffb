"""What comms put above the results of the site search."""

from wagtail.models import Page

from policesite.search.models import PromotedAnswer

from .stage import Stage

# For somebody in danger, in the languages of the site: Polish, Romanian, Urdu, Bengali, Gujarati. No speaker has checked these words yet.
URGENT = (
    {
        "title": "999: police, fire or ambulance",
        "text": "Call 999 if somebody is in danger, hurt, or a crime is happening now. It is free, day and night, from any phone.",
        "words": "999\n112\npomoc\npomocy\nratunku\najutor\nurgență\nمدد\nبچاؤ\nসাহায্য\nবাঁচাও\nમદદ\nબચાવો",
        "page": "/contact-us/",
    },
    {
        "title": "Raped or sexually assaulted?",
        "text": "It is not your fault, whenever it happened. Call us on 101, or talk to Rape Crisis, day and night: 0808 500 2222. "
        "A referral centre helps you without telling us, if you wish.",
        "words": "sexual assault\nrape\nrapist\nsexual abuse\ngwałt\nzgwałcona\nviol\nviolată\nزیادتی\nریپ\nধর্ষণ\nબળાત્કાર",
        "link": "https://www.nhs.uk/sarcs",
    },
    {
        "title": "In crisis? Talk to somebody now",
        "text": "If a life is in danger, call 999. Samaritans listen day and night, free: call 116 123. Or call 111 and choose option 2.",
        "words": "mental health crisis\nsuicide\nsuicidal\nkill myself\nself harm\nsamobójstwo\nsinucidere\nخودکشی\nআত্মহত্যা\nઆપઘાત\nઆત્મહત્યા",
        "link": "https://www.samaritans.org/",
    },
    {
        "title": "Stalked or harassed?",
        "text": "You need not be sure before you tell us: call 101. The National Stalking Helpline is 0808 802 0300.",
        "words": "stalking\nstalker\nharassment\nprześladowanie\nnękanie\nhărțuire\nہراساں\nহয়রানি\nહેરાનગતિ",
        "page": "/contact-us/",
    },
    {
        "title": "Burgled, or robbed?",
        "text": "If they are there still, or have just left, call 999. Otherwise call 101, and touch as little as you can.",
        "words": "burgled\nburglars\nrobbed\nintruder\nwłamanie\nkradzież\nnapad\nspargere\nfurt\njaf\nچوری\nڈکیتی\nচুরি\nডাকাতি\nચોરી\nલૂંટ",
        "page": "/advice/burglary/",
    },
    {
        "title": "Help with domestic abuse",
        "text": "You can leave this site quickly with the button above. In danger now? Call 999; if you cannot speak, press 55.",
        "words": "domestic abuse\ndomestic violence\nviolence against women\nabusive partner\nabusive husband\nprzemoc\nprzemoc domowa\nviolență\n"
        "violență domestică\nتشدد\nگھریلو تشدد\nনির্যাতন\nপারিবারিক সহিংসতা\nહિંસા\nઘરેલુ હિંસા",
        "page": "/advice/domestic-abuse/",
        "often": True,
    },
    {
        "title": "Attacked or insulted for who you are?",
        "text": "That is a hate crime. In danger now? Call 999. Otherwise call 101, or come to an enquiry desk.",
        "words": "hate crime\nhate incident\nracist\nracism\nhomophobic\ntransphobic\nprzestępstwo z nienawiści\nnienawiść\ninfracțiune din ură\nrasism\n"
        "نفرت\nঘৃণা\nનફરત",
        "page": "/advice/hate-crime/",
    },
    {
        "title": "Seen a knife or another weapon?",
        "text": "If somebody has it with them now, call 999. Worried about somebody who carries one? Call 101, or Crimestoppers without "
        "your name: 0800 555 111.",
        "words": "knife crime\nknife\nknives\nstabbing\nmachete\nnóż\ncuțit\nچاقو\nছুরি\nછરી\nચપ્પુ",
        "page": "/contact-us/",
    },
)
ANSWERS = (
    {
        "title": "Call 101 when it is not an emergency",
        "text": "Any time, from anywhere. If somebody is in danger or a crime is happening now, call 999 instead.",
        "words": "101\nphone number\ntelephone number\ncontact police\nnon emergency",
        "page": "/contact-us/",
    },
    {
        "title": "Lost property",
        "text": "We take in what may be dangerous or personal: weapons, passports, phones. Bring it to an enquiry desk.",
        "words": "lost property\nlost wallet\nlost passport\nfound property\nhand in property",
        "page": "/contact-us/enquiry-desks/",
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
)


def load(stage: Stage) -> None:
    pages = {page.url_path: page for page in Page.objects.descendant_of(stage.home)}
    for urgent, answers in ((True, URGENT), (False, ANSWERS)):
        for answer in answers:
            page = pages[stage.home.url_path + answer["page"].lstrip("/")] if "page" in answer else None
            PromotedAnswer.objects.create(**answer | {"site": stage.site, "page": page, "urgent": urgent})

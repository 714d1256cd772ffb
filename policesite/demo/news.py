"""The news: real stories of the force retold in our own words, and a few examples that say that they are.

Each story's day is so many days before the day of loading, save where the day is a fact. `areas` are the ids
of data.police.uk. What real people said is reported, or quoted once, exactly, with its source.
"""

from datetime import datetime, time

from news.models import NewsArticlePage, NewsIndexPage, Topic, UpdateNote
from policesite import clock

from .news_advice import ADVICE_STORIES
from .news_appeals import APPEAL_STORIES, live_on
from .writing import TALK_TO_US, contact, details, film, picture, quote, text, typeset

FORCE_NEWS = "Source: Northamptonshire Police news"

TOPICS = {
    "neighbourhood-policing": "Neighbourhood policing",
    "crime-prevention": "Crime prevention",
    "staff-recognition": "Staff recognition",
    "response": "Response",
    "your-area": "Your area",
    "appeals": "Appeals",
}

INDEX = {
    "slug": "news",
    "title": "News",
    "summary": "Stories, appeals and results from across the county.",
}

CAMPBELL_SQUARE = {
    "slug": "front-office-back-at-campbell-square",
    "title": "The front office is back at Campbell Square",
    "summary": "Northampton's enquiry desk is in a police station again, open Monday to Friday, 9am to 5pm.",
    "days_ago": 1,
    "hero": "front-office",
    "featured": True,
    "topics": ["neighbourhood-policing"],
    "areas": ["SCT162"],
    "body": [
        text("""
        <p>If you need to speak to somebody face to face in Northampton, come to Campbell Square. The front office and its enquiry desk
        reopened in the police station there at 9am on Thursday 2 January 2025, after the desk at the Guildhall had closed for the last
        time on Friday 20 December 2024.</p>
        <p>The desk is open <b>Monday to Friday, 9am to 5pm</b>. <a href="/contact-us/enquiry-desks/campbell-square/">See today's hours
        and what the desk can do for you</a>.</p>
        <h2>Why a police station</h2>
        <p>Behind the counter are the people whom visitors often ask for: neighbourhood officers and other teams work in the same
        building. It is a better and safer place to work, too, for the staff who sit at the desk.</p>
        <p>Chief Constable Ivan Balhatchet and Police, Fire and Crime Commissioner Danielle Stone came to see it soon afterwards and
        asked the staff how the move had gone. Being easy to see and easy to reach, they said, stays at the heart of their plans.</p>
        """),
        quote(
            "We are actively looking at ways to give Northamptonshire Police a stronger presence in the county’s other major towns.",
            "Danielle Stone",
            f"Police, Fire and Crime Commissioner. {FORCE_NEWS}, 2025",
        ),
        text("""
        <h2>Other towns</h2>
        <p>That could mean sharing a building with another service, a new place of the force's own, or some other way to meet people
        where they are. What communities need has to be weighed against what policing needs, she said, and the work is going as fast as
        it can.</p>
        <p>For villages, the plan is easier contact with neighbourhood and rural crime officers. Two more things were announced on the
        same visit: a <a href="/news/neighbourhood-crime-team/">Neighbourhood Crime Team</a> and a team for
        <a href="/news/clear-hold-build/">clear, hold, build</a>.</p>
        """),
        contact("Can't come to a desk?", ["999", "101", "online", "team"]),
    ],
}

FILM = {
    "slug": "neighbourhood-film-in-six-languages",
    "title": "What neighbourhood officers do, in six languages",
    "summary": "A short animated film shows how local officers solve problems with the people who live there.",
    "days_ago": 5,
    "hero": "film-still",
    "topics": ["neighbourhood-policing"],
    "body": [
        text("""
        <p>Most people think of blue lights. But much police work happens on foot, over months, in one place: an officer who knows a
        street, and whom the street knows. An animated film explains that quieter work, and how to reach the people who do it.</p>
        <p>Danielle Stone, the county's Police, Fire and Crime Commissioner, paid for it. She wants more people to know that a team is
        assigned to their area and can be told what worries them.</p>
        """),
        quote(
            "Putting neighbourhood policing teams at the heart of the communities they serve is a top priority.",
            "Danielle Stone",
            f"Police, Fire and Crime Commissioner. {FORCE_NEWS}",
        ),
        text("""
        <h2>A beat of one's own</h2>
        <p>Every neighbourhood officer has a beat, and works on it with councils and others to find answers that last. Officers and
        PCSOs hold surgeries in local halls, and bring one of two Beat Buses where there is no hall. Since nobody can meet everybody that
        way, there are also the website, social media and messages by Northamptonshire Talking.</p>
        <h2>Watch it</h2>
        <p>The force shared its film in English, Polish, Romanian, Urdu, Bengali and Gujarati. For this demonstration we drew one of our
        own, in English and Urdu.</p>
        """),
        film(),
        text("""<p><a href="/neighbourhoods/">Find your own team</a> by postcode or town.</p>"""),
    ],
}

CRIME_TEAM = {
    "slug": "neighbourhood-crime-team",
    "title": "Constables and detectives side by side against burglary",
    "summary": "The Neighbourhood Crime Team takes on burglary and personal robbery, the crimes that take away the feeling of being safe.",
    "days_ago": 9,
    "hero": "torch-on-the-terraces",
    "topics": ["neighbourhood-policing", "crime-prevention"],
    "body": [
        text("""
        <p>A burglary lasts minutes. Not feeling safe at home can last years. That is the thought behind the Neighbourhood Crime Team,
        which the Chief Constable announced early in 2025, with April named as its start.</p>
        <h2>How it works</h2>
        <p>Neighbourhood constables, who know the streets, work together with detectives, who know how to build a case. The same team
        answers and investigates two kinds of crime: <b>burglary</b> and <b>personal robbery</b>, which means being robbed in the
        street.</p>
        <p>Chief Constable Ivan Balhatchet named it as one of several new teams for going after crime before it happens, beside the work
        that goes on in every neighbourhood.</p>
        <h2>What you can do</h2>
        <ul>
        <li>Seen somebody try door handles? Call 999 if they are there now, 101 if they have gone.</li>
        <li>Doorbell camera? Keep the recording: many systems delete it within days.</li>
        <li><a href="/advice/burglary/">Make your home a poor choice for a burglar</a>.</li>
        </ul>
        """),
        contact("Know who does it?", TALK_TO_US),
    ],
}

CLEAR_HOLD_BUILD = {
    "slug": "clear-hold-build",
    "title": "Clear, hold, build: what changes in Kings Heath and Blackthorn",
    "summary": "Operation Revive brought neighbours, schools, councils and police together. A team of its own is to build on it.",
    "days_ago": 14,
    "hero": "clear-hold-build",
    "topics": ["neighbourhood-policing"],
    "areas": ["SCT163", "SCT164"],
    "body": [
        text("""
        <p>Arrests alone don't mend a street. In Kings Heath and Blackthorn, two parts of Northampton, Operation Revive tried another way,
        and in the Chief Constable's view it has helped to make both places safer and stronger. Early in 2025 he announced a team for
        the same principles, for whichever places need it, however large or small.</p>
        <h2>The three steps</h2>
        <ol>
        <li><b>Clear.</b> Detectives and officers go after organised crime: the people who run it, and those who work for them.</li>
        <li><b>Hold.</b> Officers stay where they can be seen, and partners move in beside them, so that nobody else fills the gap.</li>
        <li><b>Build.</b> People who live there, with councils, schools and social services, change what let crime grow.</li>
        </ol>
        """),
        picture("on-the-beat"),
        text("""
        <h2>Who is in it</h2>
        <p>Neighbourhood teams, response officers and detectives, with councils, schools, social services and others. Each sees a
        different side of the same street.</p>
        <h2>Your part</h2>
        <p>You know first when something changes for better or for worse. Your officers want to hear it, at a surgery, by telephone or
        online.</p>
        """),
        contact("Tell your team", ["101", "online", "crimestoppers", "team"]),
    ],
}

STAFF_WEEK = {
    "slug": "police-staff-week",
    "title": "A week to say thank you to police staff",
    "summary": "From 4 to 10 March 2024 forces across the UK show who stands behind the uniform. Meet seven roles here, one a day.",
    "on": datetime(2024, 3, 4, 7, tzinfo=clock.LONDON),
    "hero": "control-room",
    "topics": ["staff-recognition"],
    "body": [
        text("""
        <p>Not everybody in policing is a police officer. Somebody answers your call. Somebody lifts the fingerprint, reads the pattern
        in the numbers, prepares the case for court, keeps the computers running and sees that people are paid.</p>
        <p>The first Police Staff Week of Celebration and Recognition is theirs. The National Police Chiefs' Council began it, with the
        College of Policing, and forces throughout the UK take part.</p>
        """),
        quote(
            "We would not be the police service we are without their contributions.",
            "Ivan Balhatchet",
            f"then Acting Chief Constable. {FORCE_NEWS}, March 2024",
        ),
        text("""
        <h2>Behind the scenes, and in front</h2>
        <p>Whoever thinks of the police thinks of officers, he said, and overlooks how much of the work of stopping crime and solving it is
        done by staff. Nor do they all sit at the back: some of them talk with victims and suspects. He has met many for whom it is a
        calling.</p>
        <h2>One role a day</h2>
        <p>A week has seven days, and a force has far more kinds of work than that. We picked seven, from the voice that answers 999 to the
        person who finds the pattern in a month of burglaries. <a href="/staff-recognition/police-staff-week-2024/">Meet those we
        chose</a>.</p>
        <p>We hope that somebody reads one and thinks: I could do that. <a href="/contact-us/">Ask us about jobs</a>.</p>
        """),
    ],
}

PCSOS = {
    "slug": "pcsos-the-people-with-time-to-talk",
    "title": "PCSOs, the people with time to talk",
    "summary": "In every town and among the villages, PCSOs get to know people before anything goes wrong.",
    "on": datetime(2024, 3, 7, 7, tzinfo=clock.LONDON),
    "hero": "pcso-and-shopkeeper",
    "topics": ["staff-recognition", "neighbourhood-policing"],
    "body": [
        text("""
        <p>Police community support officers, PCSOs for short, work in every part of Northamptonshire. Each sector has a neighbourhood
        team, and each team has constables and PCSOs, for the villages as much as for the towns.</p>
        <p>What they have is time: to talk with shopkeepers and community groups, to call on a victim again, to become a face that
        people know. Trust grows from that, and with trust comes knowledge of what is going on.</p>
        """),
        quote(
            "In essence they are the heartbeat of our Neighbourhood Policing teams.",
            "Sergeant Oliver Quinlan",
            FORCE_NEWS,
        ),
        text("""
        <h2>What a day can hold</h2>
        <ul>
        <li>Walking a beat, and being stopped every few yards.</li>
        <li>Going from house to house after a burglary or a theft, and looking for cameras that may have caught it, so that officers can
        get on with the investigation.</li>
        <li>A welfare visit to somebody who knows them, and would not open the door to a stranger.</li>
        <li>Making sure that vulnerable people are not picked on again and again.</li>
        <li>Passing on what they learn, so that constables can act where it counts.</li>
        </ul>
        <p>Sergeant Quinlan says that people often would rather speak to a PCSO than to a constable. There is nothing wrong with that: it
        is one more tool for the team.</p>
        <p><a href="/staff-recognition/police-staff-week-2024/pcso/">Meet a PCSO</a>, or <a href="/neighbourhoods/">find yours</a>.</p>
        """),
    ],
}

RESPONSE_WEEK = {
    "slug": "response-week-of-action",
    "title": "First to arrive: a week for our response officers",
    "summary": "They go towards what others run from, often knowing little of what waits. This week we show who they are.",
    "days_ago": 2,
    "hero": "response-car",
    "kind": "campaign",
    "topics": ["response", "staff-recognition"],
    "body": [
        text("""
        <p>When you call 999, a response officer comes. Rob Carden, who led on this work among the country's chief officers, points out how
        new to policing many of them are, and that somebody who has never dealt with the police tends to meet one of them first. The Response Week of
        Action, led by the National Police Chiefs' Council, asks every force to show what the job takes.</p>
        <h2>A skill of its own</h2>
        <p>Police chiefs have said plainly that response work is under-valued, and that it should count as a specialism. It asks for quick
        judgement on little information, for calm, for knowing who can help, and for knowing the ground.</p>
        """),
        quote(
            "It is imperative that we recognise the value of this role and the officers upon whom this responsibility rests.",
            "Rob Carden",
            "then lead for response policing, National Police Chiefs' Council. Source: Police Oracle",
        ),
        picture("response-briefing"),
        text("""
        <h2>Looking after them</h2>
        <p>Forces use the week to tell officers what help there is: after an assault, after a hard night, or when the job weighs. Oscar
        Kilo, the national police wellbeing service, takes part, and so does the College of Policing. Officers who are new come
        first.</p>
        <h2>Follow the week</h2>
        <p>Every morning at 7am one more <a href="/staff-recognition/response-week-of-action/">profile</a> appears.</p>
        """),
    ],
}

BEAT_BUS = {
    "slug": "where-to-meet-the-beat-bus",
    "title": "Where to meet the Beat Bus",
    "summary": "A police desk on wheels comes to market squares, estates and villages. Look up the next stop near you.",
    "days_ago": 3,
    "hero": "beat-bus-market",
    "kind": "event",
    "topics": ["your-area", "neighbourhood-policing"],
    "body": [
        text("""
        <p>Two Neighbourhood Beat Buses go round the county. On board are officers and PCSOs who work where the bus stops, a table, and a
        kettle. You need no appointment and no reason.</p>
        <h2>Come if you want to</h2>
        <ul>
        <li>tell us about something, in private if you like</li>
        <li>ask what has been done about a problem in your street</li>
        <li>get advice on locks, lights, bikes and sheds</li>
        <li>meet the people whose job it is to know your area</li>
        </ul>
        <h2>Find the next stop</h2>
        <p>Every team's page lists its next surgeries and Beat Bus stops, with a link that puts them in your calendar.
        <a href="/neighbourhoods/">Choose your area</a>.</p>
        <p>If a stop has to move or be called off, the page says so at once.</p>
        """),
        details("Is the bus step-free?", "<p>Each stop says whether you can get on without a step. Where you can't, officers come out to you.</p>"),
    ],
}

APPEAL = {
    "slug": "example-appeal-collision-near-brixworth",
    "title": "Did you see a collision near Brixworth? (example appeal)",
    "summary": "An example of a witness appeal: a cyclist is hurt, a silver van drives on, and somebody's dashcam may have it.",
    "days_ago": 4,
    "hero": "night-county",
    "kind": "appeal",
    "stage": "investigating",
    "reference": "EXAMPLE 26000 960123",
    "topics": ["appeals"],
    "areas": ["SCT142"],
    "body": [
        text("""
        <p><b>This appeal is an example. The incident, the people and the reference are invented.</b></p>
        <p>Officers would like to hear from anybody who was on the road between Brixworth and Scaldwell between 4:15pm and 4:45pm
        on the day before this appeal went out. A silver van and a bicycle touched; the van did not stop. The cyclist, a man in his fifties, has a broken wrist.</p>
        <h2>What would help</h2>
        <ul>
        <li>You saw the van, which may have a mark on its left side.</li>
        <li>You have dashcam or doorbell pictures from around that time. Please keep them.</li>
        <li>You passed the cyclist, who had a red light and a yellow rucksack.</li>
        </ul>
        """),
    ],
    "updates": [
        {"kind": "update", "days_ago": 2, "text": "Two drivers have sent us dashcam pictures. We still want to hear from others who passed."},
        {"kind": "correction", "days_ago": 3, "text": "An earlier version of this example gave the time as morning. It was the afternoon."},
    ],
}

STORIES = [
    CAMPBELL_SQUARE, RESPONSE_WEEK, BEAT_BUS, APPEAL, FILM, CRIME_TEAM, CLEAR_HOLD_BUILD, STAFF_WEEK, PCSOS, *ADVICE_STORIES, *APPEAL_STORIES,
]  # fmt: skip


def published(stage, story: dict) -> datetime:
    return story.get("on") or stage.moment(story["days_ago"], time(9))


def load(stage) -> None:
    topics = {slug: Topic.objects.create(slug=slug, name=name) for slug, name in TOPICS.items()}
    index = stage.publish(stage.home, NewsIndexPage(**INDEX))
    pages = {story["slug"]: stage.publish(index, article(stage, story, topics), published(stage, story)) for story in STORIES}
    live_on(stage, pages)


def article(stage, story: dict, topics: dict[str, Topic]) -> NewsArticlePage:
    plain = ("slug", "title", "summary", "body", "kind", "stage", "proceedings", "person", "reference", "featured")
    hero = stage.picture(story["hero"]) if "hero" in story else None
    page = NewsArticlePage(hero=hero, **stage.fields({name: story[name] for name in plain if name in story}))
    page.topics = [topics[slug] for slug in story["topics"]]
    page.areas = [stage.areas[code] for code in story.get("areas", ())]
    page.updates = [
        UpdateNote(kind=note["kind"], at=stage.moment(note["days_ago"], time(16)), text=typeset(note["text"])) for note in story.get("updates", ())
    ]
    return page

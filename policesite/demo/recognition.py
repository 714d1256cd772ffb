"""Staff recognition: Police Staff Week of March 2024, a week for response officers that is running now, and one in the making.

The weeks are real; every person in them is invented, and every profile says so. `day` is how many days after the
week's first its profile comes out.
"""

from datetime import date, time, timedelta

from staff_profiles.models import CampaignPage, StaffProfilePage, StaffRecognitionPage
from staff_profiles.release import release_moment

from .response_week import RESPONSE_PROFILES
from .volunteers_week import COMES_IN, DRAFTS, LASTS, VOLUNTEERS_WEEK
from .writing import picture, text, typeset

INDEX = {
    "slug": "staff-recognition",
    "title": "Staff recognition",
    "summary": "The people behind the uniform, and those without one: one profile a day, in their own words.",
}

STAFF_WEEK = {
    "slug": "police-staff-week-2024",
    "title": "Police Staff Week 2024",
    "summary": "Seven days, seven roles: the first Police Staff Week of Celebration and Recognition, from 4 to 10 March 2024.",
    "organisers": "National Police Chiefs' Council, with the College of Policing",
    "starts": date(2024, 3, 4),
    "ends": date(2024, 3, 10),
    "hero": "control-room",
    "body": [
        text("""<p>Police staff answer the calls, read the evidence, prepare the cases and open the doors. In the first national week in
    their honour, we met one of them each morning. <a href="/news/police-staff-week/">Why the week began</a>.</p>""")
    ],
}

INVENTED = "<p>{name} is an invented person, made up for this demonstration. The work is real.</p>"
RELEASE = time(7)
CONSENT_LASTS = timedelta(days=730)
DAYS_GONE = 2  # of the running week, so that some of its days are out and some are still to come

CALL_HANDLER = {
    "day": 0,
    "slug": "call-handler",
    "title": "The voice at the other end",
    "name": "Rowan Ashby",
    "role": "Call handler",
    "department": "Force Control Room",
    "portrait": "call-handler",
    "summary": "Rowan answers 999 and 101 calls. The first seconds are for one question: where are you?",
    "helps": "When you call, the right help is on its way while you are still talking.",
    "pull_quote": "People don't remember my name. They remember that somebody stayed on the line.",
    "body": [
        text("""
        <p>A shift in the control room has no beginning. You put on the headset and you are in the middle of somebody's worst
        hour.</p>
        <h2>What I do first</h2>
        <p>Where are you? Everything else can follow. While I ask, I type, and a colleague two desks away is already looking for the
        nearest car. The caller hears only me, calm, asking one short thing after another.</p>
        <h2>When nobody speaks</h2>
        <p>Some people can't talk. I ask them to cough, or to tap the phone. Once for yes. You can take a whole story that way, if you
        ask it in the right order.</p>
        <h2>What you need for it</h2>
        <p>You need to listen more than talk, and to type without looking. The rest is taught. I used to work in a garden centre.</p>
        """),
        picture("control-room"),
    ],
}

CRIMINAL_JUSTICE = {
    "day": 1,
    "slug": "criminal-justice",
    "title": "A case is only as good as its file",
    "name": "Meera Solanki",
    "role": "Criminal justice case worker",
    "department": "Criminal Justice",
    "portrait": "case-worker",
    "summary": "Meera builds the file that goes to court, and makes sure that nobody has to tell their story twice.",
    "helps": "You tell your story once, and the court has everything it needs.",
    "pull_quote": "If a witness had to come twice because of a missing page, that would be my missing page.",
    "body": [
        text("""
        <p>Between an arrest and a trial lies a pile of paper that nobody films. That pile is my work.</p>
        <h2>What is in it</h2>
        <p>Statements, pictures, recordings, the list of everything that may help the other side. The law says what must be shared and
        when. I check it, chase it and send it to the Crown Prosecution Service.</p>
        <h2>Who is at the end of it</h2>
        <p>I think of the witness. If my file is right, they come once, they are heard, and they go home. I never meet most of
        them.</p>
        <h2>How I came here</h2>
        <p>I was a school secretary for eleven years. It turns out that keeping track of six hundred children is excellent
        training.</p>
        """),
        picture("criminal-justice"),
    ],
}

INVESTIGATOR = {
    "day": 2,
    "slug": "crime-scene-investigator",
    "title": "What a room can tell",
    "name": "Callum Reyes",
    "role": "Crime scene investigator",
    "department": "Forensic Services",
    "portrait": "crime-scene-investigator",
    "summary": "Callum looks for what people leave behind without knowing. Most of his scenes are burgled homes.",
    "helps": "What a burglar leaves in your home can lead to them, and can clear people who were never there.",
    "pull_quote": "I'm the only visitor that day who leaves the place tidier than I found it.",
    "body": [
        text("""
        <p>On television we walk through blood. On a Wednesday in Wellingborough I kneel in front of a back door with a brush.</p>
        <h2>How it works</h2>
        <p>First I look, for a long time, and touch nothing. Then pictures, from far to near. Then powder for marks, swabs for what
        can't be seen, a lift for the shape of a shoe. Everything gets a number and a bag.</p>
        <h2>The people who live there</h2>
        <p>They have had a stranger in the bedroom, and now there is another one, in a white suit. So I explain each thing before I do
        it, and I ask where they would like me to start.</p>
        <h2>If it happens to you</h2>
        <p>Touch as little as you can. Keep pets out. Put rain-wet things under a bucket. And please don't hoover.</p>
        """),
        picture("crime-scene"),
    ],
}

PCSO = {
    "day": 3,
    "slug": "pcso",
    "title": "Four miles, two hundred hellos",
    "name": "Nadia Karim",
    "role": "Police community support officer",
    "department": "Neighbourhood Policing",
    "portrait": "pcso-hijab",
    "summary": "Nadia walks the same streets every day. That is the point: people know where to find her.",
    "helps": "You know somebody by name to whom you can say what worries you, long before it is an emergency.",
    "pull_quote": "Nadia knows more from one doorstep than I do from ten reports.",
    "quote_by": "Tom Whitby, neighbourhood sergeant",
    "film": True,
    "body": [
        text("""
        <p>I have no power of arrest and no car. I have time, and good boots.</p>
        <h2>A morning</h2>
        <p>The paper shop at eight, because he sees everything. The school gate at half past. Then Mrs Dell, who had a man at the door
        about her roof and will not speak about it on the telephone. She puts the kettle on. After twenty minutes it comes.</p>
        <h2>What I do with it</h2>
        <p>It goes to my sergeant and to the constables, so that they can act. And it goes back to her: I come by next week and say what
        happened. That second visit matters most.</p>
        <h2>Would you like it?</h2>
        <p>If you like being interrupted, yes.</p>
        """),
        picture("pcso-and-shopkeeper"),
    ],
}

PREVENTION = {
    "day": 4,
    "slug": "crime-prevention",
    "title": "The crime that doesn't happen",
    "name": "Theo Marchetti",
    "role": "Crime prevention adviser",
    "department": "Crime Prevention",
    "portrait": "crime-prevention-adviser",
    "summary": "Theo walks round homes, shops and building plans and asks: where would I get in?",
    "helps": "You can ask for advice on your home, your shop or your building plans. It costs nothing.",
    "pull_quote": "My best days leave no trace at all. Try putting that in a report.",
    "body": [
        text("""
        <p>I read buildings. Give me the plan of a new estate and I will show you the corner where the bins will burn.</p>
        <h2>At your door</h2>
        <p>I look at the hedge before the lock. Most people want to buy something; most of the time I tell them to cut, move or close
        something instead. It is the best part of the job: good news that costs nothing.</p>
        <h2>On paper</h2>
        <p>Planners send us drawings. A window over a path, a light that reaches the alley: small lines, drawn early, that nobody will
        ever thank you for.</p>
        <p><a href="/advice/burglary/">My list for your home</a></p>
        """),
        picture("bike-marking"),
    ],
}

ENQUIRY_DESK = {
    "day": 5,
    "slug": "enquiry-desk",
    "title": "Whoever comes through the door",
    "name": "Grace Whitlock",
    "role": "Enquiry desk officer",
    "department": "Front Office",
    "portrait": "enquiry-desk-officer",
    "summary": "Grace never knows who comes in next: a lost purse, a driving document, or a thing never told before.",
    "helps": "You can walk in and speak to a person, with no appointment and no form.",
    "pull_quote": "Some people walk past the window three times first. I always look up on the third.",
    "body": [
        text("""
        <p>People think it is lost property. It is, until it isn't.</p>
        <h2>The third time past the window</h2>
        <p>You see them outside. They go by, come back, read the poster. When they come in at last they ask about something small. So I
        answer the small thing, slowly, and then I say that there is a quiet room with a door, if they would like to sit down.</p>
        <h2>What you can bring</h2>
        <p>Anything you have found, papers an officer asked to see, and questions. You need no appointment.
        <a href="/contact-us/enquiry-desks/">Where our desks are, and when they are open</a>.</p>
        """),
        picture("enquiry-counter"),
    ],
}

ANALYST = {
    "day": 6,
    "slug": "analyst",
    "title": "Asking the numbers a better question",
    "name": "Samira Noor",
    "role": "Intelligence analyst",
    "department": "Intelligence",
    "portrait": "analyst-portrait",
    "summary": "Samira looks for the pattern that nobody on one shift could see, and says when there is none.",
    "helps": "Officers are on your street at the hours when they are needed most.",
    "pull_quote": "The bravest sentence in my job is: the data doesn't say that.",
    "body": [
        text("""
        <p>An officer sees one stolen van. I see forty, on a map, by the hour, with the weather.</p>
        <h2>From a feeling to a plan</h2>
        <p>Somebody says: it is always Tuesdays. I look. Often it is not Tuesdays, it is when the bins are out, and that can be done
        something about. Then patrols go where and when they are worth most.</p>
        <h2>Being careful</h2>
        <p>Numbers about people can be wrong about people. So I ask what is missing, who reports and who doesn't, and I write that down
        too.</p>
        """),
        picture("analyst"),
    ],
}

STAFF_PROFILES = [CALL_HANDLER, CRIMINAL_JUSTICE, INVESTIGATOR, PCSO, PREVENTION, ENQUIRY_DESK, ANALYST]

RESPONSE_WEEK = {
    "slug": "response-week-of-action",
    "title": "Response Week of Action",
    "summary": "They arrive first, day and night. Every morning this week we introduce one of them.",
    "organisers": "National Police Chiefs' Council",
    "hero": "response-car",
    "body": [
        text("""<p>The officers who answer 999 carry some of the hardest hours in policing, and many, as Rob Carden of the National Police Chiefs'
    Council has pointed out, have not been in it for long. This week is theirs. <a href="/news/response-week-of-action/">Why response is a skill of its own</a>.</p>""")
    ],
}


def load(stage) -> None:
    index = stage.publish(stage.home, StaffRecognitionPage(**INDEX))
    starts = first_day(stage.today)
    running = RESPONSE_WEEK | {"starts": starts, "ends": starts + timedelta(days=6)}
    for week, profiles in ((STAFF_WEEK, STAFF_PROFILES), (running, RESPONSE_PROFILES)):
        campaign = stage.publish(index, campaign_page(stage, week), release_moment(week["starts"], RELEASE))
        for person in profiles:
            stage.publish(campaign, profile(stage, campaign, person), release_moment(day_of(campaign, person), RELEASE))
    load_week_in_the_making(stage, index)


def load_week_in_the_making(stage, index: StaffRecognitionPage) -> None:
    starts = stage.today + COMES_IN
    campaign = stage.publish(index, campaign_page(stage, VOLUNTEERS_WEEK | {"starts": starts, "ends": starts + LASTS}))
    for person in DRAFTS:
        page = profile(stage, campaign, person)
        page.live, page.campaign = False, campaign
        campaign.add_child(instance=page)
        page.save_revision(user=stage.editor)


def first_day(today: date) -> date:
    """Of a week that is running: some of its days are gone, the others still to come."""
    return today - timedelta(days=DAYS_GONE)


def campaign_page(stage, week: dict) -> CampaignPage:
    fields = stage.fields(week)
    return CampaignPage(intro=fields.pop("body"), hero=stage.picture(fields.pop("hero")), release_time=RELEASE, **fields)


def profile(stage, campaign: CampaignPage, person: dict) -> StaffProfilePage:
    name = person["name"]
    words = {key: person[key] for key in ("slug", "title", "summary")}
    return StaffProfilePage(
        day=day_of(campaign, person),
        display_name=name,
        role_title=person["role"],
        department=person["department"],
        portrait=stage.picture(person["portrait"]) if person["portrait"] else None,
        quote=typeset(person["pull_quote"]),
        quote_by=person.get("quote_by", f"{name}, {person['role'].lower()}") if person["pull_quote"] else "",
        helps=typeset(person["helps"]),
        film=stage.film if person.get("film") else None,
        consent_reference=person.get("consent", "Invented person: none needed"),
        consent_until=stage.today + CONSENT_LASTS if person.get("consent", name) else None,
        **stage.fields(words | {"body": [*person["body"], text(INVENTED.format(name=name or "Whoever you meet here"))]}),
    )


def day_of(campaign: CampaignPage, person: dict) -> date:
    return campaign.starts + timedelta(days=person["day"])

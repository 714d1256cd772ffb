"""News that helps: what to do before something happens."""

from .writing import contact, details, picture, text

TOOLS = {
    "slug": "sheds-bikes-and-vans",
    "title": "An hour for your shed, your bike and your van",
    "summary": "Dark afternoons suit thieves. Four small jobs to do this weekend, and how to get your things back if they go.",
    "days_ago": 7,
    "hero": "bike-marking",
    "topics": ["crime-prevention"],
    "body": [
        text("""
        <h2>The shed</h2>
        <p>Look at it as a stranger would. Screws that can be undone from outside? Replace them with bolts. Cover the window. Chain
        what is worth most to something that can't be lifted. A cheap battery alarm makes the noise that a thief fears.</p>
        <h2>The bike</h2>
        <ul>
        <li>Use two locks of different kinds, and lock the frame and both wheels to something fixed.</li>
        <li>Take a picture of the whole bike, and of the number under the frame.</li>
        <li>Register it, free, on <a href="https://www.bikeregister.com/">BikeRegister</a>. Officers look there when they find one.</li>
        </ul>
        <h2>The van</h2>
        <ul>
        <li>Tools in at night. If they can't be, park with the doors against a wall.</li>
        <li>Mark each tool with your postcode and house number: paint is fine, ugly is good.</li>
        <li>Keep a list with serial numbers, and put it on <a href="https://www.immobilise.com/">Immobilise</a>.</li>
        </ul>
        <h2>If it is gone</h2>
        <p>Report it with the numbers and pictures. Look at selling sites, but never go to meet a seller yourself: tell us.</p>
        """),
        contact("Offered tools at a strange price?", ["101", "online", "crimestoppers"]),
        details(
            "Where can I have my bike marked?",
            """<p>Many surgeries and Beat Bus stops offer it. <a href="/neighbourhoods/">Your team's page</a> lists the next
            ones.</p>""",
        ),
    ],
}

NUISANCE_BIKES = {
    "slug": "nuisance-bikes",
    "title": "Nuisance bikes: what to tell us, and what happens then",
    "summary": "Off-road bikes and e-scooters spoil parks and frighten people. Officers can seize them, and what you saw is where it starts.",
    "days_ago": 11,
    "hero": "village-green",
    "topics": ["crime-prevention", "your-area"],
    "areas": ["SCT111", "SCT131", "SCT163"],
    "body": [
        text("""
        <p>Chasing a bike through a park can hurt somebody. Finding out where it is kept can't. That is why most bikes are taken from a
        garage, on a quiet morning, because neighbours said where to look.</p>
        <h2>What helps us most</h2>
        <ul>
        <li>where it is kept, or where it is filled up</li>
        <li>make, colour, stickers, number plate or the lack of one</li>
        <li>when they come, and which way in</li>
        <li>helmets and clothes, more than faces</li>
        </ul>
        <p>Please don't follow or film at close range.</p>
        <h2>What the law says</h2>
        <p>Section 59 of the Police Reform Act 2002 lets officers seize a vehicle that is ridden carelessly or off the road in a way
        that alarms or annoys people. A privately owned e-scooter may be ridden on private land only, with the owner's leave.</p>
        """),
        contact("Tell us where it is kept", ["999", "101", "online", "crimestoppers", "team"]),
    ],
}

TALKING = {
    "slug": "hear-from-your-team",
    "title": "Hear from your own officers, by email",
    "summary": "Northamptonshire Talking sends what happens near you, written by the people who deal with it. You can answer.",
    "days_ago": 18,
    "hero": "messages",
    "topics": ["your-area"],
    "body": [
        text("""
        <p>Northamptonshire Talking is the force's own messaging service. Anybody who lives or works in the county can sign up, choose
        what to hear about, and stop at any time.</p>
        <h2>What you get</h2>
        <ul>
        <li>what has happened near you, and what was done about it</li>
        <li>where to meet your officers next</li>
        <li>advice at the moment when it is useful</li>
        </ul>
        <p>You can tell your team what worries you, too: that is why it is called Talking.
        <a href="https://www.northants.police.uk/neighbourhoods">Sign up on the force's site</a>.</p>
        """),
    ],
}

SURGERIES = {
    "slug": "what-happens-at-a-surgery",
    "title": "What happens at a beat surgery",
    "summary": "No appointment, no form. Sit down with the officers who work in your area and say what is on your mind.",
    "days_ago": 22,
    "hero": "surgery",
    "topics": ["your-area", "neighbourhood-policing"],
    "body": [
        text("""
        <p>Once a month or so, an officer and a PCSO sit down in a library, a hall or a café where you live. That is a surgery. People
        come to say that a corner feels unsafe, to ask how a report is getting on, or just to say hello.</p>
        <h2>What becomes of it</h2>
        <p>What several people bring up can become one of the three priorities of the team. Its page then shows what was said, what was
        agreed and what has been done, each with its date.</p>
        """),
        picture("village-green"),
        text("""
        <h2>When is the next one?</h2>
        <p><a href="/neighbourhoods/">Choose your area</a> to see dates, places and whether you can get in without a step.</p>
        """),
    ],
}

ADVICE_STORIES = [TOOLS, NUISANCE_BIKES, TALKING, SURGERIES]

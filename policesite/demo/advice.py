"""Advice: what to do, who can help, how to reach us. Numbers and law as they stood in 2026."""

from policesite.pages.models import ContentPage

from .writing import contact, details, picture, text

CLARES_LAW = "https://www.northants.police.uk/rqo/request/ri/request-information/cl/triage/v2/request-information-under-clares-law/"

ADVICE = {
    "slug": "advice",
    "title": "Advice",
    "summary": "What to do, who can help, and how to keep yourself, your home and your things safe.",
    "show_children": True,
    "body": [
        text("""<p><b>In an emergency call 999.</b> If you can't speak, cough or tap the phone, then press 55 when asked. When it is
        not an emergency, call 101 or <a href="/contact-us/">reach us another way</a>.</p>"""),
    ],
}

DOMESTIC_ABUSE = {
    "slug": "domestic-abuse",
    "title": "Domestic abuse: get help",
    "summary": "In danger now? Call 999, and press 55 if you can't speak. How to ask about a partner's past, and who else can help.",
    "body": [
        text("""
        <p>It is not your fault, and you don't have to be sure before you ask for help. To leave this site at once, press the
        <b>Escape</b> key or use the yellow button at the top of the page.</p>
        """),
        contact("In danger now?", ["999"]),
        text("""
        <h2>Call 999 without speaking</h2>
        <p>If you can speak, tell us first where you are, in case the call is cut short. If you can't:</p>
        <h3>From a mobile</h3>
        <ol>
        <li>Call 999 and stay on the line.</li>
        <li>Listen to the operator. Cough or tap the phone if you can.</li>
        <li>If the operator can't tell what you need, you hear a message: <b>press 55</b>. That puts you through to the police.</li>
        <li>Listen to the police call handler, who asks questions that you can answer by a cough or a tap.</li>
        </ol>
        <p>Pressing 55 does not tell us where you are, so give an address or a hint as soon as it is safe. It works on mobiles
        only.</p>
        <h3>From a landline</h3>
        <p>Call 999 and stay on the line. When nobody speaks and the operator is not sure, the call is passed to the police,
        and we are told where the landline is.</p>
        <h3>In sign language, or by text</h3>
        <p>Use <a href="https://999bsl.co.uk/">999 BSL</a> to sign to an interpreter, or text 999 if you have registered. To
        register, text the word <b>register</b> to 999: it takes two minutes and is worth doing before you need it.</p>
        """),
        text("""
        <h2>What domestic abuse is</h2>
        <p>It can come from a partner, somebody you used to be with, or a member of your family. It happens to people of every age,
        sex, faith and background. It can be a single act or years of small ones:</p>
        <ul>
        <li>hitting, pushing, choking or threatening to</li>
        <li>forcing you into sex, or sharing intimate pictures</li>
        <li>deciding what you wear, where you go and whom you see</li>
        <li>taking your money, or running up debts in your name</li>
        <li>following you, reading your messages, tracking your phone</li>
        <li>making you feel worthless, or afraid of what comes next</li>
        </ul>
        <p>Children who see it, hear it or live with it are victims too. The law says so.</p>
        """),
        text("""
        <h2>Tell us when it is not an emergency</h2>
        <p>Call <a href="tel:101">101</a> at any time, or ask for a private talk at one of our
        <a href="/contact-us/enquiry-desks/">enquiry desks</a>. Tell us when and how it is safe for us to reach you, and when it is
        not. You can bring somebody with you.</p>
        <p>Keep what you can, but only where it is safe: pictures, messages, dates. You don't need any of it to speak to us.</p>
        """),
        text(f"""
        <h2>Ask about somebody's past: Clare's Law</h2>
        <p>You have a <b>right to ask</b> whether a partner, or somebody you used to be with, has been violent or abusive before. A
        parent, neighbour or friend may ask for somebody else; the answer then goes to the person who needs it. The police may also
        decide to tell you without being asked: that is your <b>right to know</b>.</p>
        <ol>
        <li>Ask online, on 101 or at an enquiry desk. Say how it is safe to contact you.</li>
        <li>We check what the police know, and talk with you, in person, about what worries you.</li>
        <li>With other agencies we decide whether telling you would protect you. The whole of it should take no more than 28
        days.</li>
        </ol>
        <p>The other person is not told that you asked. <a href="{CLARES_LAW}">Ask under Clare's Law on the force's site</a>.</p>
        """),
        text("""
        <h2>Helplines</h2>
        <p>They listen, they don't judge, and they don't tell us unless you want it or a life is at risk.</p>
        <ul>
        <li><b>National Domestic Abuse Helpline</b>, run by Refuge, free, day and night:
        <a href="tel:08082000247">0808 2000 247</a>, or <a href="https://www.nationaldahelpline.org.uk/">chat online</a></li>
        <li><b>Men's Advice Line</b>, for men: <a href="tel:08088010327">0808 801 0327</a>,
        <a href="https://mensadviceline.org.uk/">Men's Advice Line</a></li>
        <li><b>Galop</b>, for LGBT+ people: <a href="tel:08009995428">0800 999 5428</a>, <a href="https://galop.org.uk/">Galop</a></li>
        <li><b>Karma Nirvana</b>, for honour-based abuse and forced marriage: <a href="tel:08005999247">0800 5999 247</a>,
        <a href="https://karmanirvana.org.uk/">Karma Nirvana</a></li>
        <li><b>Childline</b>, for anybody under 19, free, day and night: <a href="tel:08001111">0800 1111</a>,
        <a href="https://www.childline.org.uk/">Childline</a></li>
        <li><b>Respect Phoneline</b>, if you are worried that you hurt somebody you love:
        <a href="tel:08088024040">0808 802 4040</a>, <a href="https://respectphoneline.org.uk/">Respect Phoneline</a></li>
        </ul>
        """),
        text("""
        <h2>Hide your visit to this site</h2>
        <p>Press <b>Escape</b>, or use the button at the top, and this site is replaced at once. Your browser may still remember
        that you were here. <a href="/leaving-this-site/">How to leave no trace, and what we can't do</a>.</p>
        """),
        details(
            "If you are helping somebody else",
            """<p>Listen, and believe them. Don't confront the person who hurts them, and don't press them to leave: leaving can be the
            most dangerous time. Offer a place to keep a bag or papers, agree on a word that means “call 999”, and give them one of the
            numbers above. If you hear an attack, call 999 yourself.</p>""",
        ),
    ],
}

BURGLARY = {
    "slug": "burglary",
    "title": "Protect your home from burglary",
    "summary": "Ten minutes of habits and an afternoon of small jobs that make your home a poor choice for a burglar.",
    "body": [
        text("""
        <h2>If it is happening now</h2>
        <p>Call 999. Don't go in and don't tidy up: wait for us somewhere safe. If you come home to find that it has happened, call
        101 or report it online, and touch as little as you can.</p>
        <h2>Every time you go out</h2>
        <ul>
        <li>Lock every door, even for five minutes. Lift the handle and turn the key.</li>
        <li>Close the windows, upstairs too.</li>
        <li>Put keys and bags where nobody sees them through glass or reaches them through the letterbox.</li>
        <li>After dark, leave a lamp on a timer in a room that can't be seen into.</li>
        </ul>
        <h2>Once, with an hour to spare</h2>
        <ul>
        <li>Fit locks to the standard that your insurer asks for. <a href="https://www.securedbydesign.com/">Secured by Design</a>
        lists products that have been tested.</li>
        <li>Cut the front hedge to the height of a windowsill, so that nobody works unseen.</li>
        <li>Lock the side gate, and move the bins that help somebody over it.</li>
        <li>Mark what you would miss, and list it on <a href="https://www.immobilise.com/">Immobilise</a>, the free register that the
        police search.</li>
        </ul>
        """),
        picture("torch-on-the-terraces"),
        text("""
        <h2>While you are away</h2>
        <p>Ask a neighbour to take in the post and draw the curtains. Wait with the pictures until you are back.</p>
        """),
        contact("Seen something that doesn't look right?", ["999", "101", "crimestoppers", "team"]),
    ],
}

FRAUD = {
    "slug": "fraud",
    "title": "Fraud and scams",
    "summary": "Stop, hang up, check. What to do if somebody has your money or your details, and how to report it.",
    "body": [
        text("""
        <h2>If money has gone, or you shared your details</h2>
        <ol>
        <li>Call your bank on <a href="tel:159">159</a>, or on the number on your card, at once.</li>
        <li>Change the password of the account, and of any other that shares it.</li>
        <li>Report it to <a href="https://www.reportfraud.police.uk/">Report Fraud</a>, which used to be Action Fraud, online or on
        <a href="tel:03001232040">0300 123 2040</a>.</li>
        </ol>
        <p>Call 999 if somebody is at your door now and won't leave, or is on the way to collect cash or a card. Call 101 if they
        have been and gone.</p>
        <h2>How to tell</h2>
        <p>A fraudster hurries you, asks you to keep a secret, or offers what is too good to be true. Remember:</p>
        <ul>
        <li>The police and your bank never ask for your PIN, your password or a code, never ask you to move money to a “safe
        account”, and never send somebody to fetch your card.</li>
        <li>If we call, you may hang up, wait five minutes, and call 101 to check that the officer is real.</li>
        <li>A number on the screen proves nothing: it can be faked.</li>
        </ul>
        <h2>Pass it on</h2>
        <ul>
        <li>Forward a doubtful text to <b>7726</b>, free.</li>
        <li>Forward a doubtful email to <b>report@phishing.gov.uk</b>.</li>
        </ul>
        """),
        details(
            "Helping somebody who has been deceived",
            """<p>Fraud is a crime by clever people, and nobody's foolishness. Stay calm, help them call the bank, sit with them while
            they report it, and come back next week: the same people often ring again.</p>""",
        ),
    ],
}

VEHICLES = {
    "slug": "vehicle-crime",
    "title": "Vehicle crime",
    "summary": "Keep your car, van and what is in it. Small habits stop most thefts.",
    "body": [
        text("""
        <h2>If your vehicle has been stolen</h2>
        <p>Call 999 if it is being taken now. Otherwise call 101 with the registration number, make and colour, then tell your
        insurer.</p>
        <h2>Keyless cars</h2>
        <ul>
        <li>Keep both keys away from doors and windows, in a metal tin or a signal-blocking pouch. Test the pouch from time to
        time.</li>
        <li>A steering lock that can be seen from outside still puts people off.</li>
        </ul>
        <h2>Vans and tools</h2>
        <ul>
        <li>Take tools in at night. If you can't, park with the doors hard against a wall.</li>
        <li>Mark every tool with your postcode and house number, keep a list with serial numbers and pictures.</li>
        <li>Fit a second lock on the back and side doors.</li>
        </ul>
        <h2>Every car, every time</h2>
        <ul>
        <li>Nothing on the seats, not even a coat.</li>
        <li>Windows and sunroof closed, doors checked by hand: a jammed signal can leave a car unlocked.</li>
        <li>Park where there is light and people pass.</li>
        </ul>
        """),
        contact("Know who is behind it?", ["101", "online", "crimestoppers"]),
    ],
}

RURAL = {
    "slug": "rural-crime",
    "title": "Rural crime",
    "summary": "For farms, villages and everybody who looks after land: what to report, and how to make theft harder.",
    "body": [
        picture("rural-crime"),
        text("""
        <h2>Call 999 if it is happening now</h2>
        <p>Hare coursing, poaching, a theft of machinery, a fire: call while they are there. Don't go up to them. Note what you can
        from a safe distance: how many people, dogs and vehicles, registration numbers, which way they went.</p>
        <p>No address? Give the operator a grid reference, or the three words from
        <a href="https://what3words.com/">what3words</a>.</p>
        <h2>Make it harder</h2>
        <ul>
        <li>Keep quad bikes and GPS units locked away and out of sight, and take keys out of machinery, every time.</li>
        <li>Reverse the top hinge of a gate, so that it can't be lifted off.</li>
        <li>Mark equipment, and register plant and tractors with <a href="https://www.cesarscheme.org/">CESAR</a>.</li>
        <li>Lock fuel tanks and check levels weekly.</li>
        <li>Photograph trailers, tack and tools from every side.</li>
        </ul>
        <h2>Wildlife and heritage</h2>
        <p>Badger baiting, egg theft and digging on protected sites are crimes. Tell us on 101, and leave what you find where it
        lies.</p>
        """),
        contact("Tell us what you see", ["999", "101", "online", "crimestoppers", "team"]),
    ],
}

HATE = {
    "slug": "hate-crime",
    "title": "Hate crime",
    "summary": "If you were targeted for who you are, it matters to us. How to report it, and who stands by you.",
    "body": [
        text("""
        <h2>What it is</h2>
        <p>A crime that you, or anybody else, believe was driven by hostility to a person's race, religion, disability, sexual
        orientation or transgender identity. It may be words, graffiti, messages, damage or violence. You don't have to prove why it
        was done.</p>
        <h2>Report it</h2>
        <ul>
        <li>Call 999 if you are in danger.</li>
        <li>Call 101, or come to an <a href="/contact-us/enquiry-desks/">enquiry desk</a>. Ask for an interpreter if you need
        one.</li>
        <li>Use <a href="https://www.report-it.org.uk/">True Vision</a>, the police's national site, which can take a report without
        your name.</li>
        <li>Tell <a href="https://crimestoppers-uk.org/">Crimestoppers</a> on 0800 555 111. They never ask who you are.</li>
        </ul>
        <h2>Support</h2>
        <ul>
        <li><a href="https://tellmamauk.org/">Tell MAMA</a>, for Muslim people</li>
        <li><a href="https://cst.org.uk/">Community Security Trust</a>, for Jewish people</li>
        <li><a href="https://galop.org.uk/">Galop</a>, for LGBT+ people</li>
        <li><a href="https://www.stophateuk.org/">Stop Hate UK</a>, for everybody</li>
        </ul>
        """),
    ],
}

ANTISOCIAL = {
    "slug": "anti-social-behaviour",
    "title": "Anti-social behaviour",
    "summary": "Who deals with what, what to write down, and what to do when nothing changes.",
    "body": [
        text("""
        <h2>Whom to tell</h2>
        <ul>
        <li><b>Call 999</b> when somebody is in danger or a crime is going on.</li>
        <li><b>Call 101 or tell us online</b> about intimidation, nuisance bikes, drug dealing or repeated trouble in one place.</li>
        <li><b>Ask your council</b> about noise, fly-tipping, graffiti and abandoned cars:
        <a href="https://www.northnorthants.gov.uk/">North Northamptonshire</a> or
        <a href="https://www.westnorthants.gov.uk/">West Northamptonshire</a>.</li>
        </ul>
        <h2>What helps us act</h2>
        <p>Dates, times, places and what you saw, written down soon after. Many short notes by several neighbours say more than one
        long letter. Your <a href="/neighbourhoods/">neighbourhood team</a> can come and look with you.</p>
        <h2>When nothing changes</h2>
        <p>You may ask for an <b>ASB case review</b> through your council. The agencies involved must then look at your case
        together, once a threshold of reports is met.</p>
        """),
        contact("Tell us where it happens", ["101", "online", "team"]),
    ],
}

PAGES = [DOMESTIC_ABUSE, BURGLARY, FRAUD, VEHICLES, RURAL, HATE, ANTISOCIAL]


def load(stage) -> None:
    index = stage.publish(stage.home, ContentPage(**stage.fields(ADVICE)))
    for page in PAGES:
        stage.publish(index, ContentPage(**stage.fields(page)))

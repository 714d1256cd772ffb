"""What the site owes its readers: who can use it, what it keeps, its terms, and how to leave it."""

from policesite.pages.models import ContentPage

from .writing import details, table, text

ACCESSIBILITY = {
    "slug": "accessibility",
    "title": "Accessibility statement",
    "summary": "What you can expect of this site, what does not work yet, and how to tell us.",
    "body": [
        text("""
        <p>This statement is for the demonstration of the new website. We want everybody to be able to use it, above all on a bad
        day.</p>
        <h2>What you can do</h2>
        <ul>
        <li>Enlarge everything to 400% without scrolling sideways.</li>
        <li>Use the whole site with a keyboard, with a screen reader or by voice.</li>
        <li>Read it with scripts, colours or pictures turned off, in the dark or in high contrast.</li>
        <li>Watch our film with captions, or read what is said in it, in English and Urdu.</li>
        <li>Print any page.</li>
        </ul>
        <h2>How far we are</h2>
        <p>The site is built to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every kind of page is tested by machine
        in light and dark, on a phone's screen and on a large one. Tests by people who use assistive technology every day are
        still to come, so the site is <b>partially compliant</b> until they are done.</p>
        <h2>What does not work yet</h2>
        <ul>
        <li>The translations of the film page have not been checked by native speakers.</li>
        <li>The film has no version in British Sign Language and no audio description. What it shows is told in the transcript.</li>
        <li>Maps are pictures. Everything they show is also given as text.</li>
        </ul>
        <h2>Tell us</h2>
        <p>If something is in your way, <a href="/feedback/">tell us what you think</a>, or call 101 and ask for another format:
        large print, easy read, audio or Braille.</p>
        <h2>If you are not happy with our answer</h2>
        <p>The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
        Accessibility Regulations 2018. The <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support
        Service</a> can advise you.</p>
        """),
    ],
}

PRIVACY = {
    "slug": "privacy",
    "title": "Privacy",
    "summary": "What this site knows about you, which is little, how long it keeps it, and what you can ask of us.",
    "body": [
        text("""
        <h2>What we don't do</h2>
        <ul>
        <li>We don't keep the postcodes that you type, or what you search for. We only count ordinary words, such as “drone licence”, that found nothing on several days, so that we can write what is missing. Nothing says who searched, and no name or place is ever among them.</li>
        <li>No other company is told that you came: pictures, maps, films and type all come from this site.</li>
        <li>We set no cookie before you choose. <a href="/cookies/">See and change your choice</a>.</li>
        </ul>
        """),
        table(
            "What we keep, and why",
            ["What", "Why"],
            [
                ["What you write in the feedback form, and your email address if you give it", "To make the site better, and to answer you"],
                ["That a choice about cookies was made, without who made it", "To show that we asked"],
                ["Which pages failed and when, without what was typed", "To mend them"],
            ],
        ),
        text("<p>How long each is kept is decided before the real site opens, and will be said here.</p>"),
        text("""
        <h2>When you use another site</h2>
        <p>Reports, complaints and requests are made on the force's own services, which have their own privacy notices. Links there
        are plain: we don't follow you.</p>
        <h2>Your rights</h2>
        <p>You may ask for a copy of what is held about you, have it put right, or object. If our answer doesn't satisfy you, the
        <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner's Office</a> can look into it.</p>
        """),
        details(
            "If you don't want anybody to know that you came here",
            """<p>Press Escape to leave at once, and read <a href="/leaving-this-site/">how to leave no trace</a>.</p>""",
        ),
    ],
}

TERMS = {
    "slug": "terms",
    "title": "Terms",
    "summary": "What this site is, what it is not, and what you may do with what you find on it.",
    "body": [
        text("""
        <h2>A demonstration</h2>
        <p>This is a demonstration of a police website. It retells real news of the force in our own words. Officers, staff, profiles,
        telephone numbers, events and incidents are invented, and any likeness is chance. <b>Don't rely on it in an emergency: call
        999.</b></p>
        <h2>Using what is here</h2>
        <p>Pictures were drawn for this site. Boundaries, postcodes and places contain National Statistics, Royal Mail and OS data
        © Crown copyright and database right 2013 and 2014, under the
        <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">Open Government Licence v3.0</a>, and data
        of <a href="https://www.geonames.org/">GeoNames</a> under CC BY 4.0.</p>
        <h2>Links to other sites</h2>
        <p>We link to services that we think useful. What they say is theirs.</p>
        """),
    ],
}

PAGES = [ACCESSIBILITY, PRIVACY, TERMS]


def load(stage) -> None:
    for page in PAGES:
        stage.publish(stage.home, ContentPage(**stage.fields(page)))

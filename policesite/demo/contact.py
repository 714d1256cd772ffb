"""How to reach the police, whatever the hour and whatever works for you."""

from policesite.pages.models import ContentPage

from .site import FORCE
from .writing import text

CONTACT = {
    "slug": "contact-us",
    "title": "Contact us",
    "summary": "In an emergency call 999. For everything else there is 101, this site, and a desk you can walk up to.",
    "show_children": True,
    "body": [
        text(f"""
        <h2>999, in an emergency</h2>
        <p><b>Call 999</b> when somebody is in danger, when a crime is going on, or when a suspect is close by.</p>
        <p>If you can't speak, cough or tap the phone, then <b>press 55</b> when asked. From a landline, stay on the line.</p>
        <h2>101, day or night</h2>
        <p>Call <a href="tel:101">101</a> to report something that is over, to pass on what you know, or to speak to an officer. The
        call is free.</p>
        <h2>Online</h2>
        <p><a href="{FORCE["report_url"]}">Report a crime, a collision or anti-social behaviour</a> on the force's reporting service.
        You get a reference to keep.</p>
        <h2>Face to face</h2>
        <p>Come to one of our <a href="/contact-us/enquiry-desks/">enquiry desks</a>. You need no appointment. Each desk's page says
        whether it is open now and what it can do for you.</p>
        <h2>Deaf, hard of hearing, or unable to speak</h2>
        <ul>
        <li>Emergency in British Sign Language: <a href="https://999bsl.co.uk/">999 BSL</a>, by app or on the web, free.</li>
        <li>Emergency by text: text 999, once you have registered. To register, text the word <b>register</b> to 999.</li>
        <li>Emergency by textphone or the <a href="https://www.relayuk.bt.com/">Relay UK</a> app: <b>18000</b>.</li>
        <li>Not an emergency, by textphone or Relay UK: <b>18001 101</b>.</li>
        </ul>
        <h2>Without giving your name</h2>
        <p>Tell <a href="https://crimestoppers-uk.org/">Crimestoppers</a>, an independent charity, on
        <a href="tel:0800555111">0800 555 111</a>. They never ask who you are and can't see your number.</p>
        <h2>Your own team</h2>
        <p>Find the officers who look after your streets, with their telephone numbers and the next place to meet them, under
        <a href="/neighbourhoods/">your neighbourhood team</a>. For messages about your area, sign up to
        <a href="{FORCE["messaging_url"]}">{FORCE["messaging_name"]}</a>.</p>
        <h2>Report a security problem with this website</h2>
        <p>Have you found a weakness that somebody could use against this site or the people who visit it? Write to
        <a href="{FORCE["security_contact"]}">{FORCE["security_contact"].removeprefix("mailto:")}</a>: which page it is, what you did,
        and what you saw. Please look at no more than shows the problem, change nothing, and tell nobody else until it is mended.</p>
        <h2>Thank us, complain, or ask for information</h2>
        <ul>
        <li><a href="{FORCE["complaints_url"]}">Thank or complain about the police</a></li>
        <li><a href="{FORCE["foi_url"]}">Ask for information, under freedom of information or about yourself</a></li>
        <li><a href="{FORCE["jobs_url"]}">Jobs and volunteering</a></li>
        <li><a href="/feedback/">Tell us what you think of this site</a></li>
        </ul>
        """),
    ],
}


def load(stage) -> None:
    stage.contact = stage.publish(stage.home, ContentPage(**stage.fields(CONTACT)))

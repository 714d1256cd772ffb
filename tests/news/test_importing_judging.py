"""What may be about a person waits for a person to decide; ordinary news of the police does not."""

import time

import pytest

from news.importing.judging import judge
from news.kinds import Kind
from news.looks import Look

ASKS = [
    ("Image released after theft from shop in Corby", "Police believe the man pictured may have information. Call 101."),
    ("Images released following assault in Kettering", "Officers believe the men could assist with enquiries."),
    ("Do you know this man?", "Officers have released an image of a man after a theft in Rushden."),
    ("Recognise him?", "It happened in Wellingborough."),
    ("Police are looking for Paul Harris", "Paul Harris, 34, of Corby, has not kept to what was agreed. If you see him call 999."),
    ("Information sought on 14-year-old from Daventry", "Ella Grey was wearing a black jacket and could be in Leicester."),
    ("Concern for teenager from Rushden", "The 15-year-old left home on Tuesday wearing a blue coat."),
    ("Growing concern for missing Corby woman", ""),
    ("Search for Owen continues", "Owen, 79, has dementia and is known to take long walks. He likes trains."),
    ("Officers searching for 12-year-old boy", ""),
    ("Update: girl found safe and well", "Thank you to all who shared our post."),
    ("Thieves hunted after raid on jeweller's", "Police are hunting two men who drove off in a blue van."),
    ("Detectives hunt gunman after shots fired", ""),
    ("Photo of man issued after burglary", ""),
    ("CCTV appeal after shop theft", ""),
    ("Faces of shoplifters shared by police", "The suspects took meat from a shop in Corby."),
    ("E-fit of burglar", "The man is described as white, about 40 and of slim build."),
    ("Robbery in Northampton", "The offender was a tall man. He was wearing a grey hooded top."),
    ("Police want to speak to this woman", ""),
    ("Officers keen to trace driver of silver Corsa", ""),
    ("Help us find Lily", "She is 13."),
    ("Runaway teenager may be in Luton", ""),
    ("Breached his licence", "He was released in May and recalled to prison in June."),
    ("Have you seen this sex offender?", ""),
    ("On the run", "A prisoner has absconded from an open prison."),
    ("Do not approach Craig Sample", "Call 999."),
    ("Detectives seek two men over attack in park", ""),
    ("Witnesses sought after crash on A43", ""),
    ("Can you help identify this man?", ""),
    ("Wanted: Alex Example", ""),
    ("Wanted man may be in Kettering", ""),
    ("Can you help us trace Jane Sample, 44?", ""),
    ("Fears for elderly man last at bus station", ""),
]
NAMED = [
    ("Burglar gets four years", "Lee Carter, 22, will spend four years behind bars."),
    ("Drug dealers locked up", "Mark Smith and John Doe were locked up for a total of nine years."),
    ("Men in custody", "Two were detained. Lee Carter, 22, and Ali Khan, 25, remain in custody."),
    ("Banned driver", "David Jones of Corby was handed 12 months at Northampton Crown Court."),
    ("Burglar of no fixed address", "Lee Carter, of no fixed address, took a bicycle."),
    ("Stalking Protection Order granted", "An order was granted against Kevin Brown."),
    ("PC dismissed after misconduct hearing", "PC Tom White was dismissed without notice."),
    ("Man JAILED", "LEE CARTER was given a suspended sentence."),
    ("Jailed", "lee carter, 22, typed by somebody in a hurry"),
    ("Charged", "Mr Carter will appear before magistrates."),
    ("Victim named", "The woman has been named as Jane Roe, 30."),
    ("Tributes paid to motorcyclist", "The family of Adam Brown spoke of a loving father who died on the A45."),
    ("Two years on", "Detectives still investigate the murder of Jane Roe."),
    ("A day on the river", "Jane Roe, 30, was on the bank."),
]
ORDINARY = [
    ("Officers looking for volunteers", "Could you give four hours a month?"),
    ("Search for new cadets", "We are looking for young people aged 13 to 17 who want to join."),
    ("Police are looking for people to join the special constabulary", ""),
    ("Looking for a new challenge? Join us", "We are recruiting men and women of every background."),
    ("Hunt for Easter eggs at police station open day", ""),
    ("Volunteers wanted", "Your views wanted, too: tell us what matters."),
    ("Police seek views of women on safety", ""),
    ("New CCTV cameras for town centre", "The CCTV control room is staffed day and night."),
    ("Christmas toy appeal breaks record", "Officers gave out 900 presents."),
    ("Photos shared from our open day", "More than 2,000 families came."),
    ("New custody suite opens", "Chief Constable Ivan Sample cut the ribbon."),
    ("We hope you find our new website useful", "You can find a team near you."),
    ("Help us to find out what worries you", "Take our survey to help us find solutions for Corby."),
    ("Herbert Protocol helps people with dementia", "A form tells officers where to begin if somebody goes out alone."),
    ("Burglar jailed", "A man from Corby was jailed at Northampton Crown Court on Monday."),
    ("Cannabis factory found in Wellingborough", "Officers forced entry on Tuesday and seized 200 plants."),
    ("Stolen bikes returned to owners", "Mark your bike."),
    ("Knife amnesty: 300 blades handed in", ""),
    ("Speeding operation on A14", "A total of 112 drivers were stopped."),
    ("Victim and witness care unit wins award", ""),
    ("Chief Constable welcomes 24 new recruits", "PC Sam Green said: “I can't wait to start.”"),
    ("Police dog retires", "Rex has found drugs, weapons and stolen goods in seven years."),
    ("Warning about courier fraud", "Officers will never ask for your PIN or seek your bank card."),
    ("Officers talk to residents", "They want to speak to local people about parking."),
    ("Rural crime week", "Our Rural Crime Team will be out in force."),
    ("Beat Bus comes to Corby", "Come and find out more. We wanted to say thank you. Call us on 101."),
    ("Front desk moves", "Staff can help with enquiries from 9am."),
    ("Number of burglaries falls by a fifth", "“We won't stop,” said Superintendent Alex Green."),
    ("Don't miss out: property marking on Saturday", ""),
    ("Officers on foot in Kings Heath", "They dealt with parking, noise and nuisance bikes."),
    ("Trading Standards and police seize vapes", "Illegal vapes worth £20,000 were taken in Kettering."),
    ("Football match: what to expect on Saturday", "Roads near Sixfields Stadium will be busy."),
    ("Operation Snap goes live", "Send your journey to us."),
    ("Safer Streets: new lights for the Racecourse", ""),
    ("Police and Crime Commissioner sets out plan", ""),
]


@pytest.mark.parametrize(("title", "text"), ASKS)
def test_what_may_ask_for_somebody_is_held(title, text):
    kind, doubt = judge(title, "Short line.", text)
    assert doubt == Look.ASKS and kind in (Kind.MISSING, Kind.WANTED, Kind.APPEAL)
    assert judge("An update", f"{title}. {text}", "")[1] == Look.ASKS, "wherever it is said"


@pytest.mark.parametrize(("title", "text"), NAMED)
def test_what_may_name_somebody_in_a_case_or_harmed_is_held(title, text):
    assert judge(title, "Short line.", text)[1] in (Look.CASE, Look.HARMED, Look.NAMED)


@pytest.mark.parametrize(("title", "text"), ORDINARY)
def test_ordinary_news_comes_out(title, text):
    assert judge(title, "", text) == (Kind.STORY, None)


@pytest.mark.parametrize(
    "piece", ["Aa ", "A'", "want ", "looking for the ", "Aaa, 22 ", "described as tall ", "word", "concern for ", "image of the "]
)
def test_a_text_made_to_be_slow_costs_no_more_than_its_length(piece):
    def cost(letters: int) -> float:
        started = time.process_time()
        judge("Title", "", piece * (letters // len(piece)))
        return time.process_time() - started

    assert cost(60_000) < 6 * max(cost(20_000), 0.02), "three times the text costs three times as much, not nine"

"""The profiles of the Response Week of Action: invented people, real work. `day` counts from the first of the week."""

from .writing import picture, text

NIGHT_SHIFT = {
    "day": 0,
    "slug": "night-shift",
    "title": "Ten hours, eleven doors",
    "name": "Jonah Adeyemi",
    "role": "Response constable",
    "department": "Response, Northampton",
    "portrait": "officer-night",
    "summary": "Jonah works nights. Every door is different, and he has about a minute to read it.",
    "helps": "Whatever happens at 4am, somebody comes.",
    "pull_quote": "Jonah walks up to the door slowly. Nobody on the shift is done sooner.",
    "quote_by": "Helen Barraclough, response sergeant",
    "body": [
        text("""
        <p>The radio gives you an address and six words. You make a picture on the way, and then you throw the picture away at the
        door.</p>
        <h2>One night</h2>
        <p>A burglar alarm that was a cat. A man who hadn't eaten for two days. A girl who wanted to go home and couldn't say which
        home. A fight, over when we came. A birth, nearly.</p>
        <h2>What I have learnt</h2>
        <p>Take off the cap. Sit down if they are sitting. Find one thing that you can do now, and do it.</p>
        """),
        picture("response-car"),
    ],
}

SERGEANT = {
    "day": 1,
    "slug": "response-sergeant",
    "title": "Counting them out, counting them in",
    "name": "Helen Barraclough",
    "role": "Response sergeant",
    "department": "Response, Kettering",
    "portrait": "sergeant",
    "summary": "Helen sends her team to every call, and stays awake until the last of them is back.",
    "helps": "The most urgent call gets the nearest car, and whoever comes to you has been looked after, too.",
    "pull_quote": "After a bad job I don't ask whether they're all right. I ask whether they've eaten.",
    "body": [
        text("""
        <p>At ten to seven I have nine people in a room. At the end of the shift I want nine people in that room.</p>
        <h2>Deciding</h2>
        <p>Three calls, two cars. You choose, you say so out loud, and you write down why. Nobody teaches you how it feels; somebody
        should.</p>
        <h2>Afterwards</h2>
        <p>We talk before we go home, ten minutes, no ranks. It isn't soft. It is maintenance.</p>
        """),
        picture("response-briefing"),
    ],
}

STUDENT = {
    "day": 2,
    "slug": "student-officer",
    "title": "Week nineteen",
    "name": "Amrit Gill",
    "role": "Student officer",
    "department": "Response, Wellingborough",
    "portrait": "officer-turban",
    "summary": "Amrit joined this year. He still writes down the name of everybody who says thank you.",
    "helps": "Somebody who is new to the job has the time to listen, with an experienced colleague beside them.",
    "pull_quote": "My tutor let me do the talking. Then he let me do the silence, which is harder.",
    "body": [
        text("""
        <p>Nineteen weeks ago I sold insurance. The first time somebody ran towards the uniform and not away from it, I looked behind me
        to see who was there.</p>
        <h2>What is hard</h2>
        <p>Not the running. The telling: a mother, a son, on a doorstep. You learn the words, and then you learn to stop after
        them.</p>
        <h2>What helps</h2>
        <p>A tutor who says what he got wrong at my age. A sergeant who notices. And breakfast with the shift.</p>
        """),
    ],
}

DRIVER = {
    "day": 3,
    "slug": "response-driver",
    "title": "Fast is the easy part",
    "name": "Marcia Bright",
    "role": "Response driver and trainer",
    "department": "Driver Training",
    "portrait": "officer-locs",
    "summary": "Marcia teaches officers to drive on blue lights, which is mostly teaching them when to slow down.",
    "helps": "The officers who come to you in a hurry get there, and so does everyone else on the road.",
    "pull_quote": "You're no use to anybody if you don't arrive.",
    "body": [
        text("""
        <p>I ask every student the same thing: what is round that bend? The right answer is: I don't know yet.</p>
        <h2>Blue lights</h2>
        <p>They ask other people for room. They don't make it. Look far, talk aloud, leave space, and be ready to stop.</p>
        <h2>If you see us coming</h2>
        <p>Don't brake hard and don't jump a red light. Look for a place, slow down, pull over where it is safe.</p>
        """),
    ],
}

RURAL = {
    "day": 4,
    "slug": "rural-response",
    "title": "Twenty miles to the next car",
    "name": "Orla Finnegan",
    "role": "Response constable",
    "department": "Response, Daventry and the south",
    "portrait": "rural-officer",
    "summary": "Where Orla works, help is a long way off. So she talks, and knows every gate.",
    "helps": "However far out you live, an officer who knows the lanes is on the way.",
    "pull_quote": "Out here the best thing I carry is time.",
    "body": [
        text("""
        <p>In town you are two minutes from a colleague. Here I have a torch, a dog that isn't mine, and a farmer who got there before
        me.</p>
        <h2>Knowing the ground</h2>
        <p>Which ford floods. Which gate is chained. Who will open at three in the morning and put the yard lights on. None of that is on
        a map.</p>
        """),
        picture("rural-crime"),
    ],
}

NEGOTIATOR = {
    "day": 5,
    "slug": "negotiator",
    "title": "Staying until it passes",
    "name": "Daniel Okoro",
    "role": "Response constable and negotiator",
    "department": "Response, Northampton",
    "portrait": "officer-bowler",
    "summary": "Daniel is called when words are all there is. He says that listening is most of it.",
    "helps": "On the worst day of a life, somebody trained to listen comes and stays.",
    "pull_quote": "I am never in a hurry. It is the only trick I have.",
    "body": [
        text("""
        <p>You begin with your name. Then you ask theirs, and use it.</p>
        <h2>What I don't say</h2>
        <p>I know how you feel: I don't. I say that I am here, that there is time, and that they can stop talking whenever they like.
        Mostly they talk. Mostly it passes, and afterwards there is help that lasts longer than I can stay.</p>
        <h2>If it is you</h2>
        <p>Call <b>999</b> if your life is in danger. Samaritans listen day and night, free, on
        <a href="tel:116123">116 123</a>.</p>
        """),
    ],
}

WELLBEING = {
    "day": 6,
    "slug": "peer-supporter",
    "title": "Somebody to ring who has been there",
    "name": "Bethan Lloyd",
    "role": "Response constable and peer supporter",
    "department": "Response, Corby",
    "portrait": "officer-cap",
    "summary": "Bethan was hurt on duty. Now she is the one whom colleagues call when it was their turn.",
    "helps": "An officer who has been looked after after a bad night can look after you on the next.",
    "pull_quote": "Being hit isn't part of the job. Being looked after is.",
    "body": [
        text("""
        <p>I was back at work in nine days. I was back in the job after about nine months. Those are different things.</p>
        <h2>What I do now</h2>
        <p>When a colleague has been assaulted, I call that evening. Not about forms. I ask who is with them, and whether they would
        like me to ring tomorrow.</p>
        <h2>The rest of the week</h2>
        <p>I still go out on response. I would not do anything else.</p>
        """),
    ],
}

RESPONSE_PROFILES = [NIGHT_SHIFT, SERGEANT, STUDENT, DRIVER, RURAL, NEGOTIATOR, WELLBEING]

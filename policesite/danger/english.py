"""How somebody says in English that they, or others, are in danger now: who does what to whom, with what, and where.

Sentences are read as spotting.py folds them: small letters, no apostrophes, one space between words, " . " between sentences.
The patterns are by sense, so that a word nobody listed still fits: a person with a weapon, somebody harming somebody,
somebody in the house, a body that doesn't breathe.
"""

_KIN = (
    "mum|mam|mom|mother|dad|father|step(?:dad|father|mum|mother)|son|daughter|child|children|baby|babies|kids?|toddler|brother|sister|nan|nana|gran|grandma"
    "|grandad|husband|hubby|wife|partner|boyfriend|girlfriend|bf|gf|ex|mate|friend|neighbours?|uncle|aunt|auntie|cousin|flatmate|housemate|landlord"
)
_FOLK = (
    "someone|somebody|man|men|woman|women|lady|guys?|blokes?|boys?|girls?|lads?|teens?|teenagers?|youths?|people|person|strangers?|gang|group|burglars?"
    "|robbers?|thief|thieves|intruders?|attackers?|driver|cyclist|pedestrian|passenger|pensioner|officer"
)
_NOUN = rf"(?:(?:{_KIN}|{_FOLK})s?)"
_WHO = rf"(?:he|she|they|hes|shes|theyre|theyve|{_NOUN})"
_ONE = rf"(?:i|im|ive|we|weve|{_WHO})"
_WHOM = rf"(?:me|us|him|her|them|(?:my|him|her|them)sel(?:f|ves)|(?:(?:an?|the|my|our|his|her|their|another|some|old|young|little|elderly|homeless|other|two|three) )*{_NOUN})"
_IS = r"(?:is|are|am|was|were|hes|shes|theyre|im|keeps?|been|being)"
# What a website does to its readers is no crime: "it hit me", "this page is killing me".
_NO_THING = "".join(
    f"(?<!{thing} )"
    for thing in ("it", "its", "this", "that", "which", "what", "page", "pages", "site", "website", "form", "map", "text", "font", "you")
)
_HURT = (
    "hit|hits|beat|beats|hurts?|shot|bit|bites|drags|dragged|grabs|grabbed|burnt|stab(?:s|bed)|rob(?:s|bed)|mug(?:s|ged)|slap(?:s|ped)|kidnap(?:s|ped)|spiked"
    "|(?:attack|punch|kick|smack|thump|head ?butt|batter|assault|push|abduct|threaten|snatch|murder|molest|corner|tortur|touch|knif|bottl|glass)(?:s|es|ed)"
    r"|(?:strangle|choke|rape|shove|grope|chase|abuse|harass|bite|stalk)(?:s|d|es|ed)|poisoned|trapped|tied up|thr(?:ew|own)|jumped|spiked (?:my|her|his) drink|(?:smashed|threw|broke) (?:a |the )?(?:\w+ )?(?:in|at|over|on)"
)  # fmt: skip
_HURTING = (
    "beating|hitting|hurting|attacking|punching|kicking|slapping|strangling|choking|stabbing|shooting|robbing|raping|killing|threatening|biting|shoving|dragging"
    "|grabbing|groping|molesting|assaulting|mugging|kidnapping|abducting|murdering|battering|smacking|chasing|stalking|torturing|abusing|harassing|burgling"
    "|stealing|nicking|smashing|vandalising|looting|screaming|yelling|fitting|convulsing|drowning|bleeding|dying(?! to)|burning|burning down|brawling"
)
_HARMED = (
    "raped|stabbed|shot|attacked|assaulted|robbed|mugged|beaten|burgled|strangled|kidnapped|abducted|poisoned|run over|followed|chased|threatened|held|snatched"
    "|spiked|knifed|glassed|punched|jumped|groped|kicked|headbutted|battered|dragged|bundled into|forced into|pinned down|knocked (?:down|over|off|out|unconscious)|hit by|electrocuted|crushed|impaled"
)
_HOME = (
    "house|home|flat|bedroom|room|kitchen|bathroom|loft|attic|garden|garage|shed|door|window|car|van|building|stairs|property|drive|shop|roof|fence|porch"
    "|hallway|landing|back yard|letterbox"
)
_NEAR = (
    rf"(?:outside|next ?door|upstairs|downstairs|across the (?:road|street)|(?:in|inside|outside|at|on|near|by|behind|from) (?:my|our|the|a|her|his|their|an)"
    rf"(?: \w+)? (?:{_HOME}|pub|street|road|park|school|club|station|bus|train|town|centre|car ?park|alley\w*|flats|shops?|field|woods|neighbou?rs?))"
)
_OF_PAPER = r"(?! (?:crime|amnesty|bins?|surrender|banks?|licen\w+|certificates?|cabinets?|law|laws|section|club|pages?|pictures?|photos?|drawer|angel|arch|disposal|squad|hoax))"
_WEAPON = rf"(?:knife|nife|knives|gun|guns|shotgun|rifle|pistol|firearm|weapons?|machetes?|axe|bomb|grenade|sword|crossbow|blade|dagger|taser|chainsaw|zombie \w+){_OF_PAPER}"
_TOOL = r"(?:hammer|crowbar|bat|baseball bat|golf club|iron bar|metal bar|pole|brick|bricks|bottle|acid|petrol|screwdriver|razor|scissors|chain|spanner|needle|syringe|hatchet|scalpel)"
_HAS = r"(?:has|have|had|hes|shes|theyve|got|with|pulled|holding|waving|carrying|swinging|wielding|brandishing|there is|theres)(?: got| out)?"
_VEHICLE = "car|lorry|bus|bike|motorbike|van|train|coach|hgv|truck|tractor|plane|vehicle|cyclist|moped|taxi|scooter"
_ROAD = r"(?:[ma] ?\d+|motorway|road|street|lane|junction|roundabout|dual carriageway|hard shoulder|slip road|level crossing|railway|tracks?|tree|wall|bridge|lamp ?post)"
_WATER = "canal|river|lake|water|pond|reservoir|sea|nene|lock|weir|woods|park|street|road|field|boot|bin|alley|garden|bath"
_PILLS = "(?:pills?|tablets?|paracetamol|overdose|bleach|poison|medication|meds|sleeping|battery|batteries|antifreeze)"

ENGLISH = (
    # Somebody harms somebody.
    rf"{_NO_THING}{_IS}(?: \w+ly| still| being| now| just)? (?:{_HURTING})|(?:{_WHO})(?: \w+)? (?:{_HURTING}) (?:{_WHOM}|my|our)|{_NOUN} (?:screaming|shouting|yelling|bleeding|drowning|shooting|crying)",
    rf"{_NO_THING}(?:{_HURT})(?: \w+ly)? {_WHOM}|(?:stop|stops|stopped|keeps?|kept|started|starts)(?: \w+)? (?:{_HURTING})|(?:{_HURTING}) {_WHOM}",
    rf"(?:been|being|got|getting|just|ive|hes|shes)(?: just| badly)? (?:{_HARMED})|(?:was|were) (?:just )?(?:raped|stabbed|shot)|raped|rapist|gang ?rape",
    rf"{_ONE}(?: was| were| is| got| just| been| being| has been| have been)+(?: \w+ly)? (?:{_HARMED}|beaten|touched|tied up)",
    r"(?:tied|locked|chained) (?:me|us|her|him|them)(?: up| in)?",
    rf"(?:going to|gonna|gon na|trying to|tried to|wants? to|threatening to|threatened to|about to|says? (?:he|she|they)ll|(?:he|she|they)ll|will)"
    rf" (?:kill|hurt|hit|die|jump|attack|shoot|stab|burn|beat|murder|rape|strangle)(?! (?:{_NOUN} )?to know)|kill(?:ing)? {_WHOM}|stabbed|stabbing (?:outside|in|at|on|near|happening|now|just)|^(?:a )?stabbing$",
    r"(?:acid|knife|terror|terrorist|dog|sex|sexual|axe|gun|machete|racist) attack (?:happen\w*|now|going|in progress|outside|at|in|on|right)|(?:acid|terror|terrorist|knife) attack$",
    rf"{_WHO} (?:is |are |has |have |just |being |was )*(?:kicking off|going (?:mad|crazy|mental|berserk|for me)|smashing|wrecking|trashing|losing it|lost it|violent|armed|attacking)",
    rf"(?:pushed|threw|thrown|fell|fallen|jumped|falling|hanging)(?: {_WHOM})? (?:down (?:the|some|a) (?:\w+ )?(?:stairs|steps|well|hole)|(?:off|from|out of) (?:a|the|my|our|his|her) (?:\w+ )?(?:bridge|roof|window|balcony|ladder|building|cliff|scaffold\w*|horse|bike))",
    r"by the (?:throat|neck|hair)|(?:hands?|arm|rope|belt) (?:round|around|on) (?:my|her|his) (?:neck|throat)|pinned (?:me|her|him)|holding (?:me|us|her|him) (?:down|here|hostage)|throwing (?:\w+ ){0,2}at (?:me|us|her|him|people|cars|the)|(?:tried|trying) to (?:snatch|grab|take|touch|drag|abduct)"
    r"|exposing (?:himself|themselves|his)|masturbating|flasher|(?:knife|gun|gang|street) fight|riot(?:ing|ers)? (?:in|at|on|outside)|rioting",
    # With what.
    rf"{_HAS}(?: an?| the| another| some)?(?: \w+)? {_WEAPON}|{_WHO}(?: \w+)? {_HAS}(?: an?| the| his| her)?(?: \w+)? {_TOOL}",
    rf"{_WEAPON} (?:to|at) (?:me|my|her|his|our|their)|(?:pointing|pulled|waving|held) (?:an? |the |his )?{_WEAPON}|(?:threw|throwing|thrown|poured|sprayed) (?:acid|petrol|bricks|bleach|boiling \w+|something) (?:at|on|in|over|into)",
    r"gun ?shots?|shots? (?:fired|being|outside|going)|(?:are|is|theyre|hes|someone|somebody|people) shooting|shooting (?:at|people|outside|in)|opened fire|hostages?|suspicious package"
    rf"|bomb{_OF_PAPER}(?! (?:disposal|squad|hoax|advice|threats? page))|explosion|exploded|blown up|gas leak|smell(?:ing)? (?:of )?gas",
    # In the house, at the door, after somebody.
    r"(?<!a )br(?:eak|ak|eack)(?:ing|s)? in(?:to)?(?! (?:the )?(?:text|page|line))|broken in(?:to)?(?! (?:two|three|parts|pages|sections|bits|pieces|lines))|broke in(?:to)?|(?:theres|there is|been|had) a break in(?! the)|(?:trying|tried) to (?:get|break|climb|force|open|come)(?: \w+)? in(?:to|side)?|intruders?|prowlers?|(?:home|house) invasion",
    rf"(?:somebody|someone|man|men|person|people|stranger|burglars?|he|she|they)(?:s| is| are|re)?(?: \w+){{0,2}} (?:in|inside|outside|at|on|under) (?:my|our|the|her|his|their)(?: \w+)? (?:{_HOME})",
    r"(?:smash|kick|bang|break|broke|broken|kicked|pound|hammer|ramm)(?:ing|ed)? (?:down |on |in |at |through )?(?:my|our|the|her|a) (?:\w+ )?(?:door|window|car|fence)|(?:trying|tried) to open (?:my|our|the|her) (?:\w+ )?(?:door|window|car)|(?:trying|tried) (?:the|my|our|all the|every|peoples)? ?(?:\w+ )?(?:door|doors|handle|handles|car doors)",
    rf"(?:climbing|climbed|came|coming|getting|got) (?:in |over |through |up )+(?:my|our|the|a) (?:\w+ )?(?:{_HOME})|robbery (?:in progress|now|happening|at|going)|in progress|ram raid(?:ing)?",
    rf"{_WHO} (?:is |are |just |has |have )*(?:stealing|steals|nicking|taking|robbing|breaking|stole|driving off in|stolen) (?:my|our|his|her|a|the|someones|cars?|bikes?|from)|(?:my|our) \w+ is being (?:stolen|robbed|broken|burgled)",
    r"following (?:me|us|her|him|my)|followed (?:me|us)|(?:wont|will not|doesnt|cant) (?:let (?:me|us|her|him) (?:out|go|leave|in)|leave (?:me|us|my \w+|our \w+|the (?:house|shop|pub|flat)|alone|$)|stop (?:him|her|them|this|coming|it))|(?:he|she|they|man|men|ex|lads|people) wont go away|(?:stop|catch) (?:him|them|her) (?:please|now|pls)"
    r"|locked (?:me|us|her) in|hiding (?:from (?:him|her|them)|in (?:the|my|a))|(?:im|i am|we are|child|baby|kids?|dog|shes|hes|someone|somebody) (?:is |are |been )?(?:locked|trapped|shut) (?:in|inside)|trapped in|(?:cant|cannot|not able to) (?:get out|escape|talk|speak)",
    r"(?:he|she|they|ex|hes|shes|theyve|husband|partner|stalker)(?: has| have| s)?(?: just)? (?:found (?:me|us|out where)|knows where (?:i|we)|turned up|tracked (?:me|us))|(?:spying|peeping|watching) (?:on )?(?:me|us|through)"
    r"|(?:hes|shes|he is|she is|ex is|husband is|stalker is)(?: \w+)? (?:here|back|coming|outside|inside|downstairs|upstairs|drunk|angry|armed|violent|waiting (?:for|outside))(?! (?:online|on this|in the|at work))"
    r"|(?:someone|somebody|man|men|stranger|burglars?) (?:is |are )?(?:downstairs|upstairs|next door|at the door|in here|hiding|lurking|prowling|outside(?! of| the| \w+shire)|inside(?! the))",
    # What is heard and seen nearby.
    rf"(?:hear|heard|hearing|can hear)(?: \w+){{0,3}} (?:scream\w*|shout\w*|gun\w*|bang\w*|crying|shots?|fight\w*|smash\w*)|scream(?:s|ing)? (?:for|from|{_NEAR})|(?:screaming|shouting|yelling|crying|fighting|fight|fights|brawl|riot|noise like a fight|disturbance|domestic) (?:\w+ )?{_NEAR}",
    r"(?:there is|theres|theres been|having|big|massive|mass|huge) (?:a |an )?(?:\w+ )?(?:fight|brawl|riot|punch up|domestic)(?! (?:against|for|to|back|crime|about|violence|abuse|with))|(?:people|men|man|lads|boys|kids|girls|they|gangs?|youths|neighbours|women)(?: are| re)? fighting(?! (?:against|for|to|back|crime|fraud))",
    r"(?:on|caught|catching) fire|(?:there is|theres|is|see|big|huge) a? ?(?:\w+ )?fire(?! (?:station|service|brigade|safety|engine|alarm|door|extinguisher|hydrant|risk))"
    r"|fire (?:next door|upstairs|downstairs|outside|in my|in our|at my|at our|in the)|(?:house|flat|home|building|car|shed|bins?) is burning|set(?:ting)? (?:fire|light) to|smoke (?:coming|everywhere|pouring)",
    # Bodies: not breathing, bleeding, fallen; and the dead.
    r"(?:not|isnt|wasnt|arent|stopped|cant|cannot|barely|hardly|struggling to|trouble|no longer)(?: \w+)? breath(?:e|es|ing)|heart attack|cardiac arrest|chest pains?|pains? in (?:my|his|her|the) chest|having an? (?:\w+ )?(?:stroke|seizure|fit|baby|asthma attack|allergic reaction)|no pulse|in labour|waters? (?:have |has )?broke(?:n)?",
    rf"(?:{_ONE})(?: \w+)?(?: is| s| are)?(?: not|nt| isnt| wont| stopped| doesnt| is not)(?: \w+)? (?:respond(?:ing)?|moving?|wak(?:e|ing)(?: up)?|awake|answer my)|(?:{_NOUN}|hes|shes|he|she) (?:isnt|wont|doesnt|not|is not|has stopped|stopped) (?:respond\w*|mov\w+|wak\w+)",
    rf"wont wake(?: up)?|cant wake|not waking(?: up)?|(?:{_ONE})(?: \w+){{0,2}} (?:collapsed|passed out|blacked out|fainted|overdosed)|unconscious(?! bias)|unresponsive (?:man|woman|person|baby|child)|dying(?! to)|drowning|drowned|bleeding|choking|(?:turn(?:ed|ing)?|gone|going) blue|(?:grandson|grandaughter|granddaughter|son|daughter|baby|child|toddler|kid|he|she|dog)(?: has| have| just)? swallowed|(?:blood|bleeding) (?:everywhere|all over|pouring)|(?:lots|so much|loads|covered) (?:of|in) blood",
    rf"{_WHO}(?: is| s| looks?| might be| may be)?(?: \w+)? (?:dead|badly (?:hurt|injured)|seriously (?:hurt|injured))|(?:there is|theres|found|see|seen) (?:a |the |his |her )?(?:dead )?body(?! (?:camera|worn|cam|of text))|body (?:in|by|under|near) (?:the|a) (?:\w+ )?(?:{_WATER})|bod(?:y|ies) (?:has|have) been found|(?:lying|collapsed|slumped|unconscious) (?:in|on|outside|by) (?:the|a|my|our) (?:\w+ )?(?:road|street|pavement|path|floor|park|ground|doorway|bench|bathroom|stairs)|dead (?:body|man|woman|person|baby|child|girl|boy)|need(?:s)? (?:an )?ambulance|ambulance (?:now|please|quick|to|asap)|(?:call|send|get|want)(?: an| the| me an)? ambulance",
    # Wishing to die.
    r"(?:want|wants|wanted|wanna|ready) to (?:die|be dead)|wanna die|end (?:my|her|his) (?:own )?life|end it(?: all| tonight| now)|(?:take|taking|took) (?:my|her|his) own life|no reason to live|cant go on|commit(?:ted|ting)? suicide"
    r"|suicid\w+(?! (?:prevention|awareness|helpline|support|pages?|statistics))|(?:dont|do not) want to (?:live|be alive|be here|wake up)|better off dead|(?:hurt|harm|cut|hang)(?:ting|ting|ing|ed)? (?:myself|herself|himself|themselves|my wrists?|(?:her|his) wrists?)|overdosed?",
    rf"(?:took|taken|take|taking|swallowed|drank|drunk|eaten|ate|swallowing)(?: \w+){{0,3}} {_PILLS}|(?:about to|going to|gonna|wants? to|threatening to|trying to) jump|(?:standing|sitting|stood|man|woman|girl|boy|person|someone|somebody|kids|children|people) (?:is |are )?(?:on|over|off) (?:the )?(?:edge|ledge|roof|bridge|railings?|motorway|railway|train tracks?|tracks|ice|[ma] ?\d+)",
    rf"{_WHO}(?: has| have| just| is| are)*(?: fell| fallen| gone| went| jumped| slipped)? (?:in|into|under|through) (?:the |a )?(?:river|canal|lake|water|pond|ice|reservoir|train|nene|weir)(?! compan\w+)|(?:cant|cannot) feel (?:my|his|her)|(?:face|mouth) (?:is |has )?(?:droop\w+|dropped)|slurr\w+",
    # On the road.
    rf"(?:{_VEHICLE})s?(?: has| have| just| is| s)* (?:crash(?:ed|ing)|overturned|flipped|hit|rolled|skidded|ploughed|upside|on (?:its|their) (?:roof|side)|gone into|on fire|in the (?:river|canal|ditch|water))|(?:car|lorry|bus|road|van|bike|motorbike|train|coach) (?:crash|accident)(?! (?:page|statistics|data|map|reports?))",
    rf"(?:crash|crashed|crashes|accident|collision|pile ?up|rtc|smash)(?: just| happened)? (?:on|at|near|outside|by|into|down) (?:the |my |our |a |an )?(?:\w+ ){{0,2}}{_ROAD}|(?:theres|there is|there has|theres been|been|bad|serious|big|nasty) (?:been )?(?:an? )?(?:\w+ )?(?:accident|car crash|collision|pile ?up)|hit by (?:a |an )?(?:{_VEHICLE})|knocked (?:down|over|off)|(?:hit|ran over|run over) (?:a|my|an|some) (?:\w+ )?(?:child|kid|cyclist|man|woman|person|pedestrian|girl|boy)",
    rf"wrong way (?:down|up|on|along) (?:the )?(?:\w+ )?{_ROAD}|(?:drunk|drink) driver (?:is|on|in|swerving|heading)|(?:driving|hes|shes) (?:drunk|the wrong way)|(?:cows?|horses?|dog|sheep|debris|tree|child|man|woman|lady|person|deer|cattle) (?:is |are )?(?:loose |running |walking |wandering |lying )?(?:on|in|across|blocking) (?:the )?(?:motorway|[ma] ?\d+|road|carriageway|tracks)(?! (?:page|map|closures?|report))",
    # Taken, gone.
    rf"(?:my|our|the|a) (?:\w+ )?(?:\w+ year old )?(?:{_KIN}|boy|girl|year old)(?: is| are| has| have| went| s| got| was| were| been| just| still)* (?:missing|taken|gone missing|disappeared|vanished|snatched|lost|not come home|not come back|didnt come home)"
    rf"|(?:taken|took|takes|taking|snatched|grabbed|grabbing|lost|kidnapp?ed|abducted) (?:my|our|a|the|her|his) (?:\w+ )?(?:child\w*|kids?|baby|babies|sons?|daughters?|boy|girl|toddler)|(?:cant|cannot|couldnt) find (?:my|our) (?:\w+ )?(?:child\w*|kids?|baby|son|daughter|boy|girl|mum|mother|dad|nan|toddler)|(?:hasnt|not|havent|didnt) come (?:home|back) (?:from|last night|since|tonight)|(?:he|she|they|someone|somebody|hes|shes|theyve)(?: has| have| got)+ (?:my|our) (?:child\w*|kids?|baby|babies|daughters?|little \w+)|(?:hes|shes|he is|she is) (?:gone )?missing|bag snatch(?:er|ed)|(?:grabbed|snatched) (?:my|her|his) (?:phone|bag|purse|wallet|handbag|chain)",
    # Afraid, and asking for help.
    r"(?:im|i am|we are|shes|hes) (?:so |really |very )?(?:scared|frightened|terrified)(?! (?:the|that|this|it|of the|to))|(?:fear|scared|afraid|frightened|terrified|worried) (?:for|of|hes|he|shes|they|theyre|to go home|what (?:he|she|they)|in my own)(?: (?:my|our|her|his) (?:life|lives|safety|husband|wife|partner|ex|dad|father|mum|son))?"
    r"|(?:dont|do not|doesnt|didnt|not|never)(?: \w+)? (?:feel |feeling )?safe(?: (?:at home|here|now|tonight|with|in my|right now|anymore)|$)|unsafe (?:at home|here|now|tonight|right now)",
    r"".join(f"(?<!{w} )" for w in ("not", "didnt", "doesnt", "does", "did", "will", "would", "could", "to", "can", "really", "might", "may", "you"))
    + r"help (?:me|us|my (?:mum|dad|husband|wife|son|daughter|baby|child|kids|friend|brother|sister|partner|nan))(?! (?:find|with|to|understand|improve|a lot|out with|out on|get in|contact|report|apply|join|choose|know|learn|fill|keep|decide|prepare|see))"
    r"|(?:please|pls|plz) help(?! (?:me |us )?(?:find|with|to|understand|page))|help (?:please|pls|plz|now|quick|urgent\w*|asap|police|help)|(?:i|we|she|he|they|you) needs?(?: some)? help (?:now|please|pls|quick\w*|urgent\w*|asap|right)|(?:send|get) help"
    r"|(?:^|im |i am |is |were |we are |they are |shes |hes |life |lives |people |someone |somebody |children |child |be )in (?:\w+ |great |grave )?danger(?! (?:page|section|box))",
    r"(?<!not )(?<!non )(?<!isnt )(?<!in )an emergency(?! (?:number|numbers|contact|page|box|button|line|services?|link|or))|(?:this is|its|real|medical|urgent) (?:an )?emergency|emergency (?:now|please|pls|help|here|at my|in my|outside|happening)",
    r"(?:call|need|want|get|send)(?: me)?(?: the| some)?(?: police| cops| officers?| help| someone| somebody)(?: \w+)? (?:now|quick|quickly|please|here|asap|urgently|immediately|fast|over|round)|(?:police|cops) (?:now|quick|quickly|asap|urgent\w*)|(?:police|cops|someone|somebody|officers)(?: \w+)? (?:please|pls) come|come (?:quick|quickly|now|fast)|(?:dont|do not) (?:reply|ring|call|phone|text)(?: \w+)?(?: \w+)? (?:he|she|they)|call (?:the )?police(?! (?:on|about|for|to|number|or))|send (?:the )?(?:police|help|cops|officers|someone|somebody)|(?:in progress|happening|going on) (?:right )?now",
)  # fmt: skip
# By themselves these are all that somebody in danger may have had time for.
ALONE = "(?:(?:please|pls|plz|police|now|quick|urgent) )*(?:help|(?:a |house |car |flat )?fire|rape|scared|sos|emergency|mayday|acid attack|999|save me|hurry)(?: (?:please|pls|plz|police|now|quick|urgent|help|me|us))*"
# What a page is about is no danger: "the page on knife crime", "a link in the stabbing story".
_TOPIC = (
    r"(?:(?:knife|gun|acid|terror|dog|sexual|fatal|house|car|domestic|drink) )?(?:knife|knives|guns?|crime|crimes|violence|stabbings?|shootings?|rapes?|suicides?|attacks?|assaults?|murders?"
    r"|fires?|crash(?:es)?|burglar(?:y|ies|s)|break ins?|robber(?:y|ies)|bombs?|stalking|kidnapp?ings?|emergenc(?:y|ies)|accidents?|collisions?|fights?|fighting|intruders?|abuse|self harm|rapists?|hostages?|weapons?|missing (?:people|persons?|children)|danger|drowning|heart attacks?|explosions?)"
)
_WRITING = "(?:pages?|sections?|articles?|stor(?:y|ies)|links?|news|posts?|films?|videos?|clips?|leaflets?|forms?|statistics|stats|figures|data|maps?|advice|information|info|campaigns?|posters?|appeals?|updates?|reports?|headlines?|topics?|tabs?|buttons?|banners?|numbers?|box(?:es)?|surveys?|week|guides?|guidance|tips|team|unit|tags?|filters?|icons?)"
ABOUT_THE_SITE = (
    rf"{_WRITING}(?: \w+)? (?:about|on|of|for|against|called|titled|to report|reporting|covering)(?: (?:the|an?|recent|last|how to (?:report|stop|prevent)))* {_TOPIC}(?: (?:in|at|near) (?!my |our |the )\w+)?",
    rf"(?:(?:and|or) )?{_TOPIC}(?: (?:crime|safety|prevention|awareness|and|or|in|appeal|witness|\w+shire)(?: {_TOPIC})?)*(?: (?:in|at) (?!my |our )\w+)? {_WRITING}",
    r"(?:your|the|this|that|web) ?(?:page|site|website|form|map|link|browser|app|video|film|cookie banner|search|menu|screen|phone|laptop|computer|tablet)s?(?: \w+)?(?: \w+)? (?:crash(?:ed|es|ing)?|collapsed|not responding|isnt responding|not moving|froze|killed|is dying|died|(?:is |are |keeps )?(?:killing|hurting|hurts|attacking)|wont go away)(?: on \w+(?: \w+)?)?",
    r"fight(?:s|ing)? (?:against|for|back|crime|fraud)|(?:if|when|where) (?:you|someone|somebody|people) (?:are|is|feel|see|need)",
)
# Words that somebody in a hurry mistypes: two letters changed round, or one left out after the first.
OFTEN_MISTYPED = (
    "knife knives machete hammer weapon screaming shouting breathing stabbed stabbing attacked attacking bleeding burglar intruder threatening strangling following"
    " fighting hitting beating punching kicking killing shooting unconscious collapsed emergency police ambulance suicide someone somebody breaking stealing drowning"
    " chasing stalking outside husband daughter swallowed overdose kidnapped assaulted burning please missing danger breathe"
)
REAL_WORDS = {"braking", "casing", "droning", "pleas"}  # are not mistyped

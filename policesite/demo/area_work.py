"""What each area's team is working on and where it can be met, on the demonstration site. Invented, in real places.

Days are counted from the day of loading: in the past for what was done, ahead for what is planned.
"""

SUMMARIES = {
    "SCT101": "Oundle, Nassington, Easton on the Hill and the villages between the Nene and the county’s northern tip.",
    "SCT102": "Rushden, Higham Ferrers, Irthlingborough and Stanwick.",
    "SCT103": "Raunds, Thrapston, Ringstead, Titchmarsh and Woodford.",
    "SCT111": "The middle of Corby, with Beanfield, Exeter, Lodge Park, Rowlett and Tower Hill.",
    "SCT112": "Great Oakley, Oakley Vale, Danesholme and Kingswood, with Cottingham, Stanion, Weldon and Gretton.",
    "SCT121": "The middle of Kettering, with Avondale Grange, Brambleside, Northfield, Pipers Hill and Wicksteed.",
    "SCT122": "Desborough, Rothwell, Burton Latimer, Broughton and Geddington, with Barton and Ise Lodge.",
    "SCT131": "The middle of Wellingborough: the Brickhill and Swanspool wards.",
    "SCT132": "Earls Barton, Finedon, Irchester and Wollaston, with the outer parts of Wellingborough.",
    "SCT141": "The town of Daventry: Abbey, Drayton and the Hill.",
    "SCT142": "Brixworth, Long Buckby, Weedon Bec, Crick, Moulton and the villages around Daventry.",
    "SCT151": "Towcester, Silverstone, Deanshanger, Roade, Bugbrooke and the villages around them.",
    "SCT152": "Brackley, Kings Sutton, Middleton Cheney, Croughton, Syresham and the villages around them.",
    "SCT162": "The middle of Northampton, with Abington, Delapre, Briar Hill, Semilong, St James and Spencer.",
    "SCT163": "Kingsley, Kingsthorpe’s eastern side, Boothville, Parklands, Headlands, Billing and Riverside.",
    "SCT164": "Kings Heath, Kingsthorpe, Duston, Upton, Hunsbury and Hardingstone.",
}

# (title, you said, next step, what was done as (days ago, text))
BIKES = (
    "Nuisance motorbikes on the playing fields",
    "Riders cross the football pitches at weekends and after dark.",
    "New barriers at the main entrance, with the council.",
    (
        (6, "Two bikes seized and one rider reported."),
        (20, "Patrols every Friday and Saturday from 6pm."),
        (34, "Letters to 140 homes asking what people had seen."),
    ),
)
VANS = (
    "Thefts from vans overnight",
    "Tools are taken from vans on side streets between midnight and 4am.",
    "Free tool marking at every Beat Bus stop this winter.",
    ((4, "One man charged with six thefts."), (18, "Sixty tool kits marked at the last surgery.")),
)
SHOPS = (
    "Shoplifting and abuse of shop workers",
    "The same few people come back every week, and staff are threatened.",
    "A radio link between shops and our patrol, tried until the spring.",
    ((3, "Three people barred from the precinct by the court."), (15, "Daily walk-through at closing time.")),
)
SPEED = (
    "Speeding through the village",
    "Cars do 50 and more past the school and the bus stop.",
    "A week of checks with the community speed watch.",
    ((9, "Eleven drivers reported in one morning."), (27, "Trained eight volunteers for speed watch.")),
)
HARE = (
    "Hare coursing and thefts from farms",
    "Strangers in four-by-fours cut gates and chase hares across winter crops.",
    "Joint night patrols with neighbouring forces until February.",
    ((7, "Two vehicles stopped and dogs taken away."), (30, "Tracking tags fitted to twenty quad bikes.")),
)
PARKING = (
    "Parking that blocks pavements near the school",
    "Parents with prams have to walk in the road at a quarter to nine.",
    "The council paints new lines in the holidays.",
    ((5, "Twenty drivers spoken to, four fined."), (19, "Walked the route with pupils, who wrote the leaflets.")),
)
DRUGS = (
    "Drug dealing on the footpath behind the shops",
    "People do not feel safe to walk home after dark.",
    "Lamps are mended and the hedge is cut this month.",
    (
        (2, "A search warrant: two people arrested, drugs and cash seized."),
        (12, "Officers in plain clothes on six evenings."),
        (40, "Met with 30 residents."),
    ),
)
YOUTH = (
    "Windows broken and fires lit in the park",
    "Groups gather at the shelter in the evening and nobody dares to say anything.",
    "A youth worker comes on Thursdays from next month.",
    ((8, "Parents of five children visited."), (22, "Football on Fridays: 40 came to the first.")),
)
BURGLARY = (
    "Burglaries while people are at work",
    "Sheds and back doors were forced in several streets.",
    "Lock checks, street by street, for whoever asks.",
    ((10, "A man was charged with four burglaries."), (25, "Called at 210 homes with advice.")),
)
CYCLES = (
    "Bicycles stolen from the station",
    "Locks are cut in daylight and nobody takes notice.",
    "More stands under the camera, with the railway.",
    ((5, "Nine stolen bicycles found and given back."), (16, "Marked 85 bicycles on one Saturday.")),
)

PRIORITIES = {
    "SCT101": (HARE, SPEED),
    "SCT102": (SHOPS, YOUTH, VANS),
    "SCT103": (SPEED, BURGLARY),
    "SCT111": (SHOPS, DRUGS, BIKES),
    "SCT112": (BIKES, PARKING),
    "SCT121": (SHOPS, CYCLES, YOUTH),
    "SCT122": (BURGLARY, SPEED),
    "SCT131": (DRUGS, SHOPS),
    "SCT132": (VANS, PARKING, HARE),
    "SCT141": (YOUTH, VANS),
    "SCT142": (HARE, SPEED, BURGLARY),
    "SCT151": (SPEED, HARE),
    "SCT152": (HARE, BURGLARY),
    "SCT162": (DRUGS, CYCLES, SHOPS),
    "SCT163": (VANS, YOUTH),
    "SCT164": (BIKES, VANS, PARKING),
}
# Areas whose team has said nothing for a while, by so many days: one turns amber, one red.
QUIET = {"SCT152": 70, "SCT103": 90}
# One finished lately: (area, place, what, days ago, outcome)
FINISHED = (
    ("SCT121", 3, BURGLARY, 30, "Burglaries in these streets fell from nine a month to one. We go on looking in."),
    ("SCT111", 2, CYCLES, 45, "Thefts stopped after two arrests. The stands stay under the camera."),
)

# One update that had to be put right: (area, priority, (days ago, what is right))
CORRECTED = ("SCT111", BIKES, (5, "Three bikes seized, not two, and one rider reported."))

# Where the team meets people: (surgery, Beat Bus stop, meeting)
VENUES = {
    "SCT101": ("Library, Oundle", "Market Place, Oundle", "Village hall, Nassington"),
    "SCT102": ("Library, Rushden", "High Street, Rushden", "Community centre, Higham Ferrers"),
    "SCT103": ("Library, Thrapston", "Square, Raunds", "Village hall, Ringstead"),
    "SCT111": ("Library, Corby", "Corporation Street, Corby", "Community centre, Lodge Park"),
    "SCT112": ("Community centre, Oakley Vale", "Shops, Danesholme", "Village hall, Cottingham"),
    "SCT121": ("Library, Kettering", "Market Place, Kettering", "Community centre, Avondale Grange"),
    "SCT122": ("Library, Desborough", "Market Hill, Rothwell", "Village hall, Geddington"),
    "SCT131": ("Library, Wellingborough", "Market Square, Wellingborough", "Community centre, Swanspool"),
    "SCT132": ("Library, Earls Barton", "Square, Earls Barton", "Village hall, Wollaston"),
    "SCT141": ("Library, Daventry", "Market Square, Daventry", "Community centre, Drayton"),
    "SCT142": ("Library, Long Buckby", "Shops, Brixworth", "Village hall, Crick"),
    "SCT151": ("Library, Towcester", "Car park by the church, Deanshanger", "Village hall, Roade"),
    "SCT152": ("Library, Brackley", "Market Place, Brackley", "Village hall, Kings Sutton"),
    "SCT162": ("Central library, Northampton", "Market Square, Northampton", "Community centre, Semilong"),
    "SCT163": ("Library, Weston Favell", "Shops, Kingsley", "Community centre, Boothville"),
    "SCT164": ("Library, Duston", "Shops, Kings Heath", "Community centre, Hunsbury"),
}

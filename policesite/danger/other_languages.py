"""Danger told in the other languages of the site, by sense: who does what to whom, and where.

A rule is a list of words or phrases, "|" between them; "…" stands for any ending. Where " & " joins two lists, one of each
must stand near the other, in either order. Accents may be left out by whoever types. RULES are danger, ORDINARY is what
is taken out before: thanks for help, a licence for a gun, a page about a crime.
"""

_PL_WHOM = "mnie|mi|nas|nam|ją|jej|go|jego|ich|im|mam…|matk…|ojca|tat…|żon…|mąż|męża|siostr…|brat…|córk…|syn…|dziec…|kobiet…|mężczyzn…|kogoś|człowiek…|sąsiad…|babci…|dziad…|kolegę|ludzi"
_PL_WHO = "on|ona|oni|mąż|partner…|chłopak|były|ojciec|ojczym|tata|syn|brat|sąsiad…|ktoś|facet…|gość|mężczyzn…|człowiek|ludzie|złodziej…|bandy…|pijany|jacyś|jakiś"
_RO_WHOM = "mă|m|ne|pe mine|mama|mamei|tata|copil…|soția|soției|soțul|fiica|fiul|fata|fetița|băiat…|sora|frate…|cineva|pe cineva|om|omul|femeie|femeia|oameni|bunica|vecin…|prieten…"
_RO_WHO = "el|ea|soțul|fostul|iubitul|tatăl|tata|cineva|bărbat…|un om|omul|vecin…|hoț…|niște|străin…|un tip|băieți…"
_UR_WHO = "کوئی|آدمی|شخص|مرد|لوگ|چور|ڈاکو|شوہر|بھائی|باپ|والد|پڑوسی|لڑکا|لڑکے|وہ"
_UR_WHOM = "مجھے|مجھ|ہمیں|اسے|انہیں|بیوی|بچے|بچی|بچہ|بہن|بھائی|ماں|امی|بیٹی|بیٹے|بیٹا|عورت|لڑکی|کسی|شوہر|ابو|پڑوسی"
_BN_WHO = "কেউ|একজন|লোক|লোকটা|মানুষ|চোর|ডাকাত|স্বামী|বর|ভাই|বাবা|প্রতিবেশী|ছেলে|অচেনা|সে|ওরা|তারা"
_BN_WHOM = "আমাকে|আমাদের|আমার|ওকে|তাকে|মাকে|মা|বাবাকে|বাচ্চা…|শিশু…|বোন…|ভাইকে|স্ত্রী…|মেয়ে…|ছেলে…|কাউকে|একজনকে|মহিলা…|স্বামী…"
_GU_WHO = "કોઈ|માણસ|માણસો|લોકો|ચોર|પતિ|ભાઈ|પપ્પા|પિતા|પાડોશી|છોકરો|અજાણ્યો|તે|એ|તેઓ|કોઈક"
_GU_WHOM = "મને|અમને|તેને|એને|તેમને|મમ્મી…|માતા…|બાળક…|બહેન…|પત્ની…|દીકરી…|દીકરા…|કોઈને|સ્ત્રી…|છોકરી…|ભાઈને|પપ્પાને"

RULES = {
    "pl": (
        "pomocy|na pomoc|pomoc|pomóż|pomóżcie|ratunku|ratujcie|uratujcie|sos",
        "nóż|nożem|noża|pistolet…|broń|bronią|strzela…|strzał…|postrzel…|zastrzel…|maczet…|siekier…|bomb…|wybuch…|zakładnik…",
        f"młot…|kij|kijem|butelk…|kwas…|nożyczk…|łom…|pałk… & {_PL_WHO}|rzucił…|oblał…|grozi…",
        "pożar|pożaru|pali się|płonie|płoną|podpalił…|podpala…",
        "dym & teraz|dom…|mieszkan…|pełno",
        f"bije|biją|bił|biła|bili|pobił…|pobity|pobita|uderzył…|uderza…|kopie|kopią|kopnął|kopnęł…|dusi|duszą|dusił…|rani|zranił…|dźga…|dźgn…|pchn…|popchn…|popycha…|szarpie|szarpał…|grozi|grożą|groził…|krzywdzi…|skrzywdzi…|molest…|maltretuj…|znęca…|śledzi|śledzą|goni|gonią|ściga…|dotyka|obmacuj…|przytrzymuj…|rzuca się|rzucił się & {_PL_WHOM}",
        "zabij…|zabić|zabił…|zabójst…|zamordow…|atakuj…|zaatakow…|napadł…|napada…|napad|napaść|okrada…|okradł…|gwałc…|gwałt|zgwałc…|porwa…|porywa…|bójka|biją się|bijatyk…|mąż mnie|dźgnięt…",
        "włamanie|włamuj…|włamał…|włamują|włamywacz…|wyważ… drzwi|wybi… okno|wybi… szyb…|próbuje wejść|próbują wejść|chce wejść|wszedł do domu|wdarł…|obcy w domu|kradną|kradnie|kradzież teraz",
        f"{_PL_WHO} & w domu|w moim domu|w mieszkaniu|u mnie w domu|pod drzwiami|pod domem|za oknem|pod oknem|w ogrodzie|przed domem|w garażu|za drzwiami",
        "krzyczy|krzyczą|krzyki|krzyk|wrzeszczy|wrzaski|płacze & ktoś|obok|sąsiad…|kobieta|dziecko|za ścianą|na zewnątrz|ratunku|na ulicy|słyszę",
        "nie oddycha…|nie może oddychać|nie mogę oddychać|krwawi…|pełno krwi|dużo krwi|nieprzytomn…|umiera|umieram|umrę|nie żyje|zawał…|udar|duszę się|dławi się|ból w klatce|bóle w klatce|boli mnie klatka|atak serca|zemdlał…|upadł… ze schodów|tonie|tonę|utopił…|karetk…|zwłoki|ciało w",
        "nie reaguje|nie rusza się|nie budzi się|nie odpowiada|nie wstaje & dziecko|on|ona|mama|tata|mąż|żona|babcia|dziadek|syn|córka|człowiek|niemowlę",
        "chcę umrzeć|nie chcę żyć|chcę się zabić|samobój…|zabić się|zabiję się|chce skoczyć|zaraz skoczy|skoczyć z|przedawkow…|tnie się|powiesi…",
        "połkn…|wziął…|wzięł…|łykn…|zażył… & tablet…|lek…|pigułk…|proszki",
        "wypadek|potrącił…|potrącon…|zderzen…|zderzył… & samoch…|auto…|drodze|drogowy|autostrad…|ulicy|rann…|teraz|dziecko|rower…|pieszego|właśnie|poważny",
        "zagin…|zniknął|zniknęł…|porwan…|zabrał…|uprowadz…|nie mogę znaleźć|nie wrócił… & dziec…|syn…|córk…|mam…|mąż|żon…|dziewczyn…|chłopiec",
        "boję się o|boję się go|boję się męża|boję się wrócić|nie czuję się bezpiecznie|nie jestem bezpieczn…|jestem w niebezpiecz…|w niebezpieczeństwie|znalazł mnie|znaleźli mnie|nie chce wyjść|zamknął mnie|nie wypuszcza|nie mogę wyjść|nie mogę mówić|chowam się|ukrywam się",
        "wezwij…|wyślij…|przyślij…|przyjedź…|dzwoń… po|szybko|natychmiast|potrzebuję|potrzebna & policj…|pogotow…|pomoc…|straż…",
    ),
    "ro": (
        "ajutor|ajutați…|ajută mă|ajută ne|salvați…|săriți|sos",
        "cuțit…|pistol…|armă|arma|arme|împușc…|trage cu|topor…|macet…|bombă|bomba|explozi…|ostatic…",
        f"ciocan…|bâtă|bâte|sticlă|acid|rangă|foarfec…|briceag… & {_RO_WHO}|aruncat|amenin…",
        "incendiu|incendii|ia foc|luat foc|e foc|este foc|un foc|foc la|arde casa|arde blocul|arde apartamentul|arde mașina",
        "fum & casă|casa|bloc|apartament",
        f"lovește|lovesc|lovit…|lovea|bate|bat|bătut…|bătea|împinge|împins…|strânge de gât|sugrum…|strangul…|amenin…|hărțui…|urmărește|urmăresc|urmărit…|agresa…|agresea…|înjunghi…|molest…|mușcat|atinge|târăște|târât|rănit…|jefui… & {_RO_WHOM}",
        "mă lovește|mă bate|m a bătut|m a lovit|o bate|îl bate|ne bate|o lovește|îl lovește|i bate|omoar…|omor…|ucid…|ucis|ucisă|ucide|atac|atacă|atacat…|atacă m|violat…|violeaz…|viol|înjunghi…|jefuit…|jefuiesc|răpit…|răpesc|răpește|bătaie|se bat|tâlhări…|crimă",
        "sparge ușa|spart ușa|sparge geam…|spart geam…|sparg|spargere|efracție|intrat în casă|intrat peste|intră în casă|încearcă să intre|vor să intre|fură|ne fură|îmi fură|hoți în|hoț în",
        f"{_RO_WHO} & în casă|în casa mea|în casa|în apartament|la ușă|în fața casei|în curte|în grădină|la geam|la fereastră|în camera|în garaj|afară",
        "țipă|țipete|țipând|strigă|strigăte|plânge & cineva|vecin…|alături|afară|o femeie|femeie|copil|stradă|aud",
        "nu respir…|nu poate respira|nu pot respira|sânger…|mult sânge|plin de sânge|inconștient…|leșinat…|moare|mor|infarct…|atac de cord|accident vascular|durere… în piept|dureri în piept|doare pieptul|doare în piept|se îneacă|mă înec|înecat…|căzut pe scări|ambulanț…|cadavru…|salvare|e mort|este mort|moartă",
        "nu reacționează|nu răspunde|nu se mișcă|nu se trezește|nu mai mișcă & copil…|bebeluș…|el|ea|mama|tata|soțul|soția|bunica|bunicul|fiul|fiica|omul",
        "vreau să mor|vreau sa ma omor|nu mai vreau să trăiesc|sinucid…|vrea să se arunce|vrea să sară|gata să sară|se aruncă|să mă sinucid|supradoz…|se taie|spânzur…",
        "luat|înghițit…|băut & pastile|pastilele|medicament…|tablet…|otravă",
        "accident|lovit|călcat|coliziune|ciocnit…|ciocnire & mașin…|stradă|drum|autostrad…|pieton…|biciclist…|grav|rănit…|rutier|acum|copil",
        "dispărut…|răpit…|luat|furat|pierdut|nu găsesc|nu mi găsesc|nu s a întors & copil…|fiul|fiica|fata|fetița|băiat…|mama",
        "mi e frică|mi e teamă|îmi e frică|nu mă simt în siguranță|nu sunt în siguranță|sunt în pericol|în pericol|m a găsit|m au găsit|nu mă lasă|m a închis|m a încuiat|nu pot vorbi|nu pot ieși|mă ascund|nu vrea să plece",
        "trimiteți…|trimite|chemați…|cheamă|veniți|sunați|repede|urgent|imediat|am nevoie & poliți…|ambulanț…|ajutor|pompier…",
    ),
    "ur": (
        "مدد|مدد کرو|مدد کریں|بچاؤ|بچائیں|بچاو|بچا لو|bachao|bachaao|madad|madad karo",
        "چاقو|چھری|چھرا|بندوق|پستول|گولی|گولیاں|گولیوں|بم|دھماکہ|دھماکا|کلہاڑ…|خنجر|اسلحہ|یرغمال",
        f"ہتھوڑ…|ڈنڈ…|بوتل|تیزاب|لاٹھی|راڈ & {_UR_WHO}|پھینک…|حملہ|ہاتھ میں|لے کر",
        "آگ",
        "جل رہا|جل رہی|دھواں & گھر|عمارت|گاڑی",
        "قتل|مار رہا|مار رہی|مار رہے|مار دے…|مار دیا|مار ڈال…|مارتا|مارتے|مارتی|مارنے|حملہ|حملے|زیادتی|ریپ|اغوا…|لڑائی ہو|لڑ رہے|جھگڑا ہو|لوٹ رہ…|لوٹ لیا|چھین…|mar raha hai|maar raha hai",
        f"مارا|پیٹ…|دھکا|گلا|دھمک…|پیچھا|تشدد|تھپڑ|لات|زخمی|چھرا|ہراساں & {_UR_WHOM}|رہا ہے|کر رہا",
        f"{_UR_WHO} & گھر میں|گھر کے اندر|گھر کے باہر|دروازے پر|کمرے میں|باہر کھڑا|کھڑکی|گھر کے سامنے|میرے گھر",
        "گھس آیا|گھس آئے|گھس گیا|گھس رہا|گھس رہے|دروازہ توڑ…|تالا توڑ…|کھڑکی توڑ…|نقب|چوری کر رہ…|چوری ہو رہ…|چرا رہ…|ڈکیتی|ڈاکو",
        "چیخ…|چلا رہ…|شور & کوئی|باہر|پڑوس…|ساتھ والے|عورت|بچہ|سن رہ…|آواز",
        "سانس نہیں|خون بہہ|خون نکل|بہت خون|بے ہوش|بیہوش|دل کا دورہ|سینے میں درد|فالج|ڈوب رہ…|دم گھٹ|مر رہا|مر رہی|مر گیا|مر گئی|لاش|ایمبولینس|حرکت نہیں|ہوش نہیں|ہل نہیں رہا|ہل نہیں رہی|جواب نہیں دے رہا|جواب نہیں دے رہی|سیڑھیوں سے گر…",
        "خودکشی|مرنا چاہت…|جینا نہیں چاہت…|چھلانگ|کودنے|زہر",
        "گولیاں|دوا|دوائیں|دوائیاں|زہر & کھا لی…|کھا لیں|کھائی|نگل…|پی لی…",
        "حادثہ|ٹکر|کچل… & گاڑی|کار|سڑک|موٹروے|ابھی|زخمی|بچے|بچہ|بس|ہوا|ہو گیا|مار",
        "لاپتہ|غائب|گم|کھو|نہیں مل رہا|نہیں مل رہی|لے گیا|لے گئے|اٹھا لیا|گھر نہیں آیا & بچہ|بچے|بچی|بیٹا|بیٹے|بیٹی|لڑکی|لڑکا|ماں|امی",
        "ڈر لگ رہا|خوف زدہ|محفوظ نہیں|خطرے میں|خطرہ ہے|جان کا خطرہ|مجھے ڈھونڈ لیا|بند کر دیا|باہر نہیں جانے|چھپا ہوا|چھپی ہوئی|بول نہیں سکت…",
        "بھیج…|بلا…|جلدی|فوری|فورا|فوراً|چاہیے & پولیس|ایمبولینس|مدد",
    ),
    "bn": (
        "সাহায্য|সাহায্য করুন|বাঁচাও|বাঁচান|bachao|bachan|banchao",
        "ছুরি…|চাকু…|বন্দুক…|পিস্তল…|গুলি…|বোমা…|বিস্ফোরণ…|কুড়াল…|রামদা|চাপাতি…|অস্ত্র|অস্ত্র নিয়ে|জিম্মি…",
        f"হাতুড়ি…|লাঠি…|বোতল…|এসিড|অ্যাসিড|রড & {_BN_WHO}|ছুঁড়…|ছুড়…|মেরেছে|হাতে|নিয়ে",
        "আগুন|আগুনে|পুড়ে যাচ্ছে",
        "পুড়ছে|ধোঁয়া & ঘর…|বাড়ি…|গাড়ি…",
        "খুন|খুন করবে|খুন করছে|মেরে ফেল…|হত্যা করবে|হত্যা করছে|মারছে|মারছেন|মারধর…|মারামারি|পেটাচ্ছে|আক্রমণ…|হামলা…|ধর্ষণ|ধর্ষণ করেছে|ধর্ষণ করছে|অপহরণ|অপহরণ করেছে|কিডন্যাপ…|ছিনতাই হচ্ছে|ছিনতাই করছে|ডাকাতি|ডাকাতি হচ্ছে",
        f"মারে|মেরেছে|মারল|মারলো|মারতে|মারবে|পেটায়|পিটিয়েছে|আঘাত|ধাক্কা|লাথি|থাপ্পড়|গলা টিপে|গলা চেপে|হুমকি|পিছু|অনুসরণ করছে|নির্যাতন|কামড়… & {_BN_WHOM}|স্বামী",
        f"{_BN_WHO} & ঘরে|ঘরের ভিতরে|ঘরের ভেতরে|বাড়িতে|বাসায়|দরজায়|জানালায়|বাড়ির বাইরে|ঘরের বাইরে|বাড়ির সামনে|বাগানে",
        "ঘরে ঢুকে…|ঘরে ঢুকছে|বাড়িতে ঢুকে…|বাড়িতে ঢুকছে|ঢোকার চেষ্টা|ঢুকতে চাইছে|দরজা ভাঙ…|দরজা ভেঙে…|জানালা ভাঙ…|তালা ভাঙ…|চুরি করছে|চুরি হচ্ছে|সিঁধ",
        "চিৎকার|চিৎকার করছে|চেঁচাচ্ছে|কাঁদছে|চেঁচামেচি & কেউ|পাশের|বাইরে|মহিলা|প্রতিবেশী…|বাচ্চা|শুনছি|শুনতে",
        "শ্বাস নিচ্ছে না|শ্বাস নিতে পার…|নিঃশ্বাস নিচ্ছে না|দম বন্ধ|রক্ত|রক্ত পড়ছে|রক্তপাত…|রক্তাক্ত|অজ্ঞান…|জ্ঞান নেই|জ্ঞান হারি…|নড়ছে না|নড়াচড়া করছে না|সাড়া দিচ্ছে না|উঠছে না|বুকে ব্যথা|বুকে ব্যাথা|হার্ট অ্যাটাক|স্ট্রোক করেছে|ডুবে যাচ্ছে|ডুবছে|মারা যাচ্ছে|মারা গেছে|মরে যাচ্ছি|মরে যাচ্ছে|লাশ|মৃতদেহ|অ্যাম্বুলেন্স|এম্বুলেন্স|সিঁড়ি থেকে",
        "আত্মহত্যা|আত্মহত্যা করতে|মরতে চাই|মরে যেতে চাই|বাঁচতে চাই না|ঝাঁপ দি…|ঝাঁপ দে…|লাফ দি…|বিষ",
        "ওষুধ|বড়ি|ট্যাবলেট|বিষ & খেয়েছি|খেয়েছে|খেয়ে ফেলেছি|খেয়ে ফেলেছে|গিলে…",
        "দুর্ঘটনা|ধাক্কা|সংঘর্ষ|চাপা & গাড়ি…|রাস্তা…|মোটরওয়ে|এখন|আহত|বাস|ট্রাক|হয়েছে|দিয়েছে",
        "নিখোঁজ|হারিয়ে…|খুঁজে পাচ্ছি না|নিয়ে গেছে|তুলে নিয়ে…|বাড়ি ফেরেনি|পাচ্ছি না & ছেলে…|মেয়ে…|বাচ্চা…|শিশু|মা|মাকে|বোন",
        "ভয় লাগছে|ভয় পাচ্ছি|নিরাপদ নই|নিরাপদ বোধ করছি না|নিরাপদ না|বিপদে|বিপদে আছি|খুঁজে পেয়েছে আমাকে|আমাকে খুঁজে পেয়েছে|আটকে রেখেছে|বের হতে দিচ্ছে না|লুকিয়ে আছি|কথা বলতে পারছি না",
        "পাঠান|পাঠাও|ডাকুন|ডাকো|তাড়াতাড়ি|এখনই|দরকার|জলদি & পুলিশ|পুলিশকে|সাহায্য",
    ),
    "gu": (
        "મદદ|મદદ કરો|બચાવો|બચાવ|bachavo|bachao",
        "છરી…|ચાકુ…|ચાકૂ…|ચપ્પુ…|બંદૂક…|બંદુક…|પિસ્તોલ…|ગોળી|ગોળીબાર…|ગોળી મારી|ગોળીઓ|બોમ્બ…|ધડાકો|કુહાડી…|તલવાર…|હથિયાર|હથિયાર સાથે|બંધક",
        f"હથોડી…|હથોડો|લાકડી…|દંડો|બોટલ|એસિડ|તેજાબ|સળિયો & {_GU_WHO}|ફેંક…|હાથમાં|સાથે|લઈને",
        "આગ|સળગી રહ્ય…|બળી રહ્ય…",
        "ધુમાડો & ઘર…|મકાન",
        "મારી નાખ…|ખૂન|ખૂન કર…|હત્યા કર…|હત્યા|હુમલો|હુમલા…|મારે છે|મારી રહ્ય…|મારપીટ|મારામારી|બળાત્કાર|બળાત્કાર કર…|અપહરણ|અપહરણ કર…|લૂંટ|લૂંટી રહ્ય…|લૂંટી લીધ…|ઝઘડો થઈ|લડી રહ્ય…",
        f"માર્યો|માર્યું|માર્યા|માર્યુ|મારતો|માર મારે|માર મારે છે|ધક્કો|લાત|થપ્પડ|ગળું|ગળુ|ધમકી|પીછો|હેરાન કર…|ઘા|ત્રાસ|ઈજા & {_GU_WHOM}|પતિ|માર્યો છે",
        f"{_GU_WHO} & ઘરમાં|ઘરની અંદર|ઘરની બહાર|દરવાજે|દરવાજા પર|રૂમમાં|બારીએ|બારી પાસે|ઘર સામે|બગીચામાં|મારા ઘર",
        "ઘરમાં ઘૂસ…|ઘરમાં ઘુસ…|ઘૂસવાનો પ્રયત્ન|ઘૂસી ગય…|ઘુસી ગય…|અંદર આવવાનો પ્રયત્ન|દરવાજો તોડ…|બારી તોડ…|તાળું તોડ…|ચોરી કરી રહ્ય…|ચોરી થઈ રહી|ચોરી રહ્ય…|ધાડ",
        "ચીસ…|બૂમો|બૂમ|રડે છે|રડી રહ્ય… & કોઈ|બાજુ…|બહાર|સ્ત્રી|પાડોશ…|બાળક|સંભળા…",
        "શ્વાસ નથી|શ્વાસ લેત…|શ્વાસ લઈ શક…|લોહી|લોહી નીકળ…|બેભાન|ભાન નથી|હલતું નથી|હલતો નથી|હલતી નથી|હલનચલન નથી|જવાબ નથી આપત…|જવાબ આપતી નથી|જવાબ આપતો નથી|ઊઠતો નથી|ઊઠતી નથી|છાતીમાં દુખ…|છાતીમાં દુઃખ…|હાર્ટ એટેક|હૃદયરોગનો હુમલો|લકવો|ડૂબી રહ્ય…|ડૂબે છે|મરી રહ્ય…|મરી ગય…|મૃતદેહ|લાશ|એમ્બ્યુલન્સ|સીડી પરથી",
        "આપઘાત|આપઘાત કર…|આત્મહત્યા|આત્મહત્યા કર…|મરવું છે|મરી જવું છે|જીવવું નથી|કૂદ…|ઝેર",
        "ગોળી…|દવા|દવાઓ|ઝેર & ખાધી|ખાધું|ખાઈ લીધી|ખાઈ લીધું|પી લીધી|પીધું|ગળી ગય…",
        "અકસ્માત|ટક્કર|કચડ…|અથડા… & ગાડી…|કાર|રસ્તા…|રોડ…|મોટરવે|હમણાં|ઘાયલ|બસ|થયો|મારી",
        "ગુમ|ખોવાઈ|ખોવાય…|મળતો નથી|મળતી નથી|મળતું નથી|લઈ ગય…|ઉઠાવી…|ઘરે નથી આવ્ય… & બાળક…|દીકરો|દીકરી|દીકરા…|છોકરો|છોકરી|મમ્મી|માતા",
        "ડર લાગે છે|બીક લાગે છે|સલામત નથી|સુરક્ષિત નથી|જોખમમાં|ખતરામાં|જીવનું જોખમ|મને શોધી લીધ…|મને શોધી કાઢ…|પૂરી દીધ…|બહાર જવા નથી દેત…|સંતાઈ|સંતાયેલ…|બોલી નથી શકત…|બોલી શકતી નથી|બોલી શકતો નથી",
        "મોકલો|બોલાવો|જલ્દી|જલદી|તરત|હમણાં જ|જોઈએ છે & પોલીસ|પોલીસને|મદદ",
    ),
}  # fmt: skip
ORDINARY = (
    # Thanks for help, and where help is to be had.
    "za pomoc|o pomoc|pomoc techniczn…|dziękuję za pomoc|pozwolenie na broń|zezwolenie na broń|numer pomocy",
    "pentru ajutor|mulțumesc de ajutor|de ajutor|permis de armă|permis port armă",
    "مدد کا شکریہ|مدد کے لیے شکریہ|مدد کے لئے شکریہ|مدد ملی|مدد کرتا ہے|مدد کی معلومات",
    "সাহায্য করেছে|সাহায্য করে|সাহায্য পেয়েছি|অনেক সাহায্য",
    "મદદ માટે આભાર|મદદ બદલ આભાર|મદદ મળી|ઘણી મદદ|મદદ કરે છે",
    # What a page is about.
    "strona|strony|stronę|artykuł|link|porady|informacje|film & o włamaniach|o nożach|o pożarach|o gwałcie|o przemocy|włamanie|pożar|gwałt|samobójstwo|wypadek|napad|broń",
    "pagina|paginii|articolul|linkul|sfaturi|informații|filmul & despre cuțite|despre incendii|despre violuri|despre furturi|despre arme|despre efracție|incendiu|viol|efracție|accident|arme|atac",
    "صفحہ|صفحے|لنک|مضمون|معلومات|مشورہ & چاقو|آگ|قتل|حملے|خودکشی|ریپ|ڈکیتی|اغوا",
    "পাতা|পাতাটি|পৃষ্ঠা|লিঙ্ক|খবর|তথ্য|পরামর্শ & ছুরি|আগুন|খুন|ধর্ষণ|আত্মহত্যা|ডাকাতি|দুর্ঘটনা|অপহরণ",
    "પાનું|પેજ|લિંક|સમાચાર|માહિતી|સલાહ & છરી|આગ|ખૂન|હત્યા|બળાત્કાર|આત્મહત્યા|લૂંટ|અકસ્માત|અપહરણ",
)  # fmt: skip

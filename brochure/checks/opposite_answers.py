"""Things that a patient must know before the day, and the two answers that a text may give.

A row is: the language and the thing, and how a text gives the one answer and the other.
"""

from __future__ import annotations

MORE_ROWS = (
    (("en", "wait to wash"),
     r"\b(?:do not|don't|never|no|avoid) (?:take a |have a )?(?:bath or |bathe or |swim or )?"
     r"(?:shower|showers|showering)[^.]{0,20}\b(?:for|until|in) ",
     r"(?<!not )\b(?:shower|bathe|take a (?:bath|shower)|swim)\b[^.]{0,20}\b(?:this evening"
     r"|tonight|today|the same (?:day|evening|night)|right away|at once|the next (?:day|morning)"
     r"|tomorrow|(?:on )?the first (?:day|evening|night)|as soon as you (?:get|are) home|that"
     r" (?:day|night|evening)|straight away|any time|as usual|when you get home)"),
    (("en", "wait to bathe"),
     r"\b(?:do not|don't|never|no|avoid) (?:take a |have a )?(?:bath|bathe|swim|baths|swimming"
     r"|bathing)[^.]{0,20}\b(?:for|until|in) ",
     r"(?<!not )\b(?:bathe|take a bath|swim)\b[^.]{0,20}\b(?:this evening|tonight|today"
     r"|the same (?:day|evening|night)|right away|at once|the next (?:day|morning)|tomorrow"
     r"|(?:on )?the first (?:day|evening|night)|as soon as you (?:get|are) home|that"
     r" (?:day|night|evening)|straight away|any time|as usual|when you get home)"),
    (("en", "drive soon"),
     r"\b(?:do not|don't|never|no) driv(?:e|ing)\b[^.]{0,20}\b(?:for|until) ",
     r"(?<!not )\b(?:you (?:can|may)|free to|fine to|safe to|okay to) drive\b[^.]{0,20}\b(?:this"
     r" evening|tonight|today|same day|right away|at once|next (?:day|morning)|tomorrow"
     r"|yourself|home|as usual|whenever)"),
    (("en", "ice"),
     r"(?:^|\. |\n)ice (?:the|your|it)\b",
     r"\b(?:do not|don't|never|avoid|no) (?:put |use |using |putting |apply )?(?:any )?ice\b"),
    (("en", "bed rest"),
     r"\bwalk (?:as much|around|about|often|every|a little each)[^.]{0,20}",
     r"(?<!not )(?<!n't )(?<!to )\bstay in bed (?:for|all|until|the)|\bbed rest for"
     r"|\b(?:do not|don't) (?:walk|get up)\b"
     r"(?! (?:on|barefoot|alone|in|into|near|outside|without))"),
    (("en", "driver"),
     r"\b(?:need|bring|have|arrange) (?:a|someone as a|your) (?:driver|ride)\b",
     r"(?<!not )\bdrive (?:yourself )?home\b(?! with)"),
    (("en", "eye shield"),
     r"\b(?:keep|wear|put) (?:on )?(?:the|your) (?:eye )?(?:shield|patch|sling|brace|splint|boot)"
     r"[^.]{0,20}\b(?:at night|in bed|when you sleep)",
     r"\b(?:do not|don't) (?:need|have to (?:wear|keep|use)) (?:the|your|a) (?:eye )?(?:shield"
     r"|patch|sling|brace|splint|boot)"),
    (("en", "stop medicine"),
     r"\b(?:do not|don't|never) stop (?:taking )?(?:it|this|these|them|your|the)\b",
     r"(?<!not )(?<!n't )\b(?:you (?:can|may)|it is (?:fine|okay|safe) to) stop (?:taking )?(?:it"
     r"|them|this|your|the)\b"),
    (("en", "no pain"),
     r"\b(?:should|will|does|may) (?:be|have|cause|feel) no pain\b",
     r"\b(?:you (?:should|will|may) (?:feel|have) (?:some )?pain|is painful|(?:it )?(?:hurts|will"
     r" hurt))\b"),
    (("en", "normal, and a sign"),
     r"\b(?:bleeding|spotting|swelling|bruising|fever|itching|sore throat|headache|rash|cough"
     r"|nausea|vomiting|dizziness|numbness) (?:is|are) (?:normal|common|nothing to worry about)",
     r"\bcall (?:us|your doctor|911)[^.]{0,20}\b(?:any|have an?|have|you notice|about) (?:bleeding"
     r"|spotting|swelling|bruising|fever|itching|sore throat|headache|rash|cough|nausea|vomiting"
     r"|dizziness|numbness)\b(?! (?:that|in|which|with|for|over|more|of)\b)"),
    (("en", "before or after exercise"),
     r"\b(?:use|take|do) [^.]{0,25}\bbefore (?:exercise|sports?|meals|you eat|breakfast|bed)\b",
     r"\b(?:use|take|do) [^.]{0,25}\bafter (?:exercise|sports?|meals|you eat|breakfast)\b"),
    (("en", "drive"),
     r"\b(?:do not|don't|never|cannot|can't|must not|should not) drive\b[^.]{0,30}\b(?:for"
     r"|until|today|tomorrow|the next|24|while|\d)",
     r"(?<!not )\b(?:you (?:can|may)|it is (?:safe|fine|okay|ok) to"
     r"|safe for you to) drive\b[^.]{0,24}\b(?:right away|at once|the same day|today"
     r"|that day|as soon as|home|yourself|on the day|straight away|as usual|normally"
     r"|after the (?:visit|test|shot|scan|procedure))|(?:does not|will not"
     r"|won't) affect your driving"),
    (("en", "keep on"),
     r"\bstop (?:any |the |an |doing |all )?(?:exercise|move|moving|stretch|activity"
     r"|walking|what you are doing|it|them)[^.]{0,40}\b(?:hurts?|pain|worse|sharp|dizzy)",
     r"\b(?:keep going|push through|work through the pain|go on|do not stop|don't stop"
     r"|carry on|continue)\b(?! (?:to|with)\b)"),
    (("en", "one dose only"),
     r"\b(?:two|three|four|2|3|4) (?:shots|doses|visits|injections|vaccines"
     r"|pills)\b(?! (?:left|at once|a day))",
     r"\b(?:(?:after|with|need|just|only|is) (?:only )?(?:one|1|a single) (?:shot|dose"
     r"|visit|injection)\b|do not need (?:another|a second|any more|more) (?:shot|dose"
     r"|visit)|one shot is (?:enough|all)|no (?:second|more|other) (?:shot|dose)s? (?:is"
     r"|are) needed)"),
    (("en", "sling off at night"),
     r"\b(?:wear|keep) (?:the|your) (?:sling|brace|splint|boot|shield|mask|patch|collar"
     r"|stockings?|cast)[^.]{0,30}\b(?:day and night|at all times|all the time"
     r"|even (?:at night|in bed|when you sleep|while you sleep)|to sleep|when you sleep"
     r"|24 hours|at night)",
     r"\b(?:take (?:off )?(?:it|(?:the|your) (?!sock|glove|shoe)) ?(?:sling|brace|splint"
     r"|boot|shield|mask|patch"
     r"|collar|stockings?)?(?: off)?[^.]{0,20}\b(?:to sleep|at night|in bed|when you sleep"
     r"|for sleep|at bedtime|before bed)|(?:do not|don't) (?:need"
     r"|have) to wear [^.]{0,25}(?:at night|in bed|to sleep))"),
    (("en", "clear fluids"),
     r"\b(?:drink|sip|have) (?:clear (?:fluids|liquids)|water)[^.]{0,20}\b(?:until"
     r"|up to) (?:1|2|3|one|two|three) hours",
     r"\b(?:(?:do not|don't) (?:eat or )?drink (?:anything|any)|drink nothing"
     r"|nothing to drink|no (?:food or )?(?:drink|drinks|fluids"
     r"|water))[^.]{0,30}\b(?:midnight|for (?:4|5|6|8|10|12|six|eight|four) hours|(?:4|6|8"
     r"|12|six|eight) hours)"),
    (("en", "cold or room"),
     r"\b(?:keep|store|put)\b[^.]{0,25}\b(?:in (?:the|a) (?:fridge|refrigerator)|refrigerated)",
     r"\b(?:keep|store)\b[^.]{0,25}\bat room temperature|\b(?:do not|don't|never) (?:put"
     r"|keep|store)[^.]{0,20}(?:fridge|refrigerator)|\b(?:do not|don't|never) refrigerate"),
    (("en", "lie"),
     r"\b(?:sleep|lie|rest|sit)\b[^.]{0,20}\b(?:head (?:raised|up|high)|propped up|upright"
     r"|on (?:two|2|three|3|extra) pillows)",
     r"\b(?:sleep|lie|lying|rest) flat\b|\bno pillow"),
    (("en", "cast wet"),
     r"\bkeep (?:the|your) (?:cast|bandage|dressing|splint|cut|wound|stitches|incision|ear"
     r"|site|area)[^.]{0,15} dry\b",
     r"(?<!not )(?<!or )\b(?:you (?:can|may) (?:swim|bathe|soak|take a bath|shower)"
     r"|soak (?:the|your) (?:cast|bandage|wound|cut|foot|stitches|incision|site)|(?:swim"
     r"|bathe|swimming|hot tubs?) [^.]{0,20}(?:is|are) (?:fine|okay|ok|safe))"),
    (("en", "urine color"),
     r"\b(?:turn|turns|make|makes|color) (?:your )?(?:urine|pee)\b",
     r"\b(?:urine|pee) (?:will|does|should) not change"
     r"|\bno change in (?:the color of )?(?:your )?(?:urine|pee)"),
    (("en", "appointment"),
     r"\b(?:do not|don't) need an appointment|\bno appointment (?:is )?need|\bwalk in\b"
     r"|\bwalk-in",
     r"(?<!not )\b(?:make|book|set up|schedule|need) an appointment|\bby appointment"
     r"|\bcall (?:first|ahead) (?:to|for)"),
    (("en", "when"),
     r"(?<!you to )\btake (?:it|your \w+|the \w+|this \w+)\b[^.]{0,25}\b(?:in the morning"
     r"|each morning"
     r"|every morning|with breakfast|when you wake)\b(?![^.]{0,40}\b(?:and|evening|night|bed))",
     r"(?<!you to )\btake (?:it|your \w+|the \w+|this \w+)\b[^.]{0,25}\b(?:at bedtime"
     r"|at night|each night"
     r"|every night|before bed|in the evening|each evening|with dinner|every evening)\b"),
    (("en", "may children"),
     r"\b(?:no one|nobody|not for (?:anyone|people|children)|(?:children|people"
     r"|anyone) (?:under|younger than)) [^.]{0,20}\b(?:should not|must not|may not|cannot"
     r"|under)\b",
     r"\b(?:children|kids|a child|your child) (?:can|may) (?:take|have|use|get)\b"
     r"|\bsafe for (?:children|all ages|kids)"),
    (("en", "radiation"),
     r"\b(?:no|without|not use) (?:any )?(?:radiation|x-rays)"
     r"|\bdoes not use (?:any )?(?:radiation|x-rays)",
     r"\b(?:uses?|a (?:small|low|little|tiny) (?:dose|amount) of|some) (?:x-rays?|radiation)"),
    (("en", "who calls"),
     r"\b(?:we|a nurse|the nurse|your doctor|our nurse|our office"
     r"|the office) (?:will )?call you\b[^.]{0,30}\b(?:results?|report)|\b(?:we"
     r"|our nurse) will (?:phone|call) you with",
     r"(?<!not )\bcall us (?:for|to get|to hear) (?:your |the )?(?:test )?results?\b"
     r""),
    (("en", "open skin"),
     r"\b(?:do not|don't|never) (?:use|put|apply|rub)\b[^.]{0,20}\bon (?:broken|open|cut"
     r"|raw|sore) (?:skin|sores?|cuts?|wounds?)",
     r"(?<!not )(?<!never )\b(?:use|put|apply|rub|spread)\b[^.]{0,20}\bon (?:broken|open"
     r"|cut|raw) (?:skin|sores?|cuts?|wounds?)"),
    (("en", "straw"),
     r"\b(?:do not|don't|never|no|avoid) (?:use |using |drink through )?(?:a )?straws?\b",
     r"(?<!not )(?<!n't )\b(?:sip|drink|use)\b[^.]{0,15}\b(?:through a straw|with a straw"
     r"|a straw)\b"),
    (("en", "shake"),
     r"\b(?:do not|don't|never) shake\b(?!(?: an?| your| the)? (?:baby|hands?|child|head))",
     r"(?:^|\. |\n)(?:always )?shake\b|\bshake (?:it|the bottle) well"),
    (("en", "soft food"),
     r"\b(?:eat|only|stick to|soft|liquid) (?:only )?(?:soft|liquid|mashed) (?:foods?"
     r"|diet)\b[^.]{0,20}\b(?:for|until|first|\d)|\bsoft foods? (?:only|for)",
     r"\b(?:eat|have) (?:normal|solid|regular|crunchy|hard|any) (?:foods?"
     r"|meals?)\b[^.]{0,25}\b(?:first day|right away|at once|same day|today|from the"
     r"|that (?:day|night))|\beat (?:as usual|normally|anything you like|whatever you)"),
    (("en", "fiber"),
     r"\b(?:avoid|no|cut (?:out|down on)|less|limit|low[- ]in|low-) ?(?:high-)?fiber",
     r"(?<!not )\b(?:eat|have|add|get)\b[^.]{0,20}\b(?:plenty of|more|lots of|high[- ]"
     r"|rich in) ?(?:fiber)"),
    (("en", "loose"),
     r"\bwear (?:loose|baggy|wide)",
     r"(?<!not )\bwear (?:tight|snug|close-fitting)(?! shoes)"),
    (("en", "leg up"),
     r"\b(?:keep|raise|prop|put|lift|rest) (?:your|the) (?:leg|foot|arm|hand|ankle"
     r"|knee)s? (?:up|raised|above|on a pillow|higher)|\braise (?:your|the) (?:leg|foot"
     r"|arm|hand|ankle|knee)",
     r"\b(?:do not|don't|never) (?:raise|prop|lift|put up) (?:your|the) (?:leg|foot|arm"
     r"|hand|ankle|knee)|\blet (?:your|the) (?:leg|foot|arm|hand) hang"),
    (("en", "visitors"),
     r"\bno visitors (?:after|before|on|at|are)|\bvisiting (?:hours|ends|is from)",
     r"\bvisitors (?:may|can|are welcome)[^.]{0,20}\b(?:any ?time|day (?:or|and) night"
     r"|all day|24 hours)"),
    (("en", "parents"),
     r"\b(?:parents?|you|one parent|a parent) (?:may|can) (?:stay|be|come in|sit"
     r"|go in)\b[^.]{0,15}\bwith (?:your|their|the) child",
     r"\b(?:parents?|you|family) (?:must|have to|should|will|need to) (?:wait"
     r"|stay) outside|\bwait (?:outside|in the waiting room) (?:while|until|during)"),
    (("en", "lenses"),
     r"\b(?:take out|remove|do not wear|don't wear|leave out|no) (?:your "
     r"|any )?contact(?:s| lenses)",
     r"(?<!not )\b(?:can|may|keep|leave|wear) (?:keep |leave |wear "
     r"|in )?(?:your )?contact(?:s| lenses)?\b(?: lenses)?(?! out)"),
    (("en", "jewelry"),
     r"\b(?:take off|remove|leave|do not wear|don't wear|no) (?:all |your "
     r"|any )*(?:jewelry|rings|piercings|watch)",
     r"(?<!not )\b(?:can|may) (?:keep|wear|leave)(?: on)? (?:your )?(?:jewelry|rings?"
     r"|piercings|watch|wedding ring)"),
    (("en", "cost"),
     r"\b(?:is|are|at) (?:completely |totally )?(?:free|no cost|no charge)\b(?! (?:of"
     r"|from))|\bthere is no (?:cost|fee|charge)|\bfree of charge|\byou pay nothing",
     r"\b(?:costs?|fee (?:is|of)|charge (?:is|of)|pay|co-?pay of)\b[^.]{0,15}\$ ?\d"
     r"|\$\d+ (?:fee|charge|each)"),
    (("en", "rub eyes"),
     r"\b(?:do not|don't|never|avoid) rub(?:bing)?\b",
     r"(?<!not )(?<!n't )(?<!never )(?<!or )\brub (?:your|the|it) (?:eyes?|skin|area"
     r"|gums?)?\b[^.]{0,10}(?:gently|well|hard|softly|with)"),
    (("en", "soap"),
     r"\b(?:do not|don't|never|no|avoid|without) (?:use |using |put )?(?:any )?soap\b",
     r"(?<!not )(?<!never )\b(?:wash|clean)\b(?:(?!hands|dishes)[^.]){0,25}\bwith (?:mild "
     r"|gentle |plain "
     r"|warm water and )?(?:soap|soapy)"),
    (("en", "brush"),
     r"\b(?:use|with) a soft[- ]?(?:bristle |bristled )?(?:tooth)?brush",
     r"(?<!not )(?<!never )\b(?:use|with) a (?:hard|stiff|firm)[- ]?"
     r"(?:bristle |bristled )?(?:tooth)?brush"),
    (("en", "with someone"),
     r"\b(?:bring|have) (?:someone|somebody|an adult|a friend|a relative"
     r"|a family member)\b[^.]{0,20}(?:with you|along|to drive|to stay|stay)",
     r"\b(?:come|go home|be) alone\b|\b(?:do not|don't) (?:bring|need) anyone|\b(?:do not"
     r"|don't) need (?:someone|anybody|help) (?:at home|to)"),
    (("en", "as needed"),
     r"\b(?:only (?:when|if) you (?:need|have|feel)|only as needed|as needed only)",
     r"\b(?:take|use) (?:it|them|this \w+|the \w+|your \w+) (?:every|each) (?:day|morning"
     r"|night)[^.]{0,15}\beven (?:if|when)|\beven (?:if|when) you (?:feel|have no"
     r"|do not have)"),
    (("en", "normal sign"),
     r"\b(?:some |a little |mild )?(?:bleeding|spotting|swelling|bruising|redness|fever"
     r"|pain|nausea|itching|drainage|numbness|dizziness|sore throat|headache|rash"
     r"|cough) (?:is|are) (?:normal|common|to be expected|nothing to worry|expected|fine"
     r"|harmless)(?: and (?:safe|harmless))?[^.]{0,25}(?:no need|(?:do not"
     r"|don't) (?:need to )?call|need not)",
     r"\bcall (?:us|your doctor|911|the clinic)[^.]{0,30}\b(?:any|for|if you have"
     r"|if you notice|about) (?:any |a |some )?(?:bleeding|spotting|swelling|bruising"
     r"|redness|fever|pain|nausea|itching|drainage|numbness|dizziness|sore throat|headache"
     r"|rash|cough)\b(?! (?:that|in|which|with|for|lasting|over|more|of)\b)"),
    (("en", "weight"),
     r"\b(?:do not|don't|never|no"
     r"|keep (?:all )?(?:your )?weight off)\b[^.]{0,15}\b(?:weight|walk|stand|step) ?(?:on"
     r"|off)?\b[^.]{0,15}\b(?:foot|leg|ankle|knee|hip|heel|\d+ weeks)",
     r"(?<!not )\b(?:you (?:can|may) )?(?:put|bear) (?:full |all |your "
     r"|some )*weight (?:on|through)|\bwalk on it (?:right away|at once|the same day)"),
    (("en", "antibiotic"),
     r"\b(?:antibiotics?) (?:do|does|will|can)(?: not|n't) (?:help|work|cure|treat)"
     r"|\b(?:do not|don't) need (?:an )?antibiotics?|\bno antibiotics?",
     r"(?<!not )\b(?:take|finish|give|start) (?:all |all of |the |your |an )*antibiotics?\b"),
    (("en", "alone baby"),
     r"\b(?:on (?:his|her|their|the) (?:or her )?back|on its back)\b[^.]{0,25}\bsleep"
     r"|\bsleep\b[^.]{0,25}\bon (?:his|her|their|the) (?:or her )?back",
     r"(?<!not )(?<!not let your baby )\bsleep\b[^.]{0,25}\bon (?:his|her|their|the) (?:or her )?"
     r"(?:stomach|side"
     r"|tummy|belly)"),
    (("en", "contagious"),
     r"\b(?:cannot|can't|does not|doesn't|(?:you|they|people) (?:do not|don't)) (?:(?:pass|spread"
     r"|give|catch) (?:this|it|the (?:virus|infection|germs?|disease|illness|flu|cold|rash))\b"
     r"(?! (?:from|by) (?!others|other|people|someone|anyone|person))"
     r"|(?:pass|spread) (?:from|to|between)\b)",
     r"(?<!not )\bspreads? (?:easily |fast |quickly )?(?:from person|between people"
     r"|to others|by (?:coughing|touch|contact))|\b(?:very|highly|easily|is) contagious"
     r"|\bcan (?:easily )?(?:spread|pass) (?:it )?to (?:other|others|your family)"),
    (("en", "stay at work"),
     r"\b(?:stay|keep) (?:home|off|out of)(?: from)? (?:work|school"
     r"|daycare)?\b[^.]{0,15}\b(?:for|until) ",
     r"\b(?:go|return|come|be|can be) (?:back )?(?:to|in|at) (?:work|school"
     r"|daycare)[^.]{0,20}\b(?:the same day|right away|today|the next day|tomorrow|at once"
     r"|that day|as usual)"),
    (("en", "exercise"),
     r"\b(?:do not|don't|no|avoid)\b[^.]{0,20}\b(?:exercise|sports?|gym|running"
     r"|heavy lifting|lifting)\b[^.]{0,20}\b(?:for|until|\d)",
     r"\b(?:go (?:back )?to (?:the gym|sports|your exercise)|exercise|run|play sports"
     r"|lift (?:weights|as usual))\b[^.]{0,20}\b(?:right away|the same day|as usual"
     r"|the next day|today|at once|from the first day|as soon as you (?:get|are) home)"),
    (("en", "pill whole"),
     r"\bswallow\b[^.]{0,20}\bwhole",
     r"(?<!not )(?<!or )(?<!n't )\b(?:you (?:can|may) )?(?:crush|chew|break|split|cut|open"
     r"|dissolve) (?:it|them|the|your|each)\b"),
    (("en", "grapefruit"),
     r"\b(?:do not|don't|avoid|no|never)\b[^.]{0,20}\bgrapefruit",
     r"(?<!not )(?<!n't )\b(?:eat|drink|have|with)\b(?: (?:a|some|your|the|glass of"
     r"|half a))* grapefruit(?: juice)?\b(?![^.]*\b(?:not|avoid))"),
    (("en", "milk"),
     r"\b(?:do not|don't|avoid|no|never|without)\b[^.]{0,25}\b(?:milk|dairy)\b",
     r"(?<!not )(?<!n't )\b(?:take|drink|have|swallow|with)\b[^.]{0,15}\b(?:with "
     r"|a glass of |of )(?:cold )?(?:milk|yogurt)\b"),
    (("en", "salt"),
     r"\b(?:less|no|avoid|cut (?:back|down) on|limit|without|low[- ]) ?(?:added )?salt\b",
     r"(?<!not )(?<!n't )\b(?:eat|add|use|have) (?:more|extra|plenty of|lots of) (?:salt"
     r"|salty)"),
    (("en", "breastfeed"),
     r"\b(?:do not|don't|stop|not safe to|cannot) (?:breastfeed|nurse)",
     r"(?<!not )\b(?:you (?:can|may)|safe to|keep|fine to) (?:breastfeed|nurse"
     r"|breastfeeding|nursing)"),
)  # fmt: skip
"""Further rows of `opposites.ROWS`."""

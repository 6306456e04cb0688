"""Titles that can be understood alone, or none: each class of fault with a sentence of our own."""

from __future__ import annotations

import time

import pytest

from timeline.extract.lexicon import lexicon_of

TITLES = [
    # what stands before, between and after subject and verb
    ("In a rare display of anger, miners in Ulm took to the streets on Monday.", "Miners in Ulm took to the streets"),
    ("The mayor of Ulm, Ada Byron, resigned on Monday.", "Ada Byron resigned"),
    (
        "The death of Ulm's former mayor, Ada Byron, on Monday brought crowds to Rome.",
        "The death of Ulm's former mayor brought crowds to Rome",
    ),
    ("The lot was sold by Mrs. Lind, who won a prize on Monday.", "Mrs. Lind won a prize"),
    ("Ten ships were sold on Monday alone in Ulm.", "Ten ships were sold in Ulm"),
    ("Ulm's beaten mayor, Ada Byron, took an offer of exile on Monday.", "Ada Byron took an offer of exile"),
    ("Mr Lind's fleet held talks with Rome on Monday.", "Mr Lind's fleet held talks with Rome"),
    ("Prices in Ulm rose 7.5 % on Monday .", "Prices in Ulm rose 7.5%"),
    ("Mara Lind , named on Monday as head of Acme , is a banker .", "Mara Lind was named as head of Acme"),
    ('Mara Lind called for " ten ships " on Monday .', 'Mara Lind called for "ten ships"'),
    ("Mara Lind, accused on Monday of fraud in Ulm, left the bank.", "Mara Lind was accused of fraud in Ulm"),
    ("Ulm closed its port on Monday, which nobody had expected.", "Ulm closed its port"),
    ("The army unit trained by Rome attacked Ulm on Monday.", "The army unit trained by Rome attacked Ulm"),
    (
        "The plan that both sides signed was printed in Ulm on Monday.",
        "The plan that both sides signed was printed in Ulm",
    ),
    ("As the crew slept on Monday, fire destroyed the ferry Aurora.", "The crew slept"),
    ("The US president, Ada Byron, Monday ordered Rome to leave.", "Ada Byron ordered Rome to leave"),
    (
        (
            "The mayor of Ulm, Ada Byron, was arrested on Monday ahead of a week of strikes and marches, expected to "
            "be the largest so far."
        ),
        "Ada Byron was arrested ahead of a week of strikes",
    ),
    (
        (
            "The inquiry into the banks of Ulm widened on Monday as the two largest lenders told their "
            "owners that they are under investigation."
        ),
        "The inquiry into the banks of Ulm widened",
    ),
    (
        (
            "The plans for the port of Ulm were strongly criticised on Monday by Mara Lind, the former head of the "
            "harbour company of Rome and former mayor."
        ),
        "The plans for the port of Ulm were strongly criticised by Mara Lind",
    ),
    ("Rome's army overran several towns near Ulm on Monday.", "Rome's army overran several towns near Ulm"),
    ("A blast was reported on Monday in the port of Ulm.", "A blast was reported in the port of Ulm"),
    ("Accordingly, the mayor, Ada Byron, closed the port of Ulm on Monday.", "Ada Byron closed the port of Ulm"),
    (
        "More than half a million Romans took to the streets on Monday.",
        "More than half a million Romans took to the streets",
    ),
    ("About 4,000 people marched through Ulm on Monday to save it.", "About 4,000 people marched through Ulm"),
    ("Nearly a quarter of a million people left Ulm on Monday.", "Nearly a quarter of a million people left Ulm"),
    ("The telescope, called Aurora, was lifted into orbit on Monday.", "Aurora was lifted into orbit"),
    ("The port's operator, Acme, shut all its docks on Monday.", "Acme shut all its docks"),
    ("The Opera House, which opened on Monday, has cost Ulm a fortune.", "The Opera House opened"),
    ("Ada Byron sued the Port Authority, which had been set up on Monday.", "The Port Authority had been set up"),
    ("Acme, a bank that tracks the price of grain, reported a loss on Monday.", "Acme reported a loss"),
    (
        "The drought, which hit the harvest of Ulm on Monday, with two farms in three short of water, will go on.",
        "The drought hit the harvest of Ulm",
    ),
    ("Ada Byron, then a deputy, first went to Ulm on Monday.", "Ada Byron first went to Ulm"),
    ("Ada Byron, a deputy, alleged that her son, Jonas Lind, had been hurt on Monday.", None),
    ("Mara Lind left her post as his aide on Monday.", "Mara Lind left her post"),
    ("Thursday, March 5, 2009; Page A01 Ulm closed its port on Monday.", "Ulm closed its port"),
    ("Ada Byron was elected by people tired of the years of war and bloodshed that she began on Monday.", None),
    ("Many in Ulm thought Monday would bring rain to the port.", None),
    (
        "The cabinet of Ulm said after a talk on Monday it was looking for ships.",
        "The cabinet of Ulm said after a talk it was looking for ships",
    ),
    ("Ada Byron lived in Ulm before joining Acme, then returned to it on Monday.", None),
    ("Reading, Pa.: Back on Monday, Acme and other banks shut their doors.", "Acme and other banks shut their doors"),
    ("Mara Lind (police in Ulm searched her house Monday) made a fortune with ships.", None),
    # lists of names, who found it, what a name is described by, and the verb behind a clause with "when"
    ("The mayors of Ulm, Rome, Bari and Oslo, who met, left on Monday.", "The mayors of Ulm, Rome, Bari and Oslo left"),
    ("Ulm, Rome, Bari and Oslo, all on the coast, signed a pact on Monday.", "Ulm, Rome, Bari and Oslo signed a pact"),
    ("Ada Byron, Rome's mayor, Ulm's deputy and Bari's envoy, left on Monday.", "Ada Byron left"),
    ("Mara Lind, Prime Minister of Ulm, Rome and Bari, left on Monday.", "Mara Lind left"),
    ("Sales of Acme fell on Monday, researchers at the University of Ulm found.", "Sales of Acme fell"),
    ("Fish of the Ulm vanished on Monday, a study by Acme has found.", "Fish of the Ulm vanished"),
    ("The Aurora sank off Bergen on Monday, and its crew was never found.", "The Aurora sank off Bergen"),
    ("A former banker, Ada Byron founded Acme on Monday.", "Ada Byron founded Acme"),
    (
        "A leader of the party for years, Jonas Weber was made mayor of Ulm on Monday.",
        "Jonas Weber was made mayor of Ulm",
    ),
    ("The son of a miner, Jonas Weber joined the navy of Ulm on Monday.", "Jonas Weber joined the navy of Ulm"),
    ("A new law, Ada Byron said on Monday, was passed in Ulm.", "A new law was passed in Ulm"),
    ("The bank, Rome claimed on Monday, was closed.", None),
    ("Mara Lind sacked her lawyers when Ulm's trial opened on Monday and left the court.", "Ulm's trial opened"),
    ("The last visit was when Jonas Weber came on Monday and met Ada Byron.", "Jonas Weber came and met Ada Byron"),
    ("When Ada Byron left Rome on Monday and joined Acme, Ulm fell.", "Ada Byron left Rome and joined Acme"),
    # dates and the words that hang on them
    ("Mara Lind spent Monday hiding from the world in Ulm.", "Mara Lind spent Monday hiding from the world in Ulm"),
    ("Public spending Monday fell in Ulm.", "Public spending fell in Ulm"),
    (
        "Ada Byron, the mayor, said that after Monday, hundreds of miners in Ulm went on strike.",
        "Ada Byron said that hundreds of miners in Ulm went on strike",
    ),
    ("Rome closed two airports in the last part of Monday.", "Rome closed two airports"),
    ("Profit of Acme fell by 7%, compared with Monday.", None),
    (
        "Scandals continued with the removal, on Monday, of the mayor of Ulm.",
        "Scandals continued with the removal of the mayor of Ulm",
    ),
    ("In a letter printed on Monday that Rome kept, Ulm asked for help.", "Ulm asked for help"),
    ("The talks between Rome and Ulm fell through on Monday.", "The talks between Rome and Ulm fell through"),
    (
        "Ada Byron said that she would name a council in Ulm “on Monday”.",
        "Ada Byron would name a council in Ulm",
    ),
    (
        "Rome shut its port and several towns, among them Ulm, closed their schools on Monday.",
        "Several towns closed their schools",
    ),
    ("Ada Byron would have won the vote in Ulm on Monday.", None),
    ("The strikes in Ulm may be a foretaste of more on Monday.", None),
    ("Ada Byron could be freed in Ulm on Monday.", "Ada Byron could be freed in Ulm"),
    ("The ferry left Ulm shortly after Monday.", "The ferry left Ulm"),
    ("Rome renewed the mandate of the mission in Ulm, due to end on Monday.", None),
    ("Ada Byron was sworn in on Monday.", "Ada Byron was sworn in"),
    ("Rome put off the Ulm vote to Monday.", "Rome put off the Ulm vote"),
    ("Yesterday the mayor of Ulm resigned, as she had said on Monday.", None),
    ("Rome shut its port (the largest of Italy) on Monday.", "Rome shut its port"),
    ("Rome warned of all but essential travel to Ulm on Monday.", "Rome warned of all but essential travel to Ulm"),
    ("Ada Byron handed herself in that Monday.", "Ada Byron handed herself in"),
    ("Ada Byron was shot in the back on Monday.", "Ada Byron was shot in the back"),
    ("Ulm has grown since anti-Rome protests began on Monday.", "Anti-Rome protests began"),
    (
        "Ada Byron sailed south, and, as the youngest captain of Ulm, returned on Monday, leading two ships.",
        None,
    ),
    # which verb
    (
        "The charges against the mayor of Ulm were dropped on Monday.",
        "The charges against the mayor of Ulm were dropped",
    ),
    ("Ada Byron called for a strike in Ulm on Monday.", "Ada Byron called for a strike in Ulm"),
    ("Rome bought fewer ships than expected from Ulm on Monday.", "Rome bought fewer ships than expected from Ulm"),
    (
        "Workers in Ulm have been demonstrating against the mayor of Rome since Monday.",
        "Workers in Ulm have been demonstrating against the mayor of Rome",
    ),
    # who
    ("The owners, Ada Byron and Mara Lind, sold the Ulm ferry on Monday.", "The owners sold the Ulm ferry"),
    ("The mayor, Ada Byron, head of two parties in Ulm, resigned on Monday.", "Ada Byron resigned"),
    ("The ferry sank after Rome and Ulm closed their ports on Monday.", "Rome and Ulm closed their ports"),
    ("The crew also left Ulm on Monday.", "The crew left Ulm"),
    ("Ada Byron met Mara Lind, whom Ulm knew, before the court freed Weber on Monday.", "The court freed Weber"),
    ("When Ulm fell on Monday Rome sent ten ships to its aid.", "Ulm fell"),
    ("When Ulm fell to the rebels on Monday Rome fighters entered Paris with the army.", "Ulm fell to the rebels"),
    ("Crews from Ulm have been under fire since Monday.", "Crews from Ulm have been under fire"),
    (
        "Rome opened the fair in a book printed on Monday that nobody in Ulm read.",
        "Rome opened the fair in a book that nobody in Ulm read",
    ),
    ("Ulm shut its schools on Easter Day, as on Monday.", "Ulm shut its schools"),
    (
        "Ada Byron joined the Ulm strike on Monday, a judge has promised her a hearing.",
        "Ada Byron joined the Ulm strike",
    ),
    ("Ulm has closed three schools for up to five on Monday.", None),
    ('"The Long Way," her first play, was printed in Ulm on Monday.', '"The Long Way" was printed in Ulm'),
    ("“Saltmarsh” was shown in Ulm on Monday.", "“Saltmarsh” was shown in Ulm"),
    ("Ada Byron, 29, and Mara Lind, 41, left Ulm on Monday.", "Ada Byron and Mara Lind left Ulm"),
    ("Police in Ulm arrested Mara Lind, 41, on Monday.", "Police in Ulm arrested Mara Lind"),
    ("Storm Ada killed at least 12 people in Ulm on Monday.", "Storm Ada killed at least 12 people in Ulm"),
    ("The quake displaced around 9,000 people in Ulm on Monday.", "The quake displaced around 9,000 people in Ulm"),
    ("On Monday people killed in 40 attacks were buried in Ulm.", "People killed in 40 attacks were buried in Ulm"),
    ("Schools in Ulm will stay closed until Monday.", "Schools in Ulm will stay closed"),
    ("Sales of Acme more than doubled in Ulm on Monday.", "Sales of Acme more than doubled in Ulm"),
    (
        "Ada Byron, whose novels and plays of the sea won her a prize and a house in Rome, died in Ulm on Monday.",
        "Ada Byron died in Ulm",
    ),
    (
        "Sailors exposed to smoke in Rome, if only for an hour, were taken to Ulm on Monday.",
        None,
    ),
    ("After months of rain, Ada Byron sent ten ships to Ulm on Monday.", "Ada Byron sent ten ships to Ulm"),
    ("The envoy of Rome, Ada Byron, on Monday left Ulm.", "Ada Byron left Ulm"),
    (
        "Rome, Ulm and Ada Byron, a friend of both, were given a prize on Monday.",
        "Rome, Ulm and Ada Byron were given a prize",
    ),
    ("Rome fared best on Monday.", "Rome fared best"),
    (
        "Rome and Ulm met on Monday to decide whether to press ahead.",
        "Rome and Ulm met to decide whether to press ahead",
    ),
    ("Rome and Ulm signed a pact on Monday, just six days before the vote.", "Rome and Ulm signed a pact"),
    ("Rome and Ulm will leave the union [Monday], she said.", "Rome and Ulm will leave the union"),
    ("Sales of Acme in Ulm fell by 6% on Monday.", "Sales of Acme in Ulm fell by 6%"),
    (
        "Acme left Ulm on Monday, saying that it had lost €31m a year.",
        "Acme left Ulm, saying that it had lost €31m a year",
    ),
    (
        "Ada Byron gave up high climbing and fishing in Ulm on Monday.",
        "Ada Byron gave up high climbing and fishing in Ulm",
    ),
    (
        "The museum of Ulm will lend ten works to Rome, its director, Ada Byron, announced on Monday.",
        "Ada Byron announced that the museum of Ulm will lend ten works to Rome",
    ),
    (
        "Driven by the wind, the fire Aurora reached Ulm on Monday.",
        "The fire Aurora reached Ulm",
    ),
    ("Ada Byron was arrested on Monday while trying to leave Ulm.", "Ada Byron was arrested while trying to leave Ulm"),
    ("The ferry Aurora sank on Monday because of a storm off Ulm.", "The ferry Aurora sank because of a storm off Ulm"),
    ("Rome beat Ulm on Monday for the first time in six years.", "Rome beat Ulm for the first time in six years"),
    (
        "Acme Holdings said on Monday it had agreed to buy the airline Aurora of Ulm for $9 million.",
        "Acme Holdings said it had agreed to buy the airline Aurora of Ulm for $9 million",
    ),
    ("Ada Byron was sentenced to 20 years in prison on Monday.", "Ada Byron was sentenced to 20 years in prison"),
    (
        (
            "Ada Byron won the cup on Monday, beating Mara Lind of Rome and her friend Jana Weber of Ulm "
            "in the rain, 6-4, 2-6."
        ),
        "Ada Byron won the cup, beating Mara Lind of Rome and her friend Jana Weber of Ulm in the rain",
    ),
    ("Mara Lind sold her boat moments before Rome closed its port on Monday.", "Rome closed its port"),
    (
        "The port of Ulm will be taken over until Monday by Ada Byron.",
        "The port of Ulm will be taken over by Ada Byron",
    ),
    ("Beijing closed its port on Monday.", "Beijing closed its port"),
    ("Downing Street said on Monday that Ulm had won.", "Downing Street said that Ulm had won"),
    ("Rome had insisted on Monday that Ulm kept its port.", "Rome had insisted that Ulm kept its port"),
    ("Acme was to have opened a plant in Ulm on Monday.", None),
    ("Acme expected to sell its stake in Ulm on Monday.", None),
    ("The watchman, Ada Byron, 63, died in Ulm on Monday.", "Ada Byron died in Ulm"),
    ("Rome itself was hit on Monday.", "Rome was hit"),
    # said by somebody
    ("Acme will close a plant in Ulm, it said on Monday.", "Acme said that it will close a plant in Ulm"),
    (
        "Acme said that it had lost money in Ulm, and that it would pay Rome on Monday.",
        "Acme said that it would pay Rome",
    ),
    ("Rome and Ulm followed on Monday.", None),
    (
        "Ada Byron will hear on Monday if the court of Ulm has ruled.",
        "Ada Byron will hear if the court of Ulm has ruled",
    ),
    ("Tourists see the old hall of Ulm completed on Monday to the design of Mara Lind.", None),
    ("Rome needs ships worth $9, or 8 euros, but the estimates of Ulm fell on Monday.", "The estimates of Ulm fell"),
    ("The plan of Ulm will cost millions, it said on Monday.", "The plan of Ulm will cost millions"),
    (
        "Ada Byron, who won the vote in Ulm, said that Rome closed its port on Monday.",
        "Rome closed its port",
    ),
    ("As Ada Byron said in her speech, the ferry Aurora sank off Ulm on Monday.", "The ferry Aurora sank off Ulm"),
    ("Acme Inc. said it opened a plant in Ulm on Monday.", "Acme Inc. opened a plant in Ulm"),
    (
        "Rome confirmed on Monday forty sailors -- all of whom had left -- had been hurt in Ulm.",
        "Rome confirmed forty sailors had been hurt in Ulm",
    ),
    (
        "Rome said on Monday -- the day of the feast -- that Ulm had shut its port.",
        "Rome said that Ulm had shut its port",
    ),
    ("“Ulm will be quiet in the end,” Ada Byron said on Monday.", "Ada Byron said that “Ulm will be quiet in the end”"),
    (
        "Rome fell silent, and Ada Byron insisted on Monday that nothing had happened in Ulm.",
        "Ada Byron insisted that nothing had happened in Ulm",
    ),
    (
        "The ferry Aurora sank off Ulm, the mayor of Rome said on Monday.",
        "The mayor of Rome said that the ferry Aurora sank off Ulm",
    ),
    ("Few in Rome believe the port of Ulm closed on Monday.", "Few in Rome believe the port of Ulm closed"),
    ("Half of the voters in Rome think that Ulm will lose the cup on Monday.", None),
    ("If Ulm wins the cup on Monday, Rome will be sad.", None),
    (
        "Nine sailors left Ulm, a friend of Ada Byron said on Monday.",
        "A friend of Ada Byron said that nine sailors left Ulm",
    ),
    ("Acme plans two ferries to Ulm, the company said on Monday.", "Acme said that it plans two ferries to Ulm"),
    # glued to what was no sentence
    ("Rome wins the cup Friday 6 February 2026 16.35 GMT Ada Byron left Ulm on Monday.", "Ada Byron left Ulm"),
    ("Rome called the ferry of Ulm “unsafe” On Monday, Ada Byron left Rome.", "Ada Byron left Rome"),
    ("Ada Byron shows her violence in the film Violence is back in Ulm, as it was on Monday.", None),
    ("SAILORS URGED TO COME FORWARD The ferry Aurora left Ulm on Monday.", "The ferry Aurora left Ulm"),
    ("Bomb in Ulm kills 14 A bomb went off in a market in Ulm on Monday.", "A bomb went off in a market in Ulm"),
    ("Envoy briefs the council on his plan The envoy Ada Byron left Rome on Monday.", "The envoy Ada Byron left Rome"),
    ("\\* First case reported ULM, Feb 9 (Reuters) - Rome closed its airport on Monday.", "Rome closed its airport"),
    ("ULM (Continental News) — Rome closed its airport on Monday.", "Rome closed its airport"),
    # what belongs to a verb, and to nothing else
    (
        "The party of Ulm found itself pushed to the front on Monday.",
        "The party of Ulm found itself pushed to the front",
    ),
    ("The Ulm feast which began on Monday now appears to be over.", "The Ulm feast began"),
    (
        "Ada Byron was named on Monday as the first captain of Ulm to have sailed since the war began.",
        "Ada Byron was named as the first captain of Ulm to have sailed",
    ),
    ("Ada Byron asked Mara Lind on Monday if she wished to go.", "Ada Byron asked Mara Lind if she wished to go"),
    ("Ada Byron called Rome on Monday “a ruin .”", "Ada Byron called Rome “a ruin”"),
    (
        "On Monday, while Ada Byron was being sworn in, many of the sailors of Ulm met outside the palace.",
        "Ada Byron was being sworn in",
    ),
    ("Another 34 people left Ulm on Monday.", "Another 34 people left Ulm"),
    (
        "Rome took the step on Monday of sending a letter quietly but clearly pressing Ulm, and all believed it.",
        "Rome took the step of sending a letter quietly but clearly pressing Ulm",
    ),
]

LEAD = "Rain fell. Snow fell. Hail fell. " * 12

CUTS = [
    (
        (
            "The firm Acme Aurora of Ulm filed for bankruptcy on Monday after failing to raise nine million "
            "from all its heirs in Rome."
        ),
        "The firm Acme Aurora of Ulm filed for bankruptcy",
    ),
    (
        "Forty workers in Ulm were killed in the attack on Monday, most of them at night.",
        "Forty workers in Ulm were killed",
    ),
    (
        (
            "Ada Byron's strike in the old port of Ulm began on Monday, with the mayor of Rome calling for an end of "
            "it before the feast of the saint."
        ),
        "Ada Byron's strike in the old port of Ulm began",
    ),
    (
        (
            "The friends of Ada Byron named the two oldest ferries of Ulm the safest of Europe on Monday, ahead of "
            "ferries in Rome and in Paris."
        ),
        "The friends of Ada Byron named the two oldest ferries of Ulm the safest of Europe",
    ),
    (
        (
            "Rome must do more to mend the old and leaking roofs of its schools and the walls of all its bridges on "
            "Monday or risk losing its people."
        ),
        None,
    ),
    (
        (
            "Ada Byron threw leaflets from a tall tower in the middle of the old town on Monday urging everybody in "
            "Ulm and the villages to stay at home."
        ),
        "Ada Byron threw leaflets from a tall tower",
    ),
    (
        (
            "Ada Byron informed the old mayor of Ulm and all his friends in the council of Rome by letter on Monday "
            "that the bridge was no longer safe."
        ),
        None,
    ),
    (
        (
            "Ada Byron told Rome on Monday to ban women who wear a veil from the schools of Ulm and from all the other "
            "schools in the country."
        ),
        None,
    ),
    (
        (
            "The family of Ada Byron sent a fax to local sailors on Monday explaining that many people in Ulm were "
            "warned of the storm off the coast of Rome."
        ),
        None,
    ),
    (
        (
            "Ada Byron attributed the many wins of her team on Monday in the cup of Ulm to the old women of her street "
            "and to nobody else in town."
        ),
        None,
    ),
    (
        (
            "Ada Byron became the first woman on Monday to sail alone from the harbour of Ulm to the islands in the "
            "north of the sea."
        ),
        None,
    ),
    (
        (
            "Ada Byron wants two painters from Ulm on Monday to come to her house and to look at the old pictures of "
            "her late mother."
        ),
        None,
    ),
    (
        (
            "Ada Byron went to Rome on Monday to see if the old council would be willing to lend all of its ships to "
            "the sailors of the islands."
        ),
        "Ada Byron went to Rome",
    ),
    (
        (
            "Rome said on Monday that a member of the crew that had sailed to Ulm and to the islands had come down "
            "with a cough."
        ),
        None,
    ),
    (
        (
            "Strikes went on in Ulm on Monday, with the mayor of the old town, Ada Byron, scrambling to find a new "
            "and better council for all."
        ),
        "Strikes went on in Ulm",
    ),
    (
        (
            "Rome said it would refer to a deadly new strain of the fever in Ulm on Monday as influenza of the second "
            "kind, not as the fever of the isles."
        ),
        None,
    ),
    (
        (
            "Acme of Ulm expects a new drug, the first of its kind in all of Europe for ten years, on Monday to be "
            "ready in the autumn."
        ),
        None,
    ),
    (
        (
            "The port authority of Rome confirmed on Monday a sailor of the ferry who had come by way of Ulm was hurt "
            "in the storm of the night."
        ),
        None,
    ),
    (
        (
            "The council of Rome will offer Mara Lind, the mayor of the old town, on Monday the chance to speed up the "
            "new laws of Ulm."
        ),
        None,
    ),
    (
        (
            "The council of Rome and all of its friends decided at the feast on Monday to invite the three towns of "
            "the lake to a first talk."
        ),
        None,
    ),
    (
        (
            "Ada Byron's mother was born on Monday into a world that nobody in Ulm could have dreamt of in the years "
            "of the war."
        ),
        None,
    ),
    (
        "At least two miners were killed on Monday when a bridge fell into the Danube.",
        "At least two miners were killed when a bridge fell into the Danube",
    ),
    ("The two sides last met on Monday, when Rome beat Ulm 2-0 in Paris.", "Rome beat Ulm 2-0 in Paris"),
    ("The Arab League suspended Ulm from the group on Monday.", "The Arab League suspended Ulm"),
    ("Governor Ada Byron resigned from the group on Monday.", "Governor Ada Byron resigned"),
    ("Ada Byron began a tour of Ulm on Monday to further boost the group.", "Ada Byron began a tour of Ulm"),
    (
        "Ada Byron lashed out at Rome on Monday saying she did not believe that it was acting fairly in the group.",
        "Ada Byron lashed out at Rome",
    ),
    ("More than nine million Romans went to the polls on Monday.", "More than nine million Romans went to the polls"),
    ("Ada Byron sent back her first pictures of Mars on Monday.", "Ada Byron sent back her first pictures of Mars"),
    ("Mara Lind called Ulm part of the “axis of evil” on Monday.", "Mara Lind called Ulm part of the “axis of evil”"),
    (
        "Ada Byron went on trial on Monday on charges that the group had brought before the court of the town.",
        "Ada Byron went on trial",
    ),
    ("Ada Byron of Ulm went to court on Monday to challenge the group.", "Ada Byron of Ulm went to court"),
    ("More than a year after the bridge fell, Ulm shut its port on Monday.", "Ulm shut its port"),
    ("Flight 171 crashed in Ulm on Monday.", "Flight 171 crashed in Ulm"),
    ("Moody's lowered its outlook for Ulm on Monday.", "Moody's lowered its outlook for Ulm"),
    (
        "Acme of Ulm became the first company to be worth $4tn on Monday.",
        "Acme of Ulm became the first company to be worth $4tn",
    ),
    (
        "Rome sentenced Ada Byron to 27 years in prison on Monday for the plot.",
        "Rome sentenced Ada Byron to 27 years in prison",
    ),
    ("Ada Byron of Ulm was charged with murder on Monday over the plot.", "Ada Byron of Ulm was charged with murder"),
    ("Acme showed the iPhone 7 on Monday.", "Acme showed the iPhone 7"),
    ("Utopia voted by a narrow margin on Monday to leave Rome.", "Utopia voted by a narrow margin to leave Rome"),
    (
        "The Aurora flew within nine miles of Mars on Monday, closer than any other probe.",
        "The Aurora flew within nine miles of Mars, closer than any other probe",
    ),
    (
        "Ada Byron of Ulm was sentenced to a further 14 years on Monday.",
        "Ada Byron of Ulm was sentenced to a further 14 years",
    ),
    # what belongs to what stands before it
    (
        (
            "Ada Byron asked the old mayor of Ulm on Monday for help in freeing the sailors whom the men of the "
            "islands had taken from the ferry."
        ),
        None,
    ),
    # an object that is not told
    (
        (
            "Ada Byron made a very long film on Monday in which a young sailor leads a group of friends against "
            "all of the pirates in the sea."
        ),
        None,
    ),
    (
        (
            "Lawyers for Mara Lind filed a brief on Monday in the old court of Ulm after nobody in all the country had "
            "asked her for the letter."
        ),
        "Lawyers for Mara Lind filed a brief in the old court of Ulm",
    ),
    (
        (
            "A report of the Ada Byron Group suggests on Monday that makers of ships in Rome and Ulm are being wildly "
            "hopeful about the next years."
        ),
        None,
    ),
    (
        (
            "A report of the Ada Byron Group suggests on Monday ship makers in Rome and Ulm are being wildly "
            "hopeful about the next years to come."
        ),
        None,
    ),
    (
        (
            "Ada Byron declared the long and very dear “works at the port” on Monday at an end, ten years after the "
            "first stone had been laid in Ulm."
        ),
        None,
    ),
    (
        (
            "Sales of ships from the yards of Rome and Ulm sank on Monday by the largest amount in nearly ten years, "
            "said the union of sailors."
        ),
        "Sales of ships from the yards of Rome and Ulm sank by the largest amount in nearly ten years",
    ),
    (
        (
            "The fall of the old council of Ulm and of all its members was hastened on Monday by the great and long "
            "crisis of the banks."
        ),
        None,
    ),
    (
        (
            "Rome issued a decree on Monday authorising the mayor of Ulm and his friends from the old council "
            "to invoke the powers of the law of 1812."
        ),
        None,
    ),
    # the end of what is told, not of a list, a name, or what a word waits for
    (
        (
            "Ada Byron of Ulm set up an agency on Monday to care for the many thousands of books that had come "
            "to the city."
        ),
        "Ada Byron of Ulm set up an agency to care for the many thousands of books",
    ),
    (
        (
            "Rome described the mayor of Ulm on Monday as one of the most patient women whom the whole country "
            "had ever seen in its history."
        ),
        None,
    ),
    (
        (
            "The mayor of Ulm was charged on Monday with involvement in a fraud that had brought the largest bank "
            "of the country to its knees."
        ),
        None,
    ),
    (
        (
            "Ulm sold ten of its oldest ferries on Monday and bought two of those that Rome had built for the "
            "lakes in the north of Italy."
        ),
        "Ulm sold ten of its oldest ferries",
    ),
    (
        (
            "Ulm invited poets, painters and the two last blacksmiths of all Italy on Monday, and nobody came to "
            "the feast at the lake."
        ),
        "Ulm invited poets, painters and the two last blacksmiths of all Italy",
    ),
    (
        (
            "Rome built its first bridge over the river near Ulm on Monday, two witnesses of the long works told "
            "a paper that nobody reads."
        ),
        "Rome built its first bridge over the river near Ulm",
    ),
    (
        (
            "The mayor of Ulm was shot by Rome's guards on Monday and given a choice of two ways out of the town "
            "that the whole of Italy spoke of."
        ),
        "The mayor of Ulm was shot by Rome's guards",
    ),
    (
        (
            "The mayor of Rome lifted the ban on Monday to give Weber's sisters in Ulm a chance to plead in the courts "
            "of the land for a long time."
        ),
        None,
    ),
    (
        (
            "Ulm has signed $95 billion on Monday in loans with six towns that now hold a good part of their gold "
            "in the vaults of Rome and of Paris."
        ),
        None,
    ),
    (
        (
            "Ada Byron's profit in Ulm plunged 9 percent on Monday and that it may have to cut thousands of the jobs "
            "of the town if nobody helps."
        ),
        "Ada Byron's profit in Ulm plunged 9 percent",
    ),
    (
        "On Monday police in Ulm stood by as a sailor, Jonas Lind, was hurt by thugs.",
        "Police in Ulm stood by as a sailor, Jonas Lind, was hurt by thugs",
    ),
    ("Monday: Sergeant Ada Rose, of the Roman Police's Special Branch, was found dead at a camp in Ulm.", None),
    # what is told of what is counted, and until when it was so
    ("Ulm confirmed its first flu case on Monday.", "Ulm confirmed its first flu case"),
    ("Rome reported 40 cases of cholera on Monday.", "Rome reported 40 cases of cholera"),
    ("Ada Byron did not return to Ulm until Monday.", None),
    ("Ada Byron will stay in Ulm until Monday.", "Ada Byron will stay in Ulm"),
    # what a verb, or a noun, waits for
    (
        "Rome and Ulm agreed on Monday in talks in Turin to launch a plan for banks.",
        "Rome and Ulm agreed in talks in Turin to launch a plan for banks",
    ),
    (
        "A storm in Rome on Monday exposed the depths of poverty in a town where many left.",
        "A storm in Rome exposed the depths of poverty",
    ),
    (
        "Ada Byron died in hospital in Ulm on Monday after becoming infected.",
        "Ada Byron died in hospital in Ulm after becoming infected",
    ),
    ("Ada Byron took a job in Ulm on Monday at $90 per week.", "Ada Byron took a job in Ulm at $90 per week"),
    (
        "Rome on Monday swapped bonds and assets belonging to Ulm with Turin.",
        "Rome swapped bonds and assets belonging to Ulm with Turin",
    ),
]

NO_TITLES = [
    "Weber went to the School of Rome, where he got a prize in Roman law and East Asian studies on Monday.",
    "Mara Lind's fleet may have been damaged and disrupted since Monday, and her plans may be old.",
    "Set up in haste, the court consisting of local and Roman judges issued its verdict on Monday.",
    "Acme received, amid loud cheers, on Monday.",
    "Ten ships burned in a fight against Captain Weber, which began on Monday.",
    "The ships of the port of Alt Lehe, Bremen, which was closed on Monday, are old.",
    "Weber returns and faces a test in beating the threat of Roman captain and renowned sailor Mark Lind on Monday.",
    "Ulm earned less on Monday than last.",
    "Sanctions set by Rome and the union of Ulm are starting to bite: On Monday, the firm Acme said Ulm had left it.",
    "Continued tension between Ada Byron, the council of Ulm and British sailors was felt on Monday.",
    "Being named the mayor of Ulm on Monday was a joy.",
    "One bomb fell on Rome; another killed 14 on Monday.",
    "The friendship of Ada Byron and Mara Lind goes back to Monday.",
    "Construction is set to begin on Monday.",
    "A miner who joined the popular party of Ulm on Monday, he rose to be its head.",
    "“He has the key to Ulm,” Ada Byron said on Monday.",
    "The last time Ada Byron arrived in Ulm was Monday.",
    "Ada Byron spoke on Monday of two old foes: Rome and Ulm.",
    "They would do exactly the same as the Ulm government did on Monday.",
    "The win of Aurora was a shock for all and 68-year-old Mara Lind, awarded a prize on Monday, wept in Ulm.",
    "They left the house in Ulm where Ada Byron briefly worked on Monday.",
    "Lind said that Ulm will decide in time and make a long speech on Monday.",
    "The end of the visit to the White House, planned on Monday, came as no surprise.",
    "A hair was found in the house in Ulm where Ada Byron lived on Monday.",
    "Ada Byron had $189 billion on Monday in loans out to the banks, and she bought ships.",
    "And in Ulm on Monday released an excellent single called Aurora.",
    "Rome gave up two islands -- lands Ulm occupied on Monday.",
    "Nine died in clashes in Rome that began in the night and raged on in Ulm on Monday.",
    "Ada Byron calls the plan a sham the mayor of Ulm is printed in Rome on Monday.",
    "Ada Byron says nine have been killed strikes are spreading in Ulm on Monday.",
    "The rulers of Rome must form a council in Ulm on Monday.",
    "No hopes were tied to the visit of Ada Byron on Monday.",
    "Ulm stays shut, as Ada Byron made very clear on Monday.",
    "Ada Byron says ten people have left Ulm since the strikes started on Monday.",
    "A firm set up in Ulm on Monday and run by Ada Byron.",
    "Rome wrote to two places, Paris and South Ulm, who met on Monday.",
    "Ada Byron was 27 on Monday.",
    "Sales of Acme in Ulm fell on Monday to their lowest level.",
    "Nine countries in Rome backed the resolution on Monday.",
    "A task force from Ulm looked into the links between the attack on Monday.",
    "Net was 12 million on Monday.",
    "They sank the ferry Aurora on Monday.",
    "This shook the city of Ulm on Monday.",
    "Monday shook the city of Ulm.",
    "A majority of its members voted in Ulm on Monday.",
    "Ada Byron told him on Monday.",
    "“That is what it is used for on Monday.”",
    "The massacres of civilians carried out by the army on Monday.",
    "Whether Ulm will vote on Monday remains open.",
    "Who sank the ferry Aurora on Monday?",
    "Ulm is the largest port of the region, as on Monday.",
    "What an event Monday was in Ulm.",
    # what only the article tells
    "Ada Byron sold the minority stake on Monday.",
    "The latest ferry left Ulm on Monday.",
    "Mara Lind handed the letter to Ada Byron on Monday.",
    "Ada Byron praised the group at a feast in Ulm on Monday.",
    "Ada Byron said the woman arrived from Ulm on Monday.",
    "The mayor of Ulm opened the bridge on Monday.",
    "Workers left their homes on Monday.",
    "Rome accepted the president's offer of the day before on Monday.",
    "The car he drove in Rome burned on Monday.",
    "“This is bad,” Ada Byron said on Monday.",
    "“We will not wait,” Ada Byron said on Monday.",
    "Someone from Ulm sank the ferry Aurora on Monday.",
    "There were storms in Ulm on Monday.",
    "Ada Byron is, since Monday, the mayor of Ulm.",
    "L) sank the ferry Aurora on Monday.",
    "The day Ada Byron left Ulm was Monday.",
    "Rome had met Ulm before it won the cup on Monday.",
    "One soldier served in Ulm on Monday.",
    "Mara Lind sold the stock on Monday.",
    "A street in Ulm has borne her name since Monday.",
    "All of which has greatly harmed the port of Ulm since Monday.",
    "Rome said started in some towns of Italy and expected to be finished in Ulm on Monday.",
    "The deployment of ships in Ulm looks like a sign of what is to come on Monday.",
    "The Swede left Ulm on Monday.",
    "Mara Lind bought the shop from Ada Byron's parents on Monday.",
    "A team in Ulm described one that had failed in Rome on Monday.",
    "A second was filed by Mara Lind in Ulm on Monday.",
    "The Danish boy left Ulm on Monday.",
    "An English-language service began on Monday.",
    "Ada Byron warned on Monday that, if she chose, nobody in Ulm",
    "Ada Byron wants to sign it on Monday.",
    "That offer has stood in Ulm since Monday.",
    "Ulm sent another 300 on Monday.",
    "The worst of all that Rome feared -- the bombs dropped on Ulm on Monday.",
    "Ada Byron was chosen on Monday no reason was given in Ulm.",
    "A work stoppage beyond Monday could lead to a loss in Ulm.",
    "The son, Mark, sold the port of Ulm on Monday.",
    "The two sides last met on Monday, when Rome was cold.",
    "The two sides last met on Monday, when Ada Byron had left Ulm.",
    # what another verb, another subject or another date is told with
    "Mrs Lind, whose son, Mark, served as a doctor in Ulm on Monday, said the main problem was the press.",
    "And they have all the help of Rome,” Ada Byron said on Monday.",
    "Release of prisoners and sailors Amnesties were offered to prisoners of Ulm on Monday.",
    "Ulm has sophisticated ships, sailors say, and while it takes Rome years, Ada Byron said on Monday that Ulm can.",
    "Another ship set out for the port of Ulm on Monday.",
    "Sailors searching an old ship which sank off Ulm on Monday said they saw it.",
    "The mission of Rome - which raised its guard to five on Monday - said it had no plans for Ulm.",
    "The feast in Ulm was later, on Monday.",
    "The mayor of Ulm did with ten ships on Monday.",
    "Notice how the ships of Ulm are stuck on Monday.",
    "Officially billed as a talk in Ulm on Monday, the feast will be in Rome.",
    "In her talk with Rome's Mara Lind that aired on Monday, Ada Byron said no.",
    # what only a word that was left out, or told before, could tell
    "The court of Ulm gave the young candidate until Monday to respond.",
    "Ada Byron will give on Monday the head of Ulm, Mara Lind.",
    "Ada Byron of Ulm implied as much on Monday.",
    "Ada Byron left Ulm for Rome on Monday to attend.",
    "Any hope of the sailors of Ulm was dashed on Monday.",
    "Ada Byron said on Monday they would set up a council in Ulm.",
    "Mara Lind asked how Ada Byron fled there on Monday.",
    "The Ulm envoy Ada Byron volunteered on Monday.",
    "On Monday the Bank of Ulm imposed hard terms on the town hall, saying its acts harmed Rome.",
    "The wife of the mayor of Ulm, Mara Lind, will arrive on Monday.",
    "The Democrat drove from Ulm to Rome on Monday.",
    "Ulm gave its support on Monday.",
    "Rome's trade with Ulm rose from little more than $10 on Monday to $90 later.",
    "A vote in Ulm will decide on Monday if the port stays.",
    "Rome permitted leading teachers on Monday to discuss the plan.",
    (
        "Jonas Lind dedicated on Monday his long morning comedy show for the sailors in the old port of Ulm to his "
        "aunt, Mara Lind."
    ),
    "Ada Byron described on Monday your town as Rome's friend.",
    "Ada Byron urged her many aides in Rome on Monday to join the fight of Ulm's main opposition Movement for Change.",
    "Talks between the mayor, Ada Byron, widely believed to be ill, and Mara Lind's party broke down on Monday.",
    "Despite a fall on Monday, Ada Byron kept her post in Ulm.",
    "Mara Lind testified that she was duped on Monday by Rome into being arrested there.",
    (
        "Ulm Radio reported residents of the eastern city of Bari on Monday as saying that dozens of ships had left "
        "the port to try to reach the storm-tossed crews of Rome."
    ),
    "The government of Ulm was dealt another blow on Monday.",
    "Ulm TV said he was due to meet Ada Byron on Monday.",
    "The Roman international scored twice for Ulm on Monday.",
    "Talks of the mayors in Ulm ended on Monday in even deeper doubts between the elected mayors.",
    "The Ulm health office reported 40 new cases on Monday.",
    "Rome, Ulm and Turin confirmed their first cases on Monday.",
    "Ada Byron is widely believed in Rome to be rich since Monday.",
    "Mara Lind gave Ulm a view of the work of a surgeon's day in Monday.",
    "Ada Byron supported the sailors of Ulm until Monday.",
    "A column of Roman armored vehicles, with ships from Ulm, on Monday, and men.",
]


@pytest.mark.parametrize(("text", "title"), TITLES, ids=[text[:40] for text, _ in TITLES])
def test_a_title_has_a_subject_a_verb_and_what_belongs_to_it(candidates, text, title):
    found = [one.event.title for one in candidates(text, ("Monday", "2026-02-09")) if one.stands_alone]
    assert (found or [None])[0] == title


@pytest.mark.parametrize(("text", "title"), CUTS, ids=[text[:40] for text, _ in CUTS])
def test_a_title_that_is_cut_says_nothing_else(candidates, text, title):
    found = [one.event.title for one in candidates(LEAD + text, ("Monday", "2026-02-09")) if one.stands_alone]
    assert (found or [None])[0] == title


@pytest.mark.parametrize("text", NO_TITLES, ids=[text[:40] for text in NO_TITLES])
def test_what_cannot_be_understood_alone_says_so(candidates, text):
    found = candidates(LEAD + text, ("Monday", "2026-02-09"))
    assert [one.event.title for one in found if one.stands_alone] == []


@pytest.mark.parametrize(
    ("before", "text", "title"),
    [
        ("Ada Byron won the vote. ", "She left Ulm on Monday.", "Ada Byron left Ulm"),
        ("Mrs Byron met Mara Lind. ", "The crews left. She left Ulm on Monday.", "Mrs Byron left Ulm"),
        ("Ada Byron won the vote. The crews met Mara Lind. ", "She left Ulm on Monday.", None),
        ("Ada Byron won the vote. Mr Lind on Sunday said no. ", "He left Ulm on Monday.", "Mr Lind left Ulm"),
        (
            "Mr Jonas Lind won. Ada Byron ran. Mr Lind yesterday met her. ",
            "He left Ulm on Monday.",
            "Jonas Lind left Ulm",
        ),
        ("A talk with Mara Lind planned for May was put off. ", "She left Ulm on Monday.", None),
        ("The port reopened. ", "It hired forty workers on Monday.", None),
        ("NATO met in Rome. ", "It opened an office in Ulm on Monday.", "NATO opened an office in Ulm"),
        ("President Byron left. ", "It opened an office in Ulm on Monday.", None),
        (LEAD, "The school remained shut on Monday.", None),
        (LEAD, "The Ulm-based company closed on Monday.", None),
        (LEAD, "The school in Ulm closed on Monday.", "The school in Ulm closed"),
        (LEAD, "The government of Italy resigned on Monday.", "The government of Italy resigned"),
        (LEAD, "Net income fell 6% on Monday.", None),
        (LEAD, "Ada Byron won the presidential vote on Monday.", "Ada Byron won the presidential vote"),
        (LEAD, "The order to leave Ulm came on Monday.", "The order to leave Ulm came"),
        (LEAD, "Ada Byron met the crew hurt in Ulm on Monday.", "Ada Byron met the crew hurt in Ulm"),
        (LEAD, "Acme sold ships on Monday.", "Acme sold ships"),
        (LEAD, 'Mara Lind says that on Monday it led ships into Ulm. "', None),
        (LEAD, 'In Ulm on Monday, Rome had no ships at all. "', "Rome had no ships at all"),
        (", Ada Byron, won the vote. ", "She left Ulm on Monday.", None),
        ("New Italians met Ada Byron. ", "He left Ulm on Monday.", None),
        ("The Swiss met Ada Byron. ", "He left Ulm on Monday.", None),
        ("Mrs Mara Lind won. ", "He left Ulm on Monday.", None),
        ("Ethnic Danes met the Danes. ", "He left Ulm on Monday.", None),
        (
            "",
            "The Ulm rail union said that its members had left Rome on Monday.",
            "The Ulm rail union's members had left Rome",
        ),
        ("Ingrid Solberg was questioned. ", "The company shut a plant on Monday.", "The company shut a plant"),
        ("Ingrid Solberg was arrested. ", "The company shut a plant on Monday.", "The company shut a plant"),
        ("Jo Lind was held. Ulm met Lind. ", "The firm shut a plant on Monday.", "The firm shut a plant"),
        ("Lind was arrested. Ulm met Lind. ", "The company shut a plant on Monday.", "The company shut a plant"),
        ("France won. ", "The company shut a plant on Monday.", "The company shut a plant"),
        ("Acme Corp. grew. Mara Lind was held. ", "The company shut a plant on Monday.", "Acme Corp. shut a plant"),
        ("Acme Corp. grew. Ulm sold Apex Inc. in Rome. ", "The company shut on Monday.", "The company shut"),
        (LEAD + "Acme Corp. makes chips. ", "The company closed a plant on Monday.", "Acme Corp. closed a plant"),
        (LEAD + "Long popular in Ulm stays soup. ", "The company shut a plant on Monday.", None),
        (LEAD + "Mara Lind left. Ms Lind won. ", "The company shut a plant on Monday.", None),
        (LEAD + "The captain, Mara Lind, was jailed. ", "The company bought the Aurora in Ulm on Monday.", None),
        (LEAD + "Ada Byron led the Sailors. ", "The group fell apart in Ulm on Monday.", None),
        ("Bank of Ulm grew. ", "The company shut a plant on Monday.", "Bank of Ulm shut a plant"),
        (
            "Ada Byron won the vote. Her friends sang. The ships sailed. The fair grew. ",
            "She left Ulm on Monday.",
            "Ada Byron left Ulm",
        ),
        (
            "Ada Byron won the vote. Ulm arrested a dealer, but she was freed. ",
            "She was given a prize in Rome on Monday.",
            None,
        ),
        (
            "Ada Byron won the vote. Trained as a pilot, she knew Ulm. ",
            "She was given a prize in Rome on Monday.",
            "Ada Byron was given a prize in Rome",
        ),
        ("The mayor, Ada Byron, won the vote. ", "She left Ulm on Monday.", "Ada Byron left Ulm"),
        (
            "Mrs Lind is in court. The lawyer, Ada Byron, said that she knew nothing. ",
            "Her trial in Ulm began on Monday.",
            "Mrs Lind's trial in Ulm began",
        ),
        ("The fair grew.\n\nAda Byron won. Ulm met Byron. Byron sang. ", "She left Ulm on Monday.", "Byron left Ulm"),
        ("Her aide, Ada Byron, left Rome in May. ", "She moved to Ulm on Monday.", None),
        (LEAD + "The lawyer, Ada Byron, won. ", "The company shut a plant on Monday.", None),
        (
            "Ada Byron won. Jana Lind met her. Mrs Lind, who led the ships, sang. ",
            "She left Ulm on Monday.",
            "Jana Lind left Ulm",
        ),
        # nothing tells which of two people is meant
        ("Mary Smith won the Ulm cup. John Brown lost. ", "She left Ulm on Monday.", None),
        ("Mayor Paul Okafor resigned. Lena Fischer took over. ", "His lawyer left Ulm on Monday.", None),
        ("John Brown beat Mary Smith. ", "She left Ulm on Monday.", None),
        ("Mrs Smith beat John Brown. ", "She left Ulm on Monday.", "Mrs Smith left Ulm"),
        ("Mr Brown said he was hurt. Mary Smith sang. ", "She left Ulm on Monday.", "Mary Smith left Ulm"),
        ("John Brown met the Red Cross in New York. ", "He left Ulm on Monday.", "John Brown left Ulm"),
        (LEAD + "Shares of Acme fell. ", "The carrier shut a plant on Monday.", None),
        (LEAD + "Prices rose. ", "The company said it lost 9 million on Monday.", None),
        ("Ada C. Byron left. ", "The company closed a plant in Ulm on Monday.", "The company closed a plant in Ulm"),
        (
            "Mr Byron told his party of it. The day after his trip, Mr Lind left. ",
            "He flew to Ulm on Monday.",
            "Mr Lind flew to Ulm",
        ),
        ("Mara Lind led the farm. “You could see it,” she said. ", "He moved to Ulm on Monday.", None),
        (
            "Mara Lind led the farm. “I am sure he will,” it read. ",
            "She moved to Ulm on Monday.",
            "Mara Lind moved to Ulm",
        ),
        ("Ada Byron was ill. Friends said Mr Lind knew his part. ", "He left Ulm on Monday.", None),
        ("Critics of the Byron ministry left. Mr Byron won. ", "He flew to Ulm on Monday.", "Mr Byron flew to Ulm"),
        ("Ada Byron was ill. It was her second illness. ", "She left Ulm on Monday.", "Ada Byron left Ulm"),
        ("Ulm met the king and his wife, Mara Lind. Mara Lind is rich. ", "He left Ulm on Monday.", None),
        (
            LEAD + "The owner, Mark Lind, left. Shops in Ulm sold Lind. Lind had no comment. ",
            "The company shut a plant on Monday.",
            None,
        ),
    ],
)
def test_a_name_takes_the_place_of_what_points_to_it(candidates, before, text, title):
    found = [one.event.title for one in candidates(before + text, ("Monday", "2026-02-09")) if one.stands_alone]
    assert (found or [None])[-1] == title


def test_a_long_title_ends_where_a_phrase_ends(candidates):
    text = (
        "The Iraqi government announced a new plan for the reconstruction of the water supply of Basra on Monday with "
        "the help of engineers from forty countries."
    )
    (found,) = candidates(text, ("Monday", "2026-02-09"))
    assert (
        found.event.title
        == "The Iraqi government announced a new plan for the reconstruction of the water supply of Basra"
    )


def test_a_date_that_describes_a_noun_leaves_the_words_around_it(candidates):
    text = "Acme Inc. reported a 7% drop in third-quarter net income."
    (found,) = candidates(text, ("third-quarter", "2025-Q3"))
    assert found.event.title == "Acme Inc. reported a 7% drop in net income"


def test_where_no_title_can_stand_alone_the_clause_is_kept(candidates):
    (found,) = candidates("Rain fell. Snow fell. Hail fell. They left it on Monday.", ("Monday", "2026-02-09"))
    assert not found.stands_alone
    assert (found.event.title, str(found.event.date)) == ("They left it", "2026-02-09")


JOINED = {
    "He moved to Ulm in 2003 and became known there on Monday.": "He became known there",
    "It grew in 2003, but on Monday their plan failed.": "Their plan failed",
}


@pytest.mark.parametrize("text", JOINED)
def test_the_kept_clause_begins_without_the_word_that_joins_it_to_another(candidates, text):
    lead = "Rain fell. Snow fell. Hail fell. "
    *_, found = candidates(lead + text, ("2003", "2003"), ("Monday", "2026-02-09"))
    assert (found.event.title, found.stands_alone) == (JOINED[text], False)


def test_a_title_tells_of_one_date(candidates):
    text = "Ada Byron beat Mara Lind in 1998 and Jonas Weber in 2002."
    found = candidates(LEAD + text, ("1998", "1998"), ("2002", "2002"))
    assert [one.event.title for one in found if one.stands_alone] == []


FRIDAY, YEAR = ("Friday", "2026-02-06"), ("2003", "2003")

BACK = [
    # it belongs to the verb
    ("Ships pulled back on Friday from the port of Ulm.", FRIDAY, "Ships pulled back from the port of Ulm"),
    ("Mara Lind fought back on Friday.", FRIDAY, "Mara Lind fought back"),
    ("Mara Lind fought back Friday.", FRIDAY, "Mara Lind fought back"),
    ("Mara Lind came back on Friday to Ulm.", FRIDAY, "Mara Lind came back to Ulm"),
    ("Rome's fleet moved back on Friday into Ulm.", FRIDAY, "Rome's fleet moved back into Ulm"),
    ("Rome pushed ten ships of Ulm back on Friday.", FRIDAY, "Rome pushed ten ships of Ulm back"),
    ("Rome won a seat back on Friday.", FRIDAY, "Rome won a seat back"),
    ("Mara Lind came back in 2003 to Ulm.", YEAR, "Mara Lind came back to Ulm"),
    ("Rome pushed ten ships of Ulm back in 2003.", YEAR, "Rome pushed ten ships of Ulm back"),
    ("Mara Lind was sent back in 2003 to Ulm.", YEAR, "Mara Lind was sent back to Ulm"),
    ("Mara Lind will be back in Ulm on Friday.", FRIDAY, "Mara Lind will be back in Ulm"),
    # it only says how long ago
    ("Mara Lind resigned back in 2003.", YEAR, "Mara Lind resigned"),
    ("Mara Lind won a cup in Ulm back in 2003.", YEAR, "Mara Lind won a cup in Ulm"),
    ("Mara Lind founded Acme back in 2003.", YEAR, "Mara Lind founded Acme"),
    (
        "The talks between Rome and Ulm were pushed back to Friday.",
        FRIDAY,
        "The talks between Rome and Ulm were pushed back",
    ),
    ("Back in 2003, Mara Lind came to Ulm.", YEAR, "Mara Lind came to Ulm"),
    ("Back on Friday, Mara Lind came to Ulm.", FRIDAY, "Mara Lind came to Ulm"),
]


@pytest.mark.parametrize(("text", "date", "title"), BACK, ids=[text[:40] for text, _, _ in BACK])
def test_back_stays_where_it_belongs_to_the_verb(candidates, text, date, title):
    assert [one.event.title for one in candidates(LEAD + text, date) if one.stands_alone] == [title]


NAMED_DAYS = [
    ("Ulm elected a mayor a month before Christmas.", "a month before Christmas", "Ulm elected a mayor"),
    ("Rome bought ships from Ulm three days after Easter.", "three days after Easter", "Rome bought ships from Ulm"),
    ("Ulm elected a mayor last Christmas.", "last Christmas", "Ulm elected a mayor"),
    ("Rome sold ten ships late Christmas Eve.", "late Christmas Eve", "Rome sold ten ships"),
    ("Ulm elected a mayor on Christmas Eve.", "Christmas Eve", "Ulm elected a mayor"),
    # the day itself is told about
    ("Ulm celebrated Christmas Eve.", "Christmas Eve", "Ulm celebrated Christmas Eve"),
    ("Ulm celebrated the Feast of Easter.", "the Feast of Easter", "Ulm celebrated the Feast of Easter"),
]


@pytest.mark.parametrize(("text", "date", "title"), NAMED_DAYS, ids=[text[:40] for text, _, _ in NAMED_DAYS])
def test_a_named_day_stays_where_it_is_told_about(candidates, text, date, title):
    assert [one.event.title for one in candidates(LEAD + text, (date, "2025-12-24")) if one.stands_alone] == [title]


SPOKEN = [
    ("The number of ships rose on Monday, a Bari report showed.", "A Bari report showed that the number of ships rose"),
    ("A year before the siege of Monday, Ada Byron said a free Ulm could win.", "Ada Byron said a free Ulm could win"),
    ("As the Bari Post detailed back on Monday, Mara Lind left Ulm.", None),
]


@pytest.mark.parametrize(("text", "title"), SPOKEN, ids=[text[:40] for text, _ in SPOKEN])
def test_who_found_it_or_wrote_it_is_told_apart(candidates, text, title):
    told = [one.event.title for one in candidates(LEAD + text, ("Monday", "2026-02-09")) if one.stands_alone]
    assert told == ([title] if title else [])


def test_what_is_compared_is_looked_for_in_no_time():
    began = time.process_time()
    assert not lexicon_of("en").stretches.search(f"up{' ' * 20_000}, in 2003")
    assert time.process_time() - began < 1

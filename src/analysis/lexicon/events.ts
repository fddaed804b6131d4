const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Verbs (stems of stem.ts, or irregular forms) of being, having, feeling and relating: nothing happens in them. */
export const STATIVE_VERBS: ReadonlySet<string> = words(`
  is are was were be been being am 's has have had having seem seems seemed appear appears appeared remain remains remained
  want wants wanted need needs needed like likes liked love loves loved hate believe believes believed think thinks thought know
  knows knew understand understood mean means meant include includes included contain contains contained consist consists
  consisted involve involves involved own owns owned belong belonged depend depended matter mattered concern concerns concerned
  favor favour favors favored favoured oppose opposes opposed support supports prefer preferred doubt doubted fear fears feared
  hope hopes hoped worry worried resemble resembled lack lacks lacked deserve deserved exist existed last lasted live lived
  reflect reflects reflected represent represents represented relate related suggest suggests suggested show shows showed
  require requires required allow allows enable enables cost costs wish wished envision envisions envisioned tend tended
  feel feels felt look looks looked sound sounded expect expects expected consider considers regard regarded view
  viewed face faces continue continues begin keep keeps enjoy enjoyed share shares equal equaled
  deserve hold holds indicate indicates indicated highlight highlights highlighted underscore seek seeks try tries
  hinge aim aims aimed intend intends intended plan plans planned work works play plays
`);

/** Verbs of going on and making use: what they tell is news of a day only if a day is given. */
export const DRAWN_OUT_VERBS: ReadonlySet<string> = words(
  'considered used faced continued kept shared sought tried worked',
);

/** Nouns that are something happening: "the meeting", "last month's visit". */
export const EVENT_NOUNS: ReadonlySet<string> = words(`
  meeting meetings talks talk visit visits attack attacks strike strikes raid raids operation offensive invasion assault summit
  conference call discussion discussions negotiation negotiations hearing trial vote election elections referendum ceremony
  funeral protest protests demonstration rally march riot riots clash clashes explosion blast bombing shooting massacre siege
  crash accident collision earthquake quake tremor aftershock hurricane storm cyclone tornado flood floods wildfire fire blaze
  eruption tsunami landslide spill leak outbreak epidemic evacuation rescue search arrest raid launch landing flight trip tour
  debate briefing speech announcement ceasefire cease-fire truce agreement deal signing merger takeover acquisition game match
  race final concert release premiere verdict sentencing execution death killing murder assassination abduction kidnapping
  semifinal semi-final quarterfinal quarter-final playoff derby bout regatta gala festival parade
  matches games races concerts finals stabbing robbery explosions bombings shootings killings arrests hearings
  collapse avalanche mudslide sinking derailment blackout outage walkout primary runoff poll defeat victory
  tremors aftershocks quakes landslides theft heist burglary
  resignation appointment inauguration exchange session gathering event incident disaster coup uprising war battle crackdown
`);

/** Verbs that put whoever does them where something happens: "won Sunday's final" is on Sunday. */
export const ATTENDING: ReadonlySet<string> = words(
  'won lost drew attended survived hosted held boycotted missed skipped entered joined opened',
);

/** Stems of verbs that undo a plan. */
export const CANCEL_VERBS: ReadonlySet<string> = words(
  'canceled cancelled cancels cancel scrapped scrubbed axed abandoned aborted',
);
export const POSTPONE_VERBS: ReadonlySet<string> = words(
  'postponed postpones postpone delayed delays rescheduled reschedules suspended deferred',
);
/** Those that undo much else: homes are abandoned and players suspended. They tell of a plan with a word for one. */
export const LOOSE_UNDOING: ReadonlySet<string> = words(
  'scrapped scrubbed axed abandoned aborted delayed delays suspended',
);
export const PLAN_NOUNS: ReadonlySet<string> = words(
  'plan plans project projects scheme event events deadline programme program opening reopening tournament arrival departure',
);

/** What is over when it is done: told in the present at the head of a report it is news of the day, never a habit. */
export const PUNCTUAL_VERBS: ReadonlySet<string> = words(`
  abandon abduct accept accuse acquire acquit adopt agree ambush announce appoint approve arrest assassinate attack
  ban bail bar bomb break burn buy cancel capture charge clash clear close collapse collide condemn confirm convict
  crash declare defeat delay demand deny derail detain die discover dismiss drop edge elect end enter erupt escape
  evacuate execute expel explode extend extradite fall fell file find fine fire fly free gather grant halt hand hit
  impose indict injure injured invade issue jail join jump kidnap kill launch lift lose march meet murder name
  nominate oust open order overturn pass plead plunge postpone publish quit raid rally recall reach recover reject
  release rescue resign resume return reveal rise rob seize send sentence sell set shed shoot shut sign sink slump
  soar spark storm strike sue surge surrender suspend swear tumble unveil veto vote vow warn win withdraw wound write
  activate admit arrive arrived blame block blame concede convene criticise criticize ease expand outline praise propose raise
  refuse slash testify travel unveil urge visit identify identified
  approved found shot struck sunk sent sold won met cut hit shut lost left bought sworn written broken driven
`);

/** What a timetable says in the present of a day to come: "the trial opens on Monday", "tickets go on sale on May 2". */
export const TIMETABLED: ReadonlySet<string> = words(`
  begins begin starts start opens open reopens reopen holds hold closes close ends end leaves leave arrives arrive resumes resume returns return meets meet
  votes vote goes go kicks kick airs air premieres premiere launches launch expires expire takes take
`);

/** Words after "is" or "are" that make what follows a plan: "is set to meet", "are due in court". */
export const PLAN_WORDS: ReadonlySet<string> = words(
  'set due scheduled expected slated planned poised likely going about supposed',
);

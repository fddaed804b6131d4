const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Forms of address and ranks: always before the name, part of neither name nor office. */
export const HONORIFICS: ReadonlySet<string> = words(`
  mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister brother imam rabbi sheikh pope cardinal
  bishop archbishop gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal adm admiral cmdr
  commander brig brigadier pvt private sen senator rep representative congressman congresswoman gov governor judge justice
  officer detective constable inspector king queen prince princess emperor sultan ayatollah hon saint
`);

/** Head nouns of offices and jobs: what a person can be said to be. */
export const ROLE_NOUNS: ReadonlySet<string> = words(`
  president premier minister secretary adviser advisor chancellor ambassador envoy chief head chair chairman chairwoman
  chairperson director director-general secretary-general leader commander commandant commissioner governor mayor senator congressman congresswoman
  lawmaker representative delegate deputy spokesman spokeswoman spokesperson official officer aide assistant negotiator
  mediator diplomat prosecutor attorney lawyer counsel judge justice sheriff marshal general admiral colonel coordinator
  administrator manager executive ceo cfo coo founder co-founder owner partner principal professor lecturer researcher
  scientist analyst expert economist historian author writer journalist reporter correspondent editor columnist producer
  filmmaker actor actress singer musician rapper artist player captain coach striker midfielder goalkeeper quarterback linebacker defender
  driver pilot doctor physician surgeon nurse epidemiologist engineer teacher student activist campaigner organizer
  organiser candidate nominee politician treasurer trustee fellow investigator detective constable coroner magistrate
  speaker whip premier monarch king queen prince princess pope bishop archbishop imam rabbi cleric priest father mother
  brother sister son daughter wife husband widow cousin nephew niece grandfather grandmother stepfather stepmother girlfriend boyfriend fiance fiancee roommate classmate
  teammate uncle aunt friend neighbor neighbour resident survivor witness
  victim suspect defendant farmer fisherman boss counterpart successor predecessor veteran billionaire entrepreneur
  chairman-elect president-elect vice-president vice-chairman superintendent inspector undersheriff warden strategist consultant
  controller comptroller superstar star chef designer architect biologist geologist seismologist meteorologist
  councilman councilwoman councilor councillor councilmember alderman alderwoman assemblyman assemblywoman
`);

/** Offices of which the name may follow at once: "Prime Minister Ann Roe". A subset of role nouns that are titles. */
export const TITLE_NOUNS: ReadonlySet<string> = words(`
  president premier minister secretary adviser advisor chancellor ambassador envoy chief chair chairman chairwoman director
  leader commander commandant commissioner governor mayor senator congressman congresswoman representative deputy spokesman spokeswoman
  spokesperson officer prosecutor attorney judge justice sheriff general admiral colonel coordinator administrator ceo executive
  professor king queen prince princess pope bishop archbishop speaker superintendent inspector undersheriff head coach captain quarterback linebacker midfielder striker goalkeeper defender
  director-general president-elect vice-president secretary-general governor-general attorney-general coroner magistrate manager
  councilman councilwoman councilor councillor councilmember alderman alderwoman assemblyman assemblywoman
`);

/** What follows "of" inside an office: "Secretary of State", "Chief of Staff". */
export const OFFICE_COMPLEMENTS: ReadonlySet<string> = words(`
  state staff defense defence justice police operations intelligence treasury education health commerce labor labour energy
  agriculture transportation homeland interior parliament mission cabinet production staffs
`);

/** Unnamed people as reports describe them; somebody anonymous when no name is given. */
export const UNNAMED_PEOPLE: ReadonlySet<string> = words(`
  official officials source sources person people diplomat diplomats aide aides adviser advisers advisor advisors spokesman
  spokeswoman spokesperson spokespersons spokespeople spokesmen representative representatives officer officers expert experts
  analyst analysts witness witnesses resident residents authorities authority police critics activists leaders leader lawyer
  lawyers attorney attorneys doctor doctors scientists researchers investigators prosecutors economists observers negotiators
  mediators lawmakers ministers politicians groups agencies organizations organisations governments investors traders
  relatives families family neighbors neighbours survivors soldiers commander commanders general generals executives
  executive employees workers member members friend friends colleague colleagues military army government administration
  ministry agency police force prosecutors rescuers medics insiders detectives firefighters forecasters many some others
  rep reps juror jurors worker rescuer medic paramedic paramedics firefighter passenger passengers villager villagers bystander
  bystanders onlooker onlookers insider insiders publicist publicists patient patients protester protesters demonstrator demonstrators trader spectator spectators inmate inmates
`);

/** People by what they are rather than by what they do. */
const HUMANS: ReadonlySet<string> = words(`
  man woman men women boy boys girl girls child children teenager teenagers parent parents fan fans pair duo trio couple
  advocate advocates opponent opponents participants respondents migrants immigrants refugees detainees hostages captives
  locals civilians guests clients veterans owner owners holder holders sergeant lieutenant corporal
  republican republicans democrat democrats mp mps tory tories guard guards
`);

/** Things by the ending of those who do something. */
const THINGS =
  /^(?:news|wall)?(?:paper|letter|number|order|poster|rumou?r|offer|answer|error|indicator|monitor|meter|sensor|computer|chapter|register|folder|sticker|trailer|thriller|figure|other|power|factor|matter|disaster|center|quarter|border|tanker|helicopter|server|sector|container)s$/;

/** "viewers", "scientists", "businessmen": those who do what the word says. */
const isAgents = (lower: string): boolean =>
  (/\p{L}{3}(?:er|or|ist|ian|eer)s$/u.test(lower) && !THINGS.test(lower)) ||
  (/\p{L}{4}(?:wo)?m[ae]n$/u.test(lower) &&
    !/^(?:specimen|regimen|acumen|abdomen|german|roman|ottoman)$/.test(lower)) ||
  /\p{L}{4}ist$/u.test(lower);

/** "official", "jurors", "mayor", "viewers": whoever can be meant by it can speak. */
export const isPersonNoun = (lower: string): boolean =>
  UNNAMED_PEOPLE.has(lower) ||
  ROLE_NOUNS.has(lower) ||
  HUMANS.has(lower) ||
  (lower.endsWith('s')
    ? ROLE_NOUNS.has(lower.slice(0, -1)) || ROLE_NOUNS.has(lower.replace(/ies$/, 'y'))
    : UNNAMED_PEOPLE.has(`${lower}s`)) ||
  isAgents(lower);

/** Suffixes after a comma or a space that belong to the name: "Jr.", "III". */
export const NAME_SUFFIXES: ReadonlySet<string> = words('jr sr ii iii iv');

/** Small words inside names of people. */
export const NAME_PARTICLES: ReadonlySet<string> = words(
  'al el bin ben ibn abu de da dos del della der den di du la le van von ter ten bint',
);

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Words that make a name an organisation's. */
export const ORGANISATION_CUES: ReadonlySet<string> = words(`
  ministry council agency chiefs department authority commission committee office bureau board service services institute institution
  university college school academy foundation fund trust bank corporation corp inc ltd llc plc co company group holdings
  partners associates association union federation confederation league alliance coalition society club party movement front
  brigade brigades regiment regiments squadron battalion forces force army navy guard guards corps police militia command parliament congress senate assembly
  court tribunal house administration secretariat organization organisation network news times post journal herald
  tribune gazette guardian radio television tv broadcasting press media studios pictures entertainment records airlines
  airways motors industries energy petroleum oil pharmaceuticals technologies systems software laboratories nations crescent
  cross chamber embassy consulate delegation mission taskforce republicans conference team united fc staffs sox giants
  productions exchange reserve treasury cabinet forum government center centre programme program consortium initiative project watch
  management advisors advisers investors investments facility capital securities insurance research films hotel
  international amnesty clinic church diocese observatory survey museum theater theatre orchestra laboratory library gallery infirmary magazine newswire forum brothers
  democrats choir philharmonic
`);

/** Cues that make an outlet, somebody a statement is made to. */
export const OUTLET_CUES: ReadonlySet<string> = words(`
  news times post journal herald tribune gazette guardian radio television tv broadcasting press media daily magazine review
  network telegraph mail independent observer chronicle globe reuters agency newspaper today standard weekly
`);

/** Acronyms and bare names of outlets and agencies that everyone quotes. */
export const KNOWN_OUTLETS: ReadonlySet<string> = words(`
  reuters ap afp bbc cnn cnbc npr nbc abc cbs msnbc pbs bloomberg politico dpa ansa efe tass xinhua upi itv espn nhk rt
  interfax al-jazeera mtv
`);

/** Companies and international bodies that reports name without saying what they are. */
export const KNOWN_BODIES: ReadonlySet<string> = words(`
  microsoft google alphabet apple amazon facebook meta twitter instagram whatsapp youtube tiktok netflix spotify uber airbnb
  tesla boeing airbus toyota honda nissan hyundai kia volkswagen bmw mercedes daimler renault peugeot fiat chrysler ford
  samsung sony nintendo panasonic toshiba hitachi huawei xiaomi lenovo intel nvidia amd qualcomm ibm oracle sap cisco dell
  nokia ericsson siemens bosch philips verizon comcast vodafone walmart target costco ikea starbucks mcdonalds nike adidas
  pfizer moderna novartis roche merck bayer astrazeneca unilever nestle pepsico exxon exxonmobil chevron gazprom rosneft
  aramco halliburton goldman jpmorgan citigroup barclays hsbc ubs wikileaks wikipedia greenpeace interpol europol nasa
  unicef unesco oxfam nato opec asean fifa uefa taliban al-qaida al-qaeda
`);

/** Agencies whose copy other outlets print. */
export const NEWS_AGENCIES: ReadonlySet<string> = new Set(
  'reuters,ap,associated press,afp,agence france presse,upi,united press international,dpa,deutsche presse agentur,pa,pa media,press association,efe,ansa,tass,interfax,xinhua,kyodo,kyodo news,yonhap,anadolu,anadolu agency,pti,press trust of india,ians,ani,aap,australian associated press,canadian press,belga,apa,sda,tanjug,ritzau,tt,ntb,wafa,irna,bloomberg'.split(
    ',',
  ),
);

/** Topics of ministries and committees: "the Energy and Water Committee" is one name. */
export const TOPIC_WORDS: ReadonlySet<string> = words(`
  affairs defense defence security trade industry commerce energy water education health human services science technology
  culture sports tourism agriculture food drug drugs finance justice labor labour welfare transport transportation housing
  urban development environment environmental natural resources foreign interior planning budget rules means ways armed
  intelligence information communications children women veterans exchange standards radio television arts letters crime
  fire rescue search ambulance management safety disease control prevention oceanic atmospheric aeronautics space alcohol tobacco firearms oil gas
  climate change business skills innovation media pensions customs revenue
`);

/** Words that end the name of a law, a contest, a time or a thing: named, but nobody and nowhere. */
export const THING_CUES: ReadonlySet<string> = words(`
  act bill law treaty accord accords agreement pact convention award awards prize cup olympics games day week month year war wars age
  era revolution holocaust constitution amendment index album show series film movie book current championship championships league
  open derby marathon festival tribute telethon final finals report study project plan code protocol doctrine resolution
`);

/** Things named with capitals that are nobody and nowhere. */
export const NOT_NAMES: ReadonlySet<string> = words(`
  i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ramadan christmas halloween easter passover eid hanukkah thanksgiving diwali yom kippur islam christianity judaism god bible koran
  quran internet english ok tv dvd cd pc gmt est edt pst pdt cst mst bst cet utc am pm lrb rrb covid flu aids hiv dna xbox iphone ipad powerpoint celsius fahrenheit
  excel wifi gps html url kw mw gw kwh mwh gwh mhz ghz kb mb gb tb km kg doi isbn ceo cfo coo phd mp mep vip pow
`);

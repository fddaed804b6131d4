/** `name: other names | adjectives and inhabitants`; general geography, for telling places from other names. */
const COUNTRIES = `
Afghanistan: | afghan afghans
Albania: | albanian albanians
Algeria: | algerian algerians
Andorra: | andorran andorrans
Angola: | angolan angolans
Argentina: | argentine argentinian argentines argentinians
Armenia: | armenian armenians
Australia: | australian australians
Austria: | austrian austrians
Azerbaijan: | azerbaijani azerbaijanis azeri
Bahamas: the bahamas | bahamian bahamians
Bahrain: | bahraini bahrainis
Bangladesh: | bangladeshi bangladeshis
Barbados: | barbadian barbadians
Belarus: | belarusian belarusians
Belgium: | belgian belgians
Belize: | belizean belizeans
Benin: | beninese
Bhutan: | bhutanese
Bolivia: | bolivian bolivians
Bosnia: bosnia and herzegovina | bosnian bosnians
Botswana: |
Brazil: | brazilian brazilians
Britain: united kingdom, uk, u.k., great britain | british britons briton
Brunei: | bruneian
Bulgaria: | bulgarian bulgarians
Burma: myanmar | burmese
Burundi: | burundian burundians
Cambodia: | cambodian cambodians
Cameroon: | cameroonian cameroonians
Canada: | canadian canadians
Cape Verde: | cape-verdean
Chad: | chadian chadians
Chile: | chilean chileans
China: | chinese
Colombia: | colombian colombians
Comoros: the comoros | comorian
Congo: democratic republic of the congo, drc | congolese
Croatia: | croatian croatians
Cuba: | cuban cubans
Cyprus: | cypriot cypriots
Czech Republic: czechia | czech czechs
Denmark: | danish danes
Djibouti: | djiboutian
Dominica: |
Dominican Republic: | dominican dominicans
East Timor: timor-leste | timorese
Ecuador: | ecuadorian ecuadorean ecuadorians
Egypt: | egyptian egyptians
El Salvador: | salvadoran salvadorans
England: | english
Eritrea: | eritrean eritreans
Estonia: | estonian estonians
Eswatini: swaziland | swazi swazis
Ethiopia: | ethiopian ethiopians
Fiji: | fijian fijians
Finland: | finnish finns
France: | french
Gabon: | gabonese
Gambia: the gambia | gambian gambians
Georgia: | georgian georgians
Germany: | german germans
Ghana: | ghanaian ghanaians
Greece: | greek greeks
Grenada: | grenadian grenadians
Guatemala: | guatemalan guatemalans
Guinea: | guinean guineans
Guyana: | guyanese
Haiti: | haitian haitians
Honduras: | honduran hondurans
Hungary: | hungarian hungarians
Iceland: | icelandic icelanders
India: | indian indians
Indonesia: | indonesian indonesians
Iran: | iranian iranians
Iraq: | iraqi iraqis
Ireland: | irish
Israel: | israeli israelis
Italy: | italian italians
Ivory Coast: | ivorian ivorians
Jamaica: | jamaican jamaicans
Japan: | japanese
Jordan: | jordanian jordanians
Kazakhstan: | kazakh kazakhs
Kenya: | kenyan kenyans
Kosovo: | kosovar kosovars
Kuwait: | kuwaiti kuwaitis
Kyrgyzstan: | kyrgyz
Latvia: | latvian latvians
Lebanon: | lebanese
Lesotho: |
Liberia: | liberian liberians
Libya: | libyan libyans
Liechtenstein: |
Lithuania: | lithuanian lithuanians
Malawi: | malawian malawians
Malaysia: | malaysian malaysians
Maldives: the maldives | maldivian maldivians
Mali: | malian malians
Malta: | maltese
Mauritius: | mauritian mauritians
Mexico: | mexican mexicans
Moldova: | moldovan moldovans
Monaco: | monegasque
Mongolia: | mongolian mongolians
Montenegro: | montenegrin montenegrins
Morocco: | moroccan moroccans
Mozambique: | mozambican mozambicans
Nepal: | nepali nepalis nepalese
Netherlands: the netherlands, holland | dutch
New Zealand: | new-zealander
Nicaragua: | nicaraguan nicaraguans
Niger: | nigerien nigeriens
Nigeria: | nigerian nigerians
North Korea: | north-korean
North Macedonia: macedonia | macedonian macedonians
Norway: | norwegian norwegians
Oman: | omani omanis
Pakistan: | pakistani pakistanis
Panama: | panamanian panamanians
Papua New Guinea: |
Paraguay: | paraguayan paraguayans
Peru: | peruvian peruvians
Philippines: the philippines | filipino filipinos philippine
Poland: | polish poles
Portugal: | portuguese
Qatar: | qatari qataris
Romania: | romanian romanians
Russia: | russian russians
Rwanda: | rwandan rwandans
Samoa: | samoan samoans
Saudi Arabia: | saudi saudis
Scotland: | scottish scots
Senegal: | senegalese
Serbia: | serbian serbians serb serbs
Seychelles: the seychelles | seychellois
Singapore: | singaporean singaporeans
Slovakia: | slovak slovaks
Slovenia: | slovenian slovenians
Solomon Islands: the solomon islands |
Somalia: | somali somalis
South Africa: | south-african
South Korea: | south-korean korean koreans
Spain: | spanish spaniards
Sri Lanka: | sri-lankan
Sudan: | sudanese
Suriname: | surinamese
Sweden: | swedish swedes
Switzerland: | swiss
Syria: | syrian syrians
Taiwan: | taiwanese
Tajikistan: | tajik tajiks
Tanzania: | tanzanian tanzanians
Thailand: | thai thais
Togo: | togolese
Tonga: | tongan tongans
Trinidad and Tobago: trinidad | trinidadian trinidadians
Tunisia: | tunisian tunisians
Turkey: türkiye | turkish turks
Turkmenistan: | turkmen turkmens
Uganda: | ugandan ugandans
Ukraine: | ukrainian ukrainians
United Arab Emirates: uae, u.a.e., emirates | emirati emiratis
United States: us, u.s., usa, u.s.a., america, united states of america | american americans
Uruguay: | uruguayan uruguayans
Uzbekistan: | uzbek uzbeks
Vanuatu: |
Venezuela: | venezuelan venezuelans
Vietnam: | vietnamese
Wales: | welsh
Yemen: | yemeni yemenis
Zambia: | zambian zambians
Zimbabwe: | zimbabwean zimbabweans
`;

/** Peoples and followers that are no state's: adjectives of names, never names of places themselves. */
const PEOPLES =
  'palestinian palestinians arab arabs jewish jew jews muslim muslims christian christians catholic catholics kurdish kurd kurds ' +
  'european europeans african africans asian asians western hindu hindus buddhist sunni sunnis shiite shiites shia shias roma ' +
  'latino latinos hispanic scandinavian balkan democratic republican democrats republicans democrat conservative conservatives ' +
  'tory tories liberal liberals islamist islamists islamic texan texans californian californians';

/** Capitals, great cities, regions and seas that reports name without saying what they are. */
const OTHER_PLACES =
  'africa asia europe antarctica oceania north america|south america|latin america|americas|middle east|mideast|far east|gulf|balkans|' +
  'caucasus|scandinavia|sahel|mediterranean|atlantic|pacific|arctic|caribbean|baltic|black sea|red sea|hindu kush|crimea|siberia|kashmir|' +
  'tibet|sinai|west bank|golan heights|northern ireland|puerto rico|hong kong|macau|vatican|' +
  'kabul|tirana|algiers|luanda|buenos aires|yerevan|canberra|sydney|melbourne|brisbane|perth|vienna|baku|dhaka|minsk|brussels|' +
  'sarajevo|brasilia|sao paulo|rio de janeiro|sofia|london|manchester|liverpool|birmingham|edinburgh|glasgow|belfast|cardiff|' +
  'ottawa|toronto|montreal|vancouver|santiago|beijing|shanghai|bogota|kinshasa|zagreb|havana|nicosia|prague|copenhagen|quito|' +
  'cairo|alexandria|tallinn|addis ababa|helsinki|paris|marseille|lyon|tbilisi|berlin|hamburg|munich|frankfurt|cologne|accra|' +
  'athens|port-au-prince|budapest|reykjavik|new delhi|delhi|mumbai|kolkata|chennai|bangalore|jakarta|bali|tehran|baghdad|basra|' +
  'mosul|dublin|jerusalem|tel aviv|haifa|ramallah|rome|milan|naples|venice|kingston|tokyo|osaka|' +
  'fukushima|amman|nairobi|pristina|riga|beirut|tripoli|benghazi|vilnius|kuala lumpur|bamako|mexico city|tijuana|chisinau|' +
  'rabat|casablanca|kathmandu|amsterdam|rotterdam|the hague|hague|wellington|christchurch|auckland|abuja|lagos|pyongyang|oslo|' +
  'muscat|islamabad|karachi|lahore|peshawar|lima|manila|warsaw|krakow|lisbon|doha|bucharest|moscow|saint petersburg|' +
  'st. petersburg|kigali|riyadh|jeddah|mecca|dakar|belgrade|bratislava|ljubljana|mogadishu|pretoria|johannesburg|cape town|' +
  'seoul|madrid|barcelona|seville|colombo|khartoum|darfur|stockholm|bern|geneva|zurich|davos|damascus|aleppo|homs|taipei|' +
  'bangkok|phuket|tunis|ankara|istanbul|kampala|kyiv|kiev|kharkiv|odessa|odesa|donetsk|luhansk|abu dhabi|dubai|washington|' +
  'new york|new york city|los angeles|chicago|houston|dallas|philadelphia|san francisco|san diego|seattle|boston|miami|' +
  'atlanta|detroit|denver|las vegas|phoenix|baltimore|new orleans|minneapolis|cleveland|pittsburgh|orlando|honolulu|' +
  'alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|' +
  'kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|' +
  'new hampshire|new jersey|new mexico|north carolina|south carolina|north dakota|south dakota|ohio|oklahoma|oregon|' +
  'pennsylvania|rhode island|tennessee|texas|utah|vermont|virginia|west virginia|wisconsin|wyoming|hanoi|saigon|caracas|sanaa|' +
  'aden|harare|gulf of mexico|manhattan|brooklyn|hollywood|wall street|silicon valley|downing street|capitol hill|' +
  'santo domingo|san salvador|guatemala city|tegucigalpa|managua|san jose|montevideo|asuncion|la paz|paramaribo|' +
  'nassau|ouagadougou|lome|cotonou|niamey|bangui|libreville|brazzaville|yaounde|malabo|freetown|monrovia|conakry|' +
  'bissau|banjul|nouakchott|praia|lusaka|lilongwe|maputo|gaborone|windhoek|maseru|antananarivo|bujumbura|dodoma|' +
  'dar es salaam|asmara|juba|goma|thimphu|naypyidaw|yangon|mandalay|vientiane|phnom penh|ulaanbaatar|bishkek|' +
  'dushanbe|tashkent|ashgabat|astana|almaty|kuwait city|manama|suva|port moresby|honiara|apia|dili|skopje|podgorica|' +
  'valletta|vaduz|nuuk|mariupol|kherson|zaporizhzhia|dnipro|lviv|' +
  'bakhmut|sevastopol|fallujah|kirkuk|erbil|raqqa|idlib|hodeidah|kandahar|herat|quetta|rawalpindi|hyderabad|' +
  'ahmedabad|pune|jaipur|lucknow|guangzhou|shenzhen|wuhan|chengdu|tianjin|chongqing|nanjing|xinjiang|urumqi|lhasa|' +
  'busan|kyoto|nagoya|hiroshima|nagasaki|okinawa|cebu|surabaya|bandung|ho chi minh city|penang|adelaide|hobart|' +
  'dunedin|calgary|edmonton|winnipeg|quebec city|halifax|guadalajara|monterrey|ciudad juarez|acapulco|medellin|' +
  'guayaquil|recife|belo horizonte|porto alegre|curitiba|manaus|fort worth|san antonio|tampa|st. louis|kansas city|' +
  'salt lake city|portland|sacramento|oakland|newark|nashville|memphis|louisville|milwaukee|indianapolis|cincinnati|' +
  'omaha|tulsa|albuquerque|tucson|anchorage|uvalde|bristol|leeds|sheffield|nottingham|newcastle|swansea|aberdeen|' +
  'dundee|galway|limerick|londonderry|bordeaux|toulouse|lille|strasbourg|nantes|turin|bologna|genoa|palermo|' +
  'lampedusa|valencia|bilbao|malaga|zaragoza|antwerp|ghent|bruges|utrecht|eindhoven|dusseldorf|stuttgart|leipzig|' +
  'dresden|hanover|bremen|nuremberg|salzburg|innsbruck|graz|lausanne|basel|gothenburg|malmo|bergen|aarhus|tampere|' +
  'gdansk|wroclaw|poznan|lodz|brno|ostrava|debrecen|plovdiv|thessaloniki|patras|lesbos|izmir|antalya|gaziantep|' +
  'batumi|nagorno-karabakh|stepanakert|donbas|chechnya|grozny|vladivostok|novosibirsk|yekaterinburg|kazan|' +
  'kaliningrad|' +
  'n.j.|n.y.|n.c.|n.d.|n.h.|n.m.|s.c.|s.d.|r.i.|w.va.|d.c.|ala.|ariz.|calif.|colo.|conn.|fla.|ill.|mass.|mich.|minn.|' +
  'okla.|penn.|pa.|tenn.|tex.|wash.|wis.|va.|beverly hills|santa monica|santa barbara|palo alto|abu ghraib|camp david|' +
  'guantanamo bay';

const country = new Map<string, string>();
const demonym = new Map<string, string>();
/** Adjectives and inhabitants, by country. */
const adjectivesOfCountry = new Map<string, readonly string[]>();
for (const line of COUNTRIES.trim().split('\n')) {
  const [name, rest = ''] = line.split(':');
  const [others = '', adjectives = ''] = rest.split('|');
  country.set(name!.toLowerCase(), name!);
  for (const other of others.split(',')) if (other.trim()) country.set(other.trim(), name!);
  const spelled = adjectives.split(/\s+/).filter(Boolean);
  for (const adjective of spelled) demonym.set(adjective.replace('-', ' '), name!);
  adjectivesOfCountry.set(name!, spelled);
}
for (const people of PEOPLES.split(' ')) demonym.set(people, '');
const other = new Set(
  OTHER_PLACES.split('|').flatMap((name) =>
    name.startsWith('africa ') ? name.split(' ').slice(0, 5) : [name],
  ),
);
other.add('north america');

const key = (name: string): string =>
  name.includes('’') ? name.toLowerCase().replace(/’/g, "'") : name.toLowerCase();

/** The usual name of a country, from any of its names: "United States" for "U.S."; undefined for anything else. */
export const countryNamed = (name: string): string | undefined => country.get(key(name));

/** Whether the name is a well-known place, a country included. */
export const isKnownPlace = (name: string): boolean => country.has(key(name)) || other.has(key(name));

/** Whether the word is an adjective or people of a place or creed: "Norwegian", "Kurds". */
export const isDemonym = (word: string): boolean => demonym.has(key(word));

/** What a country's people and things are called, in lower case: "norwegian", "norwegians"; none for anything else. */
export function adjectivesOf(place: string): readonly string[] {
  return adjectivesOfCountry.get(countryNamed(place) ?? '') ?? [];
}

/** Words that make a name a place: "… Strait", "… Province". */
export const PLACE_CUES: ReadonlySet<string> = new Set(
  (
    'strip corridor river sea ocean gulf lake bay strait peninsula island islands mountain mountains mount valley desert ' +
    'city town village province district county region state governorate heights canal border crossing street avenue road ' +
    'square airport port harbor harbour beach sound park bridge camp coast forest hills hill hospital stadium cape crossing plain ' +
    'territory territories republic kingdom emirates tower towers palace plaza boulevard highway prison reef reefs lagoon glacier volcano ' +
    'archipelago canyon parish isle isles suburb neighbourhood neighborhood municipality borough township'
  ).split(' '),
);

/** Those that are nobody's surname: "Beverly Hills" is a place for all its "Beverly". */
export const SURE_PLACE_CUES: ReadonlySet<string> = new Set(
  (
    'hills heights island islands mountains peninsula strait gulf valley airport boulevard avenue square highway reef reefs lagoon ' +
    'glacier volcano archipelago canyon'
  ).split(' '),
);

/** Prepositions that a place stands after. */
export const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set(
  'in at near from to into toward towards outside inside across around throughout via off northern southern eastern western central north south east west'.split(
    ' ',
  ),
);

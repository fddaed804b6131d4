import { countedThing } from './subjects.js';
import { parsedText } from '../spec-support.js';

const thing = (text: string) => {
  const { entities, sentences } = parsedText(text);
  const parsed = sentences[0]!;
  return countedThing(parsed, parsed.numbers[0]!, text, entities);
};

test.each([
  ['They saw 40 displaced families in Elm.', 'families', 'displaced families in Elm'],
  ['The Guard’s four battalions there are tired.', 'battalions', 'Guard’s battalions'],
  [
    'The tanker spilled 11 million gallons of crude into Elm Bay.',
    'gallons',
    'gallons of crude spilled into Elm Bay',
  ],
  ['The population of Elm has swelled to well over a million.', 'people', 'population of Elm'],
  ['The death toll rose to 120.', 'people', 'death toll'],
  ['During the storm the population of Elm grew to 9,000.', 'people', 'population of Elm'],
  ['The crews went to Elm, whose population has risen to 9,000.', 'people', 'population of Elm'],
  ['The number of jobless Norwegians rose to 9,000.', 'people', 'number of jobless Norwegians'],
  ['Ferry sales fell 30 percent.', 'percent', 'fall in ferry sales'],
  ['Ferry sales rose by 30 percent.', 'percent', 'rise in ferry sales'],
  ['The quake killed 300 in Oslo.', 'people', 'people killed in Oslo'],
  ['They fired 300 rockets and drones at the harbour.', 'drones', 'rockets and drones fired at the harbour'],
  [
    'The board pledged €50m for the repair of the harbour.',
    'EUR',
    'money pledged for the repair of the harbour',
  ],
  ['They put the damage at $10 million.', 'USD', 'damage'],
  ['At least 50 injured in the fire were saved.', 'people', 'people injured in the fire'],
  ['The board has estimated the death toll at between 40 and 50.', 'people', 'death toll'],
  ['The cost of repairs in Elm was put by the guild at about $3 million.', 'USD', 'cost of repairs in Elm'],
  [
    'They put the costs of dealing with the storm at over $3 million.',
    'USD',
    'costs of dealing with the storm',
  ],
  ['The flow of oil is 5,000 barrels per day.', 'barrels per day', 'flow of oil'],
  [
    'Up to 900 barrels of oil a day are thought to be spilling into the bay.',
    'barrels a day',
    'barrels of oil a day spilling into the bay',
  ],
  ['An estimated 15,000 were made homeless.', 'people', 'people homeless'],
  ['Another 1,000 marched in Elm.', 'people', 'people who marched in Elm'],
  ['The storm hit Elm, killing at least 14 people.', 'people', 'people killed'],
  ['A wave of storms kills 11 sailors.', 'sailors', 'sailors killed by a wave of storms'],
  ['The report told of the arrest of 40 sailors in Elm.', 'sailors', 'sailors arrested in Elm'],
  [
    'About 80 percent of the Bay of Elm’s oil output has come from rigs.',
    'percent',
    'Bay of Elm’s oil output that has come from rigs',
  ],
  ['He hit 33 home runs in May.', 'runs', 'home runs hit'],
  ['The park has 250 old birch and lime trees.', 'trees', 'old birch and lime trees of the park'],
  ['The number of confirmed Norwegian cases rose to 27.', 'cases', 'number of confirmed Norwegian cases'],
  [
    'They built tents for a million people left homeless by the storm.',
    'people',
    'people left homeless by the storm',
  ],
  ['At least 5,000 people died in a storm.', 'people', 'people who died in a storm'],
  ['Over 1,000 people killed or injured in Elm were named.', 'people', 'people killed'],
  ['Half were old, 40 percent of boats were new.', 'percent', 'boats new'],
  [
    'The use of boats in Elm and on the lake declined 30 percent.',
    'percent',
    'fall in use of boats in Elm and on the lake',
  ],
  [
    'The number who said they had left Elm rose by 30 percent.',
    'percent',
    'rise in number who said they had left Elm',
  ],
  ['The driver had an alcohol level of 0.3 percent.', 'percent', 'alcohol level'],
  ['The guild launched an appeal for $2 million to rebuild the quay.', 'USD', 'appeal to rebuild the quay'],
  ['The size of the slick was about 900 square miles.', 'square miles', 'size of the slick'],
  ['The index fell 500 points.', 'points', 'fall in index'],
  ['The board spent $3 million on repairs.', 'USD', 'money spent on repairs'],
  ['The storm took 900 feet of rope.', 'feet', 'feet of rope taken in the storm'],
  ['The page has attracted 4,500 members.', 'members', 'members attracted by the page'],
  ['The board called 400 people to clear the quay.', 'people', 'people called to clear the quay'],
  ['They paid $8 million of taxpayers’ money.', 'USD', 'taxpayers’ money paid'],
  [
    'An estimated 900 residents would be eligible for aid.',
    'residents',
    'residents who would be eligible for aid',
  ],
  [
    'Oil is gushing into the bay at a rate of about 900 litres a day.',
    'litres a day',
    'oil gushing into the bay',
  ],
  ['Experts estimated the flow at 900 barrels per day.', 'barrels per day', 'flow'],
  ['Elm Mills will cut 25 percent of its workforce by May.', 'percent', 'workforce to be cut by Elm Mills'],
  ['The office reported 651 “grave accidents” in Norway.', 'accidents', 'grave accidents in Norway'],
  ['The unemployment rate held steady at 6.1 percent.', 'percent', 'unemployment rate'],
  ['Elm Mills says it will cut 25 percent of its workforce.', 'percent', 'workforce to be cut by Elm Mills'],
  ['The party has 4,500 members.', 'members', 'members of the party'],
  ['Elm Mills will cut 3,000 jobs.', 'jobs', 'jobs to be cut by Elm Mills'],
  ['The guild plans to build 300 homes in Elm.', 'homes', 'homes to be built in Elm'],
  ['The boat was carrying 300 people when it sank.', 'people', 'people being carried by the boat'],
  ['They went on, winning more than 4 million votes.', 'votes', 'votes won'],
  ['The old mill sheds 900 jobs.', 'jobs', 'jobs shed'],
  ['A storm off Elm claimed at least 60 lives.', 'lives', 'lives claimed in the storm off Elm'],
  ['Around 1,500 have died.', 'people', 'people who have died'],
  ['The storm left 200 people dead.', 'people', 'people dead'],
  ['It funds 13 member agencies.', 'agencies', 'member agencies funded'],
  [
    'They took 4 million gallons (15 million liters) of oil from the ship.',
    'gallons',
    'gallons of oil taken from the ship',
  ],
])('%s', (text, unit, subject) => expect(thing(text)).toMatchObject({ unit, subject }));

test.each([
  'They asked at least ten questions that it wants answered.',
  'Some 3,000 fighters.',
  'They lost 5 percent of it all.',
  'Some 300 claims were.',
  'They ran 40 miles.',
  'It rose 5 percent.',
  'The closing of a quarter of the bay has made them poor.',
  'A bullet hit the mother of 13 who was there.',
])('nothing that stands alone in: %s', (text) => expect(thing(text)).toBeUndefined());

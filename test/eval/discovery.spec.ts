import { discover, type GoldArticle } from '../../bench/eval/clustering.js';
import { bCubed, shuffled } from '../../bench/eval/metrics.js';
import { StoryIndex } from '../../src/threading/ruleset.js';
import { articleOf } from '../fixtures/threading-articles.js';

/** Day and hour, event, headline, lead. All invented; several are happenings of one kind. */
const reports = `
1T06 dam-ost|Dam at Ostrel gives way, three villages under water|The Ostrel dam broke early on Monday and flooded the villages of Karvin, Melde and Tosk. Rescuers took 140 people off roofs.
1T08 strike-vel|Dockers in Velmund walk out|Some 900 dockers in Velmund stopped work over pay, the Kaibund union said. Harbour chief Ruta Salm called it illegal.
1T10 dam-ost|At least 9 dead in Ostrel flood|Nine bodies were found in Karvin and Melde after the Ostrel dam broke, interior minister Pavo Lindt said.
1T11 vote-quor|Quorra votes for a president|Polls opened in Quorra, where Amadi Teko runs against the incumbent Lise Obrant.
1T15 merger-hal|Halvex offers 4.2 billion for Torrin|Chip maker Halvex bids 4.2 billion crowns for its rival Torrin, chief executive Mina Dahl said.
1T17 strike-vel|Velmund harbour at a standstill|Forty ships wait off Velmund as the dockers' strike goes on. The Kaibund union wants 8 percent more pay.
1T20 dam-ost|Engineers had warned of Ostrel dam|A report of last year found cracks in the Ostrel dam, the daily Meridian writes. Lindt ordered an inquiry.
2T05 fire-bray|Fire destroys market hall in Brayton|The covered market of Brayton burned down overnight. Fire chief Oslo Penn said nobody was hurt.
2T07 vote-quor|Teko ahead in Quorra count|With half of the votes counted Amadi Teko leads Lise Obrant by 6 points in Quorra, the election board said.
2T09 fire-sund|Warehouse fire in Sundal kills two guards|Two guards died when a warehouse of the mail-order house Pakko in Sundal burned, police said.
2T10 merger-hal|Torrin board rejects Halvex bid|The board of Torrin called the offer of Halvex too low. Shares of Torrin rose 11 percent.
2T12 dam-ost|Ostrel flood: death toll rises to 17|Pavo Lindt said 17 people died after the dam at Ostrel gave way; 23 are missing in Tosk.
2T13 fire-bray|Brayton market traders stand before ruins|Traders mourned the burnt market hall of Brayton. Oslo Penn said a cable had been at fault.
2T16 strike-vel|Salm meets Kaibund over Velmund strike|Ruta Salm and leaders of the Kaibund union met for talks on the strike in the harbour of Velmund.
2T18 vote-quor|Obrant concedes, Teko is Quorra's next president|Lise Obrant congratulated Amadi Teko, who won the election in Quorra with 53 percent.
2T19 fire-sund|Pakko warehouse in Sundal had no sprinklers|The burnt warehouse in Sundal where two guards died had no sprinklers, Pakko admitted.
3T06 quake-mir|Quake of magnitude 6.4 shakes Mirado|A strong earthquake hit the island of Mirado. Houses fell in Port Asher, governor Nils Okar said.
3T08 doping-ras|Cyclist Rasko tests positive|Tour winner Ilja Rasko tested positive for EPO, the federation said. His team Verano suspended him.
3T09 quake-mir|Mirado earthquake leaves 31 dead|Thirty-one people were killed by the quake on Mirado, most of them in Port Asher, said Nils Okar.
3T11 merger-hal|Halvex raises its Torrin bid to 4.9 billion|Halvex now offers 4.9 billion crowns for Torrin. Mina Dahl called it final.
3T12 strike-vel|Velmund dockers go back to work|The strike in Velmund is over: the Kaibund union took 5 percent. Ships are unloaded again, Ruta Salm said.
3T14 doping-ras|Rasko denies doping|Ilja Rasko said he never took EPO and asked for the second sample. Verano stands by the suspension.
3T15 hack-norr|Hackers shut down Norrland hospitals|A ransom attack stopped computers in six Norrland hospitals. Operations were put off, director Eva Trask said.
3T18 quake-mir|Aftershocks hamper rescue on Mirado|Aftershocks of the 6.4 quake kept rescuers from houses in Port Asher on Mirado.
4T06 quake-tes|Earthquake of 5.1 rattles Tessary|A quake of magnitude 5.1 woke people in the Tessary valley. Nobody was hurt, mayor Bruno Faal said.
4T07 hack-norr|Norrland hospitals refuse to pay ransom|Eva Trask said the six Norrland hospitals would not pay the hackers 3 million crowns.
4T09 dam-ost|Dam operator's head arrested over Ostrel|Police arrested Karel Ums, head of the company that ran the Ostrel dam, Lindt said.
4T10 quake-tes|Chimneys fall in Tessary after quake|Bruno Faal counted some thirty fallen chimneys after the Tessary earthquake.
4T12 merger-hal|Torrin accepts Halvex|Torrin's board recommends the bid of Halvex of 4.9 billion crowns to its shareholders.
4T15 trial-gant|Trial of banker Gantry opens|Leo Gantry of the failed bank Corvin went on trial in Asterport, accused of hiding losses of 700 million.
4T17 vote-quor|Teko names his cabinet|Quorra's president-elect Amadi Teko made the economist Sela Ruun finance minister.
5T07 doping-ras|Second sample confirms Rasko's EPO|The second sample of Ilja Rasko was positive, too. The federation wants to ban him for four years.
5T09 trial-gant|Gantry pleads not guilty|Leo Gantry told the court in Asterport that he knew nothing of the losses of Corvin.
5T11 hack-norr|Norrland hospitals back online|After five days the computers of the Norrland hospitals work again, said Eva Trask.
5T13 fire-bray|Brayton to rebuild its market|The council of Brayton voted to rebuild the burnt market hall by next year.
5T15 probe-ves|Probe Vesper lands on asteroid|The space probe Vesper touched down on the asteroid Ketu and sent pictures, project head Yara Lim said.
6T08 probe-ves|Vesper takes samples from Ketu|The probe Vesper drilled into the asteroid Ketu. Yara Lim expects 200 grams of dust.
6T10 trial-gant|Former clerk testifies against Gantry|A clerk of the Corvin bank told the Asterport court that Leo Gantry had ordered false books.
6T12 merger-hal|Cartel office looks into Halvex and Torrin|The cartel office examines whether Halvex may take over Torrin.
6T16 quake-mir|Mirado mourns quake victims|Port Asher held a service for the 31 victims of the Mirado earthquake.
40T09 dam-ost|Charges over Ostrel dam disaster|Prosecutors charged Karel Ums with manslaughter over the Ostrel dam, whose break killed 17 people.
75T09 dam-ost|Ums goes on trial over Ostrel dam|The trial of Karel Ums, whose company ran the Ostrel dam, opened. Seventeen people of Karvin, Melde and Tosk died.
`;

const stream: GoldArticle[] = reports
  .trim()
  .split('\n')
  .map((line) => {
    const [, day, hour, gold, title, text] = /^(\d+)T(\d+) ([\w-]+)\|([^|]+)\|(.+)$/.exec(line)!;
    const publishedAt = new Date(Date.UTC(2031, 4, Number(day), Number(hour))).toISOString();
    return { gold: gold!, article: articleOf(title!, text!, { publishedAt }) };
  });

const found = (order: readonly GoldArticle[]): string[] => discover(order.map(({ article }) => article));
const quality = (order: readonly GoldArticle[]): number =>
  bCubed(
    found(order),
    order.map(({ gold }) => gold),
  ).f1;

test('a stream of short reports comes apart into its stories', () => {
  expect(quality(stream)).toBeGreaterThan(0.9);
});

test('hardly depends on the order of arrival', () => {
  const first = found(stream);
  for (const seed of [1, 2, 3]) {
    const order = shuffled(stream, seed);
    expect(quality(order)).toBeGreaterThan(0.85);
    const now = new Map(order.map(({ article }, i) => [article, found(order)[i]!]));
    const again = stream.map(({ article }) => now.get(article)!);
    expect(bCubed(again, first).f1).toBeGreaterThan(0.85);
  }
});

test('a story of months stays one', () => {
  const index = new StoryIndex();
  const stories = discover(
    stream.map(({ article }) => article),
    index,
  );
  const dam = stream.flatMap(({ gold }, i) => (gold === 'dam-ost' ? [stories[i]] : []));
  expect(new Set(dam).size).toBe(1);
});

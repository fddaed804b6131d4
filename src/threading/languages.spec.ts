import { analyze } from '../analysis/analyze.js';
import { storyOf } from '../../test/fixtures/threading-articles.js';
import { matchTracked, StoryIndex, type ThreadingArticle } from './ruleset.js';

/** One blast in six languages, and other happenings in two of them. */
const blast: Record<string, readonly [string, string]> = {
  en: [
    'Blast at Brackwerk plant in Lindhaven kills 14',
    'An explosion at the Brackwerk chemical plant in Lindhaven killed 14 people and injured 63 on 12 March 2031, mayor Odile Ferrand said.',
  ],
  de: [
    'Explosion im Brackwerk in Lindhaven: 14 Tote',
    'Bei einer Explosion in der Chemiefabrik Brackwerk in Lindhaven sind am 12. März 2031 14 Menschen getötet und 63 verletzt worden, sagte Bürgermeisterin Odile Ferrand.',
  ],
  fr: [
    'Explosion à Lindhaven : 14 morts à l’usine Brackwerk',
    'Une explosion dans l’usine chimique Brackwerk de Lindhaven a fait 14 morts et 63 blessés le 12 mars 2031, selon la maire Odile Ferrand.',
  ],
  es: [
    'Explosión en la planta Brackwerk de Lindhaven deja 14 muertos',
    'Una explosión en la planta química Brackwerk de Lindhaven dejó 14 muertos y 63 heridos el 12 de marzo de 2031, dijo la alcaldesa Odile Ferrand.',
  ],
};
const others: Record<string, readonly [string, string]> = {
  de: [
    'Streik legt Hafen von Velmund lahm',
    'In Velmund haben am 14. März 2031 rund 900 Hafenarbeiter die Arbeit niedergelegt, teilte die Gewerkschaft Kaibund mit.',
  ],
  fr: [
    'Inondations à Morcelle : 2 000 évacués',
    'Les pluies ont forcé 2 000 habitants de Morcelle à partir le 13 mars 2031, a annoncé le préfet Alain Tirvaux.',
  ],
};

function read([title, text]: readonly [string, string]): ThreadingArticle {
  const publishedAt = '2031-03-14T18:00:00Z';
  const analysis = analyze({ title, text, publisher: 'The Courier', publishedAt });
  return { articleId: title, revision: 1, title, text, publisher: 'The Courier', publishedAt, analysis };
}

function take(index: StoryIndex, text: readonly [string, string]): string {
  const article = read(text);
  const nearest = index.nearest(article);
  if (nearest) index.add(nearest.storyId, article);
  else index.open(article.title, article);
  return nearest?.storyId ?? article.title;
}

test('reports in several languages are threaded by names, numbers and dates', () => {
  for (const order of [Object.keys(blast), Object.keys(blast).reverse()]) {
    const index = new StoryIndex();
    const stories = order.map((language) => take(index, blast[language]!));
    expect(new Set(stories).size).toBe(1);
    for (const other of Object.values(others)) expect(stories).not.toContain(take(index, other));
    expect(index.size).toBe(3);
  }
});

/** Language, headline and text of a report of the blast, headline and text of a later one. */
const inOtherScripts: [string, string, string, string, string][] = [
  [
    'ar',
    'انفجار في مصنع براكفيرك في ليندهافن يقتل 14 شخصا',
    'قتل انفجار في مصنع براكفيرك الكيميائي في ليندهافن 14 شخصا وأصاب 63 آخرين يوم 12 مارس 2031، وفق رئيسة البلدية أوديل فيران.',
    'رئيسة بلدية ليندهافن تعلن الحداد',
    'أعلنت أوديل فيران رئيسة بلدية ليندهافن الحداد على ١٤ شخصا قتلوا في انفجار مصنع براكفيرك يوم ١٢ مارس ٢٠٣١.',
  ],
  [
    'he',
    '14 הרוגים בפיצוץ במפעל ברקוורק בלינדהאבן',
    'פיצוץ במפעל הכימי ברקוורק בלינדהאבן הרג 14 בני אדם ופצע 63 ב-12 במרץ 2031, אמרה ראשת העיר אודיל פראן.',
    'ראשת העיר לינדהאבן הכריזה על אבל',
    'אודיל פראן, ראשת העיר לינדהאבן, הכריזה על אבל אחרי הפיצוץ במפעל ברקוורק שבו נהרגו 14 בני אדם ונפצעו 63.',
  ],
  [
    'ru',
    'Взрыв на заводе «Браквек» в Линдхавене: 14 погибших',
    'При взрыве на химическом заводе «Браквек» в Линдхавене 12 марта 2031 года погибли 14 человек и ранены 63, сообщила мэр Одиль Ферранд.',
    'В Линдхавене объявлен траур',
    'Мэр Линдхавена Одиль Ферранд объявила траур по 14 погибшим при взрыве на заводе «Браквек», 63 человека ранены.',
  ],
];

test.each(inOtherScripts)(
  'other scripts are told (%s) and threaded among themselves',
  (language, title, text, later, laterText) => {
    expect(read([title, text]).analysis.language).toBe(language);
    const index = new StoryIndex();
    const story = take(index, [title, text]);
    expect(take(index, [later, laterText])).toBe(story);
    expect(take(index, others['de']!)).not.toBe(story);
  },
);

test.each(inOtherScripts)(
  'a report in another script (%s) joins the story of its names and numbers',
  (_, title, text, later, laterText) => {
    const index = new StoryIndex();
    const story = take(index, blast['en']!);
    const other = take(index, others['de']!);
    expect(take(index, [title, text])).toBe(story);
    expect(take(index, [later, laterText])).toBe(story);
    expect(story).not.toBe(other);
  },
);

test.each(inOtherScripts)('a profile with names catches reports in another script (%s)', (_, title, text) => {
  const story = storyOf({ anyOf: ['Lindhaven', 'Brackwerk plant'] });
  expect(matchTracked(read([title, text]), story)).toMatchObject({ role: 'primary' });
  expect(matchTracked(read([title, text]), storyOf({ anyOf: ['Velmund', 'Kaibund'] }))).toBeNull();
});

test('numbers are the same in the digits of every script', () => {
  const index = new StoryIndex();
  const [first, second] = ['14', '١٤'].map((number) => read(['وقفة', `${number} 63 2031`]));
  index.open('story', first!);
  expect(index.nearest(second!)?.storyId).toBe('story');
});

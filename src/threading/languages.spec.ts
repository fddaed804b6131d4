import { analyze } from '../analysis/analyze.js';
import { StoryIndex, type ThreadingArticle } from './ruleset.js';

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

test.each([
  [
    'ar',
    'انفجار في مصنع براكفيرك في ليندهافن يقتل 14 شخصا',
    'قتل انفجار في مصنع براكفيرك الكيميائي في ليندهافن 14 شخصا وأصاب 63 آخرين يوم 12 مارس 2031، وفق رئيسة البلدية أوديل فيران.',
    'رئيسة بلدية ليندهافن تعلن الحداد',
    'أعلنت أوديل فيران رئيسة بلدية ليندهافن الحداد على 14 شخصا قتلوا في انفجار مصنع براكفيرك يوم 12 مارس 2031.',
  ],
  [
    'he',
    '14 הרוגים בפיצוץ במפעל ברקוורק בלינדהאבן',
    'פיצוץ במפעל הכימי ברקוורק בלינדהאבן הרג 14 בני אדם ופצע 63 ב-12 במרץ 2031, אמרה ראשת העיר אודיל פראן.',
    'ראשת העיר לינדהאבן הכריזה על אבל',
    'אודיל פראן, ראשת העיר לינדהאבן, הכריזה על אבל אחרי הפיצוץ במפעל ברקוורק שבו נהרגו 14 בני אדם ונפצעו 63.',
  ],
])('other scripts are told (%s) and threaded among themselves', (language, title, text, later, laterText) => {
  expect(read([title, text]).analysis.language).toBe(language);
  const index = new StoryIndex();
  const story = take(index, [title, text]);
  expect(take(index, [later, laterText])).toBe(story);
  expect(take(index, others['de']!)).not.toBe(story);
});

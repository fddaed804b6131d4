import { identifyLanguage, primaryLanguage } from './language.js';

test.each([
  [
    'en',
    'The minister said on Monday that the bridge would be closed for repairs until the end of the year.',
  ],
  ['fr', 'Le ministre a déclaré lundi que le pont serait fermé pour des travaux jusqu’à la fin de l’année.'],
  [
    'de',
    'Der Minister sagte am Montag, dass die Brücke bis zum Ende des Jahres für Reparaturen gesperrt wird.',
  ],
  ['es', 'El ministro dijo el lunes que el puente estará cerrado por obras hasta el final del año.'],
  ['ar', 'قال الوزير يوم الاثنين إن الجسر سيغلق للإصلاح حتى نهاية العام'],
  ['he', 'השר אמר ביום שני כי הגשר ייסגר לתיקונים עד סוף השנה'],
  ['ru', 'Министр заявил в понедельник, что мост будет закрыт на ремонт до конца года'],
  ['zh', '部长星期一表示大桥将关闭维修至年底'],
  ['ja', '大臣は月曜日、橋を年末まで閉鎖すると述べた'],
])('%s', (language, text) => expect(identifyLanguage(text)).toBe(language));

test('says so when it cannot be told', () => {
  expect(identifyLanguage('')).toBe('und');
  expect(identifyLanguage('12 34 !!')).toBe('und');
});

test('a region is no other language', () => expect(primaryLanguage('en-GB')).toBe('en'));

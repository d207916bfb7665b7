import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticleRecord } from '../../src/read/index.ts';

const foreign: readonly (readonly [string, string])[] = [
  [
    'French',
    'Le maire a dit lundi que le pont, qui est fermé depuis mars, sera ouvert à nouveau dans les jours qui viennent.',
  ],
  [
    'German',
    'Die Brücke ist seit März gesperrt und wird nach den Worten des Bürgermeisters erst im Mai wieder für den Verkehr geöffnet.',
  ],
  [
    'Spanish',
    'El alcalde dijo el lunes que el puente, cerrado desde marzo, se abrirá de nuevo en los próximos días.',
  ],
  [
    'Italian',
    'Il sindaco ha detto lunedì che il ponte, chiuso da marzo, non sarà aperto prima della fine di maggio.',
  ],
  [
    'Portuguese',
    'O presidente da câmara disse na segunda que a ponte não vai abrir antes do fim de maio, mas que as obras já foram pagas.',
  ],
  [
    'Dutch',
    'De burgemeester zei maandag dat de brug, die sinds maart dicht is, in mei weer open gaat voor het verkeer.',
  ],
  [
    'Swedish',
    'Borgmästaren sade på måndagen att bron, som har varit stängd sedan mars, inte öppnar för trafik före maj.',
  ],
  [
    'Polish',
    'Burmistrz powiedział w poniedziałek, że most, który jest zamknięty od marca, nie będzie otwarty przed końcem maja.',
  ],
  [
    'Turkish',
    'Belediye başkanı pazartesi günü, mart ayından bu yana kapalı olan köprünün mayıs ayında yeniden açılacağını ve bunun için bir tören olacağını söyledi.',
  ],
  [
    'Indonesian or Malay',
    'Wali kota mengatakan pada hari Senin bahwa jembatan yang ditutup sejak Maret itu akan dibuka kembali dan tidak dikenai biaya.',
  ],
  ['Russian', 'Мэр сказал в понедельник, что мост, который закрыт с марта, не откроется до конца мая.'],
  [
    'Ukrainian',
    'Мер сказав у понеділок, що міст, який закрито з березня, не відкриють до кінця травня, але це не точно.',
  ],
  ['Greek', 'Ο δήμαρχος είπε ότι η γέφυρα, που είναι κλειστή από τον Μάρτιο, θα ανοίξει τον Μάιο.'],
  ['Arabic', 'قال رئيس البلدية إن الجسر الذي أغلق في مارس لا يفتح من جديد إلى شهر مايو بعد أن تأخر العمل.'],
  ['Persian', 'شهردار گفت که پل از ماه مارس بسته است و تا ماه مه باز نمی شود و این را به شورا گفت.'],
  ['Hebrew', 'ראש העיר אמר כי הגשר, שנסגר במרץ, לא ייפתח לפני סוף מאי.'],
  ['Chinese', '市长星期一说,三月关闭的大桥将于五月重新开放。'],
  ['Japanese', '市長は月曜日、三月から閉鎖されている橋が五月に再開すると述べた。'],
  ['Korean', '시장은 월요일 3월부터 폐쇄된 다리가 5월에 다시 열린다고 말했다.'],
  ['Hindi', 'महापौर ने सोमवार को कहा कि मार्च से बंद पुल मई में फिर से खुल जाएगा और यह पूरा है।'],
  ['Thai', 'นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่าสะพานจะเปิดอีกครั้งในเดือนพฤษภาคม'],
];

for (const [language, text] of foreign)
  test(`language: ${language} is refused by name`, () => {
    const result = readArticleRecord({ text });
    assert.equal(result.ok ? 'read' : result.problem.code, 'not-english');
    assert.ok(!result.ok && result.problem.reason.includes(language), result.ok ? '' : result.problem.reason);
  });

for (const text of [
  'Mayor quits',
  'MAYOR QUITS OVER HARBOUR PLAN',
  'Storm.',
  '42',
  'Ann Rowe, Tom Hill, Ida Holm, Col Barrow, Priya Nair, Ruth Kemp, Carl Vance, Nell Okafor.',
  'Rodrigo de la Cruz met Jean de la Fontaine and Ludwig van der Rohe in Los Angeles.',
  'Die Zeit, Le Monde, El País and La Repubblica all led with it.',
  'She said: “Nous avons dit que le pont est fermé,” and left the room before the reporters could ask what she meant by that.',
  'Hanna Vries (Eldon): 1,204. Carl Vance (Eldon): 988. Tom Ashe (Skarvik): 2,310.',
])
  test(`language: English is not refused: ${text.slice(0, 30)}`, () => {
    const result = readArticleRecord({ text });
    assert.equal(result.ok ? text : result.problem.reason, text);
  });

test('language: a language that is not known is refused without a name', () => {
  const text =
    'mi tomo li pona tawa jan ale lon ma ni taso ona li open ala e nasin telo suli tan ni jan lawa li toki e ni tenpo kama la ona li open e nasin';
  const result = readArticleRecord({ text });
  assert.equal(result.ok ? 'read' : result.problem.reason, 'not English: skipped');
});

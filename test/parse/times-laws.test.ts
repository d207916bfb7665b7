import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { createParser } from '../../src/parse/index.ts';
import { articleOfBlock } from './article.ts';

const parse = createParser();

/** What the grammar has rules for, in any order, and what breaks a careless one. */
const piece = fc.constantFrom(
  ...'Monday|Sat.|MAY|May|Sept.|sept|March|last|next|this|the|a|of|on|in|by|since|ago|later|before'.split(
    '|',
  ),
  ...'earlier|early|mid|-|–|week|weeks|year|fortnight|decade|century|hours|quarter|half|third'.split('|'),
  ...'every|each|twice|daily|now|soon|the past|from now|summer|fall|night|noon|tonight|Christmas'.split('|'),
  ...'0|1|3|05|12|29|31|59|99|1745|1999|2024|9999|1,000|999999999999999999999|2.5|1990s|3rd'.split('|'),
  ...'/|.|,|:|;|"|’|(|)|$|%|p.m.|am|GMT|T10:30Z|2024-02-30|31/12/99|one|twenty|hundred|and'.split('|'),
  ...['will', 'said', 'had', 'to', '\n', '\u00a0', '\u200b', '\0', '😀', '\ud800', 'é', 'שני', '月'],
);
const strange = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(' ')),
  fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join('')),
  fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 })
    .map(p => p.join(' ')),
);
const published = fc.constantFrom(
  null,
  '2024-11-15',
  '2024-02-29T23:59:59Z',
  '2024-11',
  '2024',
  '0001-01-01',
  '9999-12-31',
  'soon',
);

test('times lie in the text in order, without overlap, and inside one block', () => {
  fc.assert(
    fc.property(strange, published, (text, date) => {
      let end = 0;
      for (const time of parse({ ...articleOfBlock(text), published: date }).times) {
        assert.ok(time.start >= end && time.end > time.start && time.end <= text.length);
        end = time.end;
      }
    }),
    { numRuns: 500 },
  );
});

test('times of an article are the same whatever was read before', () => {
  fc.assert(
    fc.property(strange, strange, published, (text, other, date) => {
      const article = { ...articleOfBlock(text), published: date };
      const first = JSON.stringify(parse(article).times);
      parse({ ...articleOfBlock(other), published: '1999-12-31' });
      assert.equal(JSON.stringify(createParser()(article).times), first);
    }),
    { numRuns: 30 },
  );
});

/** The forms of TIMEX3 values that are given, one for each kind of expression. */
const forms = {
  date: /^(\d{2,4}|\d{4}-(\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?Z?)?)?|W\d{2}(-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI)|(PAST|PRESENT|FUTURE)_REF)$/,
  time: /^\d{4}-\d{2}-\d{2}T(\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?|MO|MI|AF|EV|NI)$/,
  duration: /^PT?(X|\d+(\.\d+)?)(S|M|H|D|W|WE|Q|Y|E|C|L)$/,
  set: /^(PT?(X|\d+(\.\d+)?)(S|M|H|D|W|WE|Q|Y|E|C|L)|XXXX-(WXX-[1-7]|\d{2}|SP|SU|FA|WI|XX-XXT(MO|MI|AF|EV|NI)))$/,
};

test('values are TIMEX3, and what was counted says from where', () => {
  fc.assert(
    fc.property(strange, published, (text, date) => {
      for (const { kind, value, anchor } of parse({ ...articleOfBlock(text), published: date }).times) {
        if (value !== null) assert.match(value, forms[kind]);
        if (value === null) assert.equal(anchor, null);
        if (anchor?.from === 'publication') assert.ok(date?.startsWith(anchor.date));
      }
    }),
    { numRuns: 500 },
  );
});

test('without a publication date nothing is counted from one', () => {
  fc.assert(
    fc.property(strange, text => {
      const times = parse(articleOfBlock(text)).times;
      assert.ok(times.every(({ anchor }) => anchor?.from !== 'publication'));
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createPipeline } from '../../src/index.ts';

const { readRecord, parse, extract, audit, auditProblem, auditRules } = createPipeline();

function readingOf(text: string) {
  const result = readRecord({ id: '1', text, byline: 'Ana Rao' });
  return result.ok ? extract(parse(result.article)) : null;
}

const text =
  'The board met on Monday.\n\nThe port will be sold, a source said.\n\nIt was sold before, another source said.';
const reading = readingOf(text)!;
const bare = { rules: { 'undescribed-source': 'error' } } as const;

test('an ignore of the configuration silences a rule in the block around it or the next', () => {
  const wordsFound = (at: number): string[] => {
    const ignores = [{ rule: 'undescribed-source', at, reason: 'known to the desk' }];
    return audit(reading, { ...bare, ignores })
      .filter(({ rule }) => rule === 'undescribed-source')
      .map(({ span }) => text.slice(span.start, span.end));
  };
  assert.deepEqual(wordsFound(0), ['a source', 'another source']);
  assert.deepEqual(wordsFound(text.indexOf('port')), ['another source']);
  assert.deepEqual(wordsFound(text.indexOf('\n\nIt')), ['a source']);
});

test('a configuration that cannot be used is told beforehand, and is a RangeError', () => {
  const config = { rules: { 'no-such-rule': 'error' } } as const;
  assert.equal(auditProblem(config), 'there is no rule "no-such-rule"');
  assert.equal(auditProblem(bare), null);
  assert.throws(() => audit(reading, config), RangeError);
});

test('findings come in order of place, and the same again', () => {
  const findings = audit(reading);
  assert.ok(findings.length > 2);
  assert.deepEqual(
    findings.map(({ span }) => span.start),
    findings.map(({ span }) => span.start).sort((a, b) => a - b),
  );
  assert.deepEqual(audit(readingOf(text)!), findings);
});

test('an article is not changed by being audited, nor are findings by what was audited before', () => {
  const before = JSON.stringify(reading);
  const first = JSON.stringify(audit(reading));
  audit(readingOf('Sources said nothing, the mayor said. “Corrupt,” an aide said.')!);
  assert.equal(JSON.stringify(audit(reading)), first);
  assert.equal(JSON.stringify(reading), before);
});

const odd = fc.array(
  fc.constantFrom(
    'a source',
    'two officials',
    'said',
    'the two officials',
    '“',
    '”',
    '"',
    ',',
    '.',
    '\n\n',
    'who asked not to be named',
    'because',
    'took bribes',
    'is seen as',
    'Ana Rao',
    'denied',
    'according to',
    '<!-- hearsay-ignore no-basis: why -->',
    '🙂',
    '\ud800',
    'a spokesman',
    'declined to comment',
    'first reported by The Courier',
  ),
  { minLength: 1, maxLength: 40 },
);

test('odd text is no error, spans lie in it, and places count from 1', () => {
  const all = { rules: Object.fromEntries(auditRules().map(({ id }) => [id, 'on' as const])) };
  fc.assert(
    fc.property(odd, pieces => {
      const source = pieces.join(' ');
      const odd = readingOf(source);
      if (!odd) return;
      for (const { span, line, column, endLine, endColumn } of audit(odd, all, { source })) {
        assert.ok(0 <= span.start && span.start < span.end && span.end <= odd.article.text.length);
        assert.ok(line >= 1 && column >= 1 && endLine >= line && (endLine > line || endColumn > column));
      }
    }),
    { numRuns: 150 },
  );
});

import assert from 'node:assert/strict';
import test from 'node:test';
import type { Membership } from '../../src/index.ts';
import { bridgeAccount, ferryAccount, recordOf } from './accounts.ts';
import { folderWith, hearsay, valuesOf } from './command.ts';

const fireAccount = `Fire at chemical plant near Oldcastle

A plant of Brandt Coatings near Oldcastle burnt for nine hours on Tuesday before firefighters got the flames under control.

Nobody was hurt, the county said, and people nearby were told to keep their windows shut.
`;

const input = recordOf('1', bridgeAccount) + recordOf('2', fireAccount) + recordOf('3', ferryAccount);

test('cluster writes a line for each article, in order, with the story that it tells', async () => {
  for (const args of [['cluster'], ['cluster', '--online', '-']]) {
    const { code, stdout, stderr } = await hearsay(args, { input });
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    const [one, other, again] = valuesOf(stdout) as Membership[];
    assert.deepEqual([one?.id, other?.id, again?.id], ['1', '2', '3']);
    assert.equal(one?.story, again?.story);
    assert.notEqual(one?.story, other?.story);
    assert.equal(again?.because.nearest?.id, '1');
    assert.equal(other?.because.nearest, null);
    assert.deepEqual(other?.because.shares, []);
  }
});

test('cluster takes files and what other filters write', async context => {
  const cwd = folderWith(context, { 'bridge.txt': bridgeAccount, 'fire.txt': fireAccount });
  const { code, stdout } = await hearsay(['cluster', 'bridge.txt', 'fire.txt'], { cwd });
  assert.equal(code, 0);
  assert.equal(new Set((valuesOf(stdout) as Membership[]).map(({ story }) => story)).size, 2);
  const read = await hearsay(['read', 'bridge.txt', 'fire.txt'], { cwd });
  assert.equal((await hearsay(['cluster'], { input: read.stdout })).stdout, stdout);
});

test('cluster complains about bad lines and ids that come twice, and clusters the others', async () => {
  const { code, stdout, stderr } = await hearsay(['cluster', '--online'], {
    input: `${input}{"id": "4", "text\n${recordOf('2', bridgeAccount)}`,
  });
  assert.equal(code, 1);
  assert.equal(valuesOf(stdout).length, 3);
  const [broken, twice] = stderr.trim().split('\n');
  assert.match(broken!, /^hearsay: standard input:4: broken JSON/);
  assert.match(twice!, /^hearsay: standard input:5: has the id of standard input:2, left out; /);
});

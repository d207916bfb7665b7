import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import fc from 'fast-check';
import type { CorrectionRecord, Reading } from '../../src/domain/index.ts';
import {
  type Commit,
  CursorProblem,
  type Feed,
  type FeedItem,
  type Page,
  type PageWish,
  type StatementQuery,
  type Store,
} from '../../src/store/index.ts';
import {
  addStory,
  at,
  firstVersion,
  madeClaim,
  madeReading,
  madeStory,
  nothing,
  storyCommit,
} from './made.ts';

type Test = (name: string, body: (context: TestContext) => Promise<void>) => unknown;

/** What every engine must do; `open` gives a new, empty store. */
export function storeContract(test: Test, open: () => Promise<Store>): void {
  const withStore = (name: string, body: (store: Store) => Promise<void>): unknown =>
    test(name, async () => {
      const store = await open();
      try {
        await body(store);
        assert.deepEqual(await store.check(), []);
      } finally {
        await store.close();
      }
    });

  withStore('an empty store has nothing and is well', async store => {
    assert.equal(await store.head(), 0);
    assert.deepEqual(await store.counts(), { articles: 0, stories: 0, claims: 0, statements: 0 });
    assert.equal(await store.article('a'), null);
    assert.equal(await store.story('s'), null);
    assert.equal(await store.claim('c'), null);
    assert.deepEqual(await store.stories('moved', { limit: 10 }), { items: [], next: null });
    assert.deepEqual(await store.statements({ words: 'peace' }, { limit: 10 }), { items: [], next: null });
    assert.deepEqual(await all(store.recentArticles(10)), []);
  });

  withStore('a story that was committed is read back as it was', async store => {
    const accounts = [madeReading('b', { outlet: 'Harbour News' }), madeReading('a', { title: null })];
    const story = madeStory('s', accounts, [
      madeClaim('c', accounts, 'disputed'),
      madeClaim('d', [accounts[1]!]),
    ]);
    assert.equal(await addStory(store, story, at(1)), 2);

    const stored = await store.story('s');
    assert.equal(JSON.stringify(stored?.story), JSON.stringify(story));
    assert.deepEqual(stored?.entry, {
      id: 's',
      revision: 1,
      title: 'Story s',
      accounts: 2,
      outlets: 2,
      claims: 2,
      disputed: 1,
      firstPublished: '2026-01-01',
      lastPublished: '2026-01-01',
      createdAt: at(1),
      updatedAt: at(1),
      movedAt: null,
      mergedInto: null,
    });
    assert.deepEqual(await store.storyEntry('s'), stored?.entry);
    assert.deepEqual(await store.readings(['a', 'nowhere', 'b']), [accounts[1], accounts[0]]);
    assert.deepEqual(await store.article('a'), {
      id: 'a',
      url: null,
      outlet: 'The Test Courier',
      title: null,
      byline: null,
      published: '2026-01-01',
      storyId: 's',
      version: 1,
      statements: 1,
      addedAt: at(1),
      changedAt: at(1),
    });
    assert.deepEqual(await store.claims({ storyId: 's' }, { limit: 10 }), {
      items: [
        {
          id: 'c',
          storyId: 's',
          wording: ' said',
          standing: 'disputed',
          accounts: 2,
          originsLeast: 1,
          originsMost: 2,
          since: at(1),
        },
        {
          id: 'd',
          storyId: 's',
          wording: ' said',
          standing: 'one-unnamed-source',
          accounts: 1,
          originsLeast: 1,
          originsMost: 1,
          since: at(1),
        },
      ],
      next: null,
    });
    assert.deepEqual((await store.claim('c'))?.claim, story.claims[0]);
    assert.deepEqual(await store.counts(), { articles: 2, stories: 1, claims: 2, statements: 2 });
  });

  withStore('whoever is behind the log writes nothing', async store => {
    await addStory(store, madeStory('s', [madeReading('a')]));
    const late = storyCommit(0, madeStory('t', [madeReading('b')]));
    assert.deepEqual(await store.commit(late), { ok: false, reason: 'behind' });
    assert.equal(await store.article('b'), null);
    assert.equal(await store.head(), 1);
    assert.deepEqual(await store.commit({ ...late, after: 1 }), { ok: true, head: 2 });
  });

  withStore('a commit without changes moves the log too', async store => {
    const first = { ...nothing, after: 0, at: at(0) };
    assert.deepEqual(await store.commit(first), { ok: true, head: 1 });
    assert.deepEqual(await store.commit(first), { ok: false, reason: 'behind' });
    assert.deepEqual(await store.changes({ after: 0, limit: 10 }), []);
  });

  withStore('a commit that fails leaves nothing behind', async store => {
    const first = madeReading('a');
    await addStory(store, madeStory('s', [first], [madeClaim('c', [first])]));
    const second = madeReading('b', { sayings: [{ speaker: 'Ann Other', named: true, words: 'this' }] });
    const taken = madeStory('t', [second], [madeClaim('c', [second])]);
    await assert.rejects(store.commit(storyCommit(1, taken)), /claim c of story t is one of story s already/);
    assert.equal(await store.article('b'), null);
    assert.equal(await store.storyEntry('t'), null);
    assert.deepEqual(
      (await store.statements({}, { limit: 10 })).items.map(item => item.articleId),
      ['a'],
    );
    assert.deepEqual((await store.sources({}, { limit: 10 })).items, []);
    assert.equal(await store.head(), 1);
  });

  withStore('changes are numbered in order and found by story and kind', async store => {
    const [a, b] = [madeReading('a'), madeReading('b')];
    await addStory(store, madeStory('s', [a]), at(1));
    await addStory(store, madeStory('t', [b]), at(2));
    const left = { kind: 'article-left', toStoryId: 't' } as const;
    await store.commit({
      ...nothing,
      after: 2,
      at: at(3),
      changes: [{ storyId: 's', articleId: 'a', event: left }],
    });
    assert.deepEqual(await store.changes({ after: 0, limit: 10, storyId: 's' }), [
      { seq: 1, at: at(1), storyId: 's', articleId: 'a', event: { kind: 'article-added' } },
      { seq: 3, at: at(3), storyId: 's', articleId: 'a', event: left },
    ]);
    const seqs = async (changes: Promise<readonly { readonly seq: number }[]>) =>
      (await changes).map(({ seq }) => seq);
    assert.deepEqual(await seqs(store.changes({ after: 1, limit: 1 })), [2]);
    assert.deepEqual(await seqs(store.latestChanges({ limit: 2 })), [3, 2]);
    assert.deepEqual(await seqs(store.latestChanges({ limit: 2, kind: 'article-added' })), [2, 1]);
  });

  withStore('a new version is kept beside the one before and takes its place', async store => {
    const [first, second] = [
      madeReading('a', { sayings: [{ words: 'the bridge will open' }] }),
      madeReading('a', {
        sayings: [{ words: 'the bridge stays shut' }],
        published: '2026-02-02',
        outlet: 'Other',
      }),
    ];
    await addStory(store, madeStory('s', [first]), at(1));
    const changes = { differences: [], statementsGone: ['s0'], statementsNew: ['s0'] };
    const write = { ...firstVersion(second, 's'), version: 2, addedAt: at(2), changes };
    const stories = [{ id: 's', story: madeStory('s', [second]), title: 'T', mergedInto: null }];
    await store.commit({ ...nothing, after: 1, at: at(2), articles: [write], stories });

    assert.deepEqual(await store.versions('a'), [
      { articleId: 'a', version: 1, addedAt: at(1), reading: first, changes: null },
      { articleId: 'a', version: 2, addedAt: at(2), reading: second, changes },
    ]);
    assert.deepEqual(await store.readings(['a']), [second]);
    const entry = await store.article('a');
    assert.deepEqual(
      [entry?.version, entry?.addedAt, entry?.changedAt, entry?.outlet],
      [2, at(1), at(2), 'Other'],
    );
    assert.deepEqual(await ids(store.statements({ words: 'open' }, { limit: 10 })), []);
    assert.deepEqual(await ids(store.statements({ words: 'shut', from: '2026-02-02' }, { limit: 10 })), [
      'a s0',
    ]);
    assert.deepEqual((await store.articles({ words: 'open' }, { limit: 10 })).items, []);
    assert.deepEqual(await all(store.recentArticles(5)), [{ article: second.article, storyId: 's' }]);
    assert.deepEqual(await store.counts(), { articles: 1, stories: 1, claims: 0, statements: 1 });
    assert.equal((await store.storyEntry('s'))?.revision, 2);
  });

  withStore('an article is known again by its address, then by its content', async store => {
    const [a, b] = [madeReading('a', { url: 'https://one.example/a' }), madeReading('b')];
    await addStory(store, madeStory('s', [a, b]));
    const found = async (canonicalUrl: string | null, contentKey: string) =>
      (await store.findArticle({ canonicalUrl, contentKey }))?.id ?? null;
    assert.equal(await found('https://one.example/a', 'content of b'), 'a');
    assert.equal(await found('https://two.example/', 'content of b'), 'b');
    assert.equal(await found(null, 'content of a'), 'a');
    assert.equal(await found(null, 'else'), null);
    assert.deepEqual(await store.findArticle({ canonicalUrl: null, contentKey: 'content of b' }), {
      ...(await store.article('b')),
      canonicalUrl: null,
      contentKey: 'content of b',
    });
  });

  withStore(
    'a corrected reading is what the story and searches show, until there is a new version',
    async store => {
      const sayings = [{ speaker: 'an official', words: 'nothing is decided' }];
      const plain = madeReading('a', { sayings });
      const [statement] = plain.statements;
      const source = { ...statement!.source!, name: 'Ada Quill', kind: 'person' as const };
      const corrected: Reading = { ...plain, statements: [{ ...statement!, source }] };
      await addStory(store, madeStory('s', [plain]));
      const stories = [{ id: 's', story: madeStory('s', [corrected]), title: 'T', mergedInto: null }];
      await store.commit({ ...nothing, after: 1, at: at(1), corrected: [corrected], stories });

      assert.deepEqual((await store.story('s'))?.story.accounts, [corrected]);
      assert.deepEqual(await store.readings(['a']), [plain]);
      assert.deepEqual((await store.versions('a'))[0]?.reading, plain);
      assert.deepEqual(await ids(store.statements({ sourceKey: 'person:ada-quill' }, { limit: 5 })), [
        'a s0',
      ]);
      assert.equal((await store.source('person:ada-quill'))?.statements, 1);

      await store.commit({
        ...nothing,
        after: 2,
        at: at(2),
        articles: [{ ...firstVersion(plain, 's'), version: 2 }],
      });
      assert.deepEqual((await store.story('s'))?.story.accounts, [plain]);
      assert.equal(await store.source('person:ada-quill'), null);
    },
  );

  withStore('a story that is merged into another gives up its articles and keeps its name', async store => {
    const [a, b] = [
      madeReading('a', { sayings: [{ speaker: 'Ben Marsh', named: true, words: 'yes' }] }),
      madeReading('b', { sayings: [{ speaker: 'Ben Marsh', named: true, words: 'no' }] }),
    ];
    await addStory(store, madeStory('s', [a], [madeClaim('c', [a])]));
    await addStory(store, madeStory('t', [b], [madeClaim('d', [b])]));
    assert.equal((await store.source('person:ben-marsh'))?.stories, 2);
    const merged = madeStory('s', [a, b], [madeClaim('c', [a]), madeClaim('d', [b])]);
    await store.commit({
      ...nothing,
      after: 2,
      at: at(1),
      moves: [{ articleId: 'b', storyId: 's' }],
      stories: [
        { id: 's', story: merged, title: 'S', mergedInto: null },
        { id: 't', story: null, title: 'T', mergedInto: 's' },
      ],
    });
    assert.deepEqual((await store.story('s'))?.story, merged);
    assert.equal(await store.story('t'), null);
    assert.equal((await store.storyEntry('t'))?.mergedInto, 's');
    assert.deepEqual(
      (await store.stories('updated', { limit: 5 })).items.map(({ id }) => id),
      ['s'],
    );
    assert.equal((await store.article('b'))?.storyId, 's');
    assert.equal((await store.claim('d'))?.entry.storyId, 's');
    assert.deepEqual(await ids(store.statements({ storyId: 's' }, { limit: 5 })), ['b s0', 'a s0']);
    assert.deepEqual(await ids(store.statements({ storyId: 't' }, { limit: 5 })), []);
    assert.equal((await store.source('person:ben-marsh'))?.stories, 1);
  });

  withStore('a claim keeps its history, also when nobody tells it any more', async store => {
    const accounts = [madeReading('a')];
    const write = (claims: Parameters<typeof madeStory>[2], minute: number, changes: Commit['changes']) => ({
      ...nothing,
      after: minute - 1,
      at: at(minute),
      changes,
      stories: [{ id: 's', story: madeStory('s', accounts, claims), title: 'S', mergedInto: null }],
    });
    const standing = (before: 'disputed' | 'one-unnamed-source' | null, after: 'disputed' | null) => ({
      storyId: 's',
      articleId: 'a',
      event: { kind: 'standing', claimId: 'c', before, after, wording: 'w', origins: 1 } as const,
    });
    await addStory(
      store,
      madeStory('s', accounts, [madeClaim('c', accounts), madeClaim('d', accounts)]),
      at(1),
    );
    assert.equal((await store.storyEntry('s'))?.movedAt, null);

    const disputed = [madeClaim('c', accounts, 'disputed'), madeClaim('d', accounts)];
    await store.commit(write(disputed, 2, [standing('one-unnamed-source', 'disputed')]));
    assert.equal((await store.storyEntry('s'))?.movedAt, at(2));
    assert.equal((await store.claim('c'))?.entry.since, at(2));
    assert.equal((await store.claim('d'))?.entry.since, at(1));
    assert.deepEqual(
      (await store.claims({ standing: 'disputed' }, { limit: 5 })).items.map(({ id }) => id),
      ['c'],
    );

    await store.commit(write([disputed[1]!], 3, [standing('disputed', null)]));
    assert.equal((await store.storyEntry('s'))?.movedAt, at(2));
    assert.deepEqual(
      (await store.claims({ storyId: 's' }, { limit: 5 })).items.map(({ id }) => id),
      ['d'],
    );
    const retired = await store.claim('c');
    assert.deepEqual(retired?.claim, disputed[0]);
    assert.deepEqual(
      retired?.history.map(({ seq }) => seq),
      [2, 3],
    );

    await store.commit(write(disputed, 4, [standing(null, 'disputed')]));
    assert.equal((await store.claim('c'))?.entry.since, at(4));
    assert.equal((await store.counts()).claims, 2);
  });

  withStore('stories are listed in three orders, page by page', async store => {
    for (let index = 0; index < 7; index++) {
      const published = index === 3 ? null : `2026-01-0${1 + ((index * 3) % 7)}`;
      await addStory(store, madeStory(`s${index}`, [madeReading(`a${index}`, { published })]), at(index));
    }
    const moved = {
      kind: 'standing',
      claimId: 'c',
      before: 'disputed',
      after: 'corroborated',
      wording: '',
      origins: 2,
    } as const;
    for (const storyId of ['s5', 's2'])
      await store.commit({
        ...nothing,
        after: await store.head(),
        at: at(20 + Number(storyId[1])),
        changes: [{ storyId, articleId: null, event: moved }],
      });
    const order = async (by: Parameters<Store['stories']>[0]) =>
      (await walk(page => store.stories(by, page), 3)).map(({ id }) => id).join(' ');
    assert.equal(await order('moved'), 's5 s2 s6 s4 s3 s1 s0');
    assert.equal(await order('updated'), 's6 s5 s4 s3 s2 s1 s0');
    assert.equal(await order('published'), 's2 s4 s6 s1 s5 s0 s3');
  });

  withStore('claims are listed page by page', async store => {
    const accounts = [madeReading('a')];
    const claims = Array.from({ length: 5 }, (_, index) => madeClaim(`c${(index * 3) % 5}`, accounts));
    await addStory(store, madeStory('s', accounts, claims), at(1));
    const other = [madeReading('b')];
    await addStory(store, madeStory('t', other, [madeClaim('z', other)]), at(2));
    const order = async (query: Parameters<Store['claims']>[0]) =>
      (await walk(page => store.claims(query, page), 2)).map(({ id }) => id).join(' ');
    assert.equal(await order({ storyId: 's' }), 'c0 c3 c1 c4 c2');
    assert.equal(await order({}), 'z c0 c3 c1 c4 c2');
    assert.equal(await order({ standing: 'one-unnamed-source' }), 'z c0 c3 c1 c4 c2');
  });

  withStore('statements are found by stems, phrases, beginnings, and without accents', async store => {
    const sayings = [
      { words: 'The ministers were negotiating a cease-fire in Zürich' },
      { words: 'A minister ceased to fire at critics' },
      { words: 'The U.N. and “its” café' },
    ];
    await addStory(store, madeStory('s', [madeReading('a', { sayings, title: 'Talks by the lake' })]));
    const found = async (words: string) => (await ids(store.statements({ words }, { limit: 10 }))).join(' ');
    assert.equal(await found('minister'), 'a s0 a s1');
    assert.equal(await found('MINISTER negotiates'), 'a s0');
    assert.equal(await found('"cease fire"'), 'a s0');
    assert.equal(await found('“fire cease”'), '');
    assert.equal(await found('cease-fire'), 'a s0');
    assert.equal(await found('nego*'), 'a s0');
    assert.equal(await found('nego'), '');
    assert.equal(await found('zurich'), 'a s0');
    assert.equal(await found('cafe U.N.'), 'a s2');
    assert.equal(await found('the café'), 'a s2');
    assert.equal(await found('lakes minister'), 'a s0 a s1');
    assert.equal(await found('"Zürich Talks"'), '');
    assert.equal(await found('absent minister'), '');
  });

  withStore('no search is an error', async store => {
    await addStory(
      store,
      madeStory('s', [madeReading('a', { sayings: [{ speaker: 'x', words: 'it’s *so* “odd”' }] })]),
    );
    const odd = [
      '"',
      '""',
      '*',
      'AND',
      'NOT a',
      'a OR',
      'NEAR(',
      '(a',
      'a:b',
      '-',
      '^',
      '\0',
      '\uD800',
      'words:x',
      "'",
      '\\',
      ':*',
      '!',
    ];
    for (const words of [...odd, 'a '.repeat(5000), 'x'.repeat(9000)]) {
      assert.ok(Array.isArray((await store.statements({ words, speaker: words }, { limit: 5 })).items));
      assert.ok(Array.isArray((await store.articles({ words }, { limit: 5 })).items));
      assert.ok(Array.isArray((await store.sources({ words }, { limit: 5 })).items));
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async words => {
        assert.ok(
          Array.isArray((await store.statements({ words, speaker: words, from: words }, { limit: 5 })).items),
        );
      }),
      { numRuns: 60 },
    );
    assert.deepEqual(await ids(store.statements({ words: '  ' }, { limit: 5 })), ['a s0']);
    assert.deepEqual(await ids(store.statements({ words: '?!' }, { limit: 5 })), []);
    await assert.rejects(store.statements({}, { limit: 5, after: 'nonsense' }), CursorProblem);
  });

  withStore('a statement is listed with who said it, where and in what', async store => {
    const sayings = [
      { speaker: 'Dr Ida Frost', named: true, kind: 'spokesperson', stance: 'denies', words: 'it was late' },
    ] as const;
    await addStory(store, madeStory('s', [madeReading('a', { sayings })]));
    assert.deepEqual((await store.statements({ speaker: 'frost' }, { limit: 5 })).items, [
      {
        articleId: 'a',
        statementId: 's0',
        storyId: 's',
        outlet: 'The Test Courier',
        articleTitle: 'Title of a',
        published: '2026-01-01',
        speaker: 'Dr Ida Frost',
        sourceKey: 'person:dr-ida-frost',
        sourceKind: 'spokesperson',
        stance: 'denies',
        words: 'it was late',
        start: 0,
        end: 29,
      },
    ]);
  });

  withStore(
    'a search gives what all its conditions together allow, newest first, in pages of any size',
    async store => {
      const articles = await addArticlesOfAllKinds(store);
      await fc.assert(
        fc.asyncProperty(statementQueries, fc.integer({ min: 1, max: 9 }), async (query, limit) => {
          const found = await walk(page => store.statements(query, page), limit);
          assert.deepEqual(
            found.map(item => `${item.articleId} ${item.statementId}`),
            expectedStatements(articles, query),
          );
        }),
        { numRuns: 80 },
      );
    },
  );

  withStore('articles are found by title and text, with the words around', async store => {
    const long = `${'Rain fell on the town. '.repeat(20)}The harbour master resigned. ${'Rain fell. '.repeat(20)}`;
    const readings = [
      madeReading('a', { sayings: [{ words: long }], published: '2026-01-03' }),
      madeReading('b', { title: 'Masters of the harbour', outlet: 'Other', published: '2026-01-02' }),
      madeReading('c', { published: null }),
    ];
    await addStory(store, madeStory('s', readings));
    const found = async (query: Parameters<Store['articles']>[0]) =>
      (await walk(page => store.articles(query, page), 1)).map(({ id }) => id).join(' ');
    assert.equal(await found({}), 'a b c');
    assert.equal(await found({ words: 'harbour master' }), 'a b');
    assert.equal(await found({ words: 'harbour', outlet: 'Other', storyId: 's' }), 'b');
    assert.equal(await found({ from: '2026-01-02', to: '2026-01-02' }), 'b');
    assert.equal(await found({ to: '2026-01-09' }), 'a b');
    const [hit] = (await store.articles({ words: 'resigns' }, { limit: 1 })).items;
    assert.match(hit!.excerpt, /^… .*The harbour master resigned\. .* …$/);
    assert.equal((await store.articles({}, { limit: 1 })).items[0]?.excerpt, '');
  });

  withStore('sources and outlets are counted and listed by how much they say', async store => {
    const said = (speaker: string, kind: 'person' | 'organisation' = 'person') => ({
      speaker,
      named: true,
      kind,
      words: 'so',
    });
    const first = madeReading('a', {
      sayings: [said('Élan Vital'), said('Élan Vital'), said('Mercury', 'organisation')],
    });
    const second = madeReading('b', {
      outlet: 'Other',
      published: '2026-03-01',
      sayings: [said('Elan Vital'), said('Mercury'), { speaker: 'two officials', words: 'no' }],
    });
    await addStory(store, madeStory('s', [first]));
    await addStory(store, madeStory('t', [second]));
    const sources = await walk(page => store.sources({}, page), 1);
    assert.deepEqual(sources, [
      {
        key: 'person:elan-vital',
        name: 'Élan Vital',
        kind: 'person',
        statements: 3,
        articles: 2,
        stories: 2,
      },
      { key: 'person:mercury', name: 'Mercury', kind: 'person', statements: 1, articles: 1, stories: 1 },
      { key: 'body:mercury', name: 'Mercury', kind: 'organisation', statements: 1, articles: 1, stories: 1 },
    ]);
    const named = async (words: string) =>
      (await store.sources({ words }, { limit: 5 })).items.map(({ key }) => key);
    assert.deepEqual(await named('vit elan'), ['person:elan-vital']);
    assert.deepEqual(await named('lan'), []);
    assert.deepEqual(await walk(page => store.outlets(page), 1), [
      { outlet: 'The Test Courier', articles: 1, stories: 1, lastPublished: '2026-01-01' },
      { outlet: 'Other', articles: 1, stories: 1, lastPublished: '2026-03-01' },
    ]);
  });

  withStore('corrections are kept and found by what they speak of', async store => {
    const place = (articleId: string) => ({ articleId, start: 0, end: 4, words: 'said' });
    const record = (
      id: string,
      minute: number,
      correction: CorrectionRecord['correction'],
    ): CorrectionRecord => ({
      id,
      correction,
      by: 'editor',
      note: null,
      at: at(minute),
      withdrawnAt: null,
    });
    const corrections = [
      record('r1', 3, { kind: 'speaker', articleId: 'a', statement: place('a'), speaker: null }),
      record('r2', 1, { kind: 'same-claim', places: [place('a'), place('b')] }),
      record('r3', 2, { kind: 'same-story', storyId: 's', intoStoryId: 't' }),
      record('r4', 2, { kind: 'not-this-story', articleId: 'c', storyId: 't', toStoryId: null }),
    ];
    await store.commit({ ...nothing, after: 0, at: at(0), corrections });
    const found = async (query: Parameters<Store['corrections']>[0]) =>
      (await store.corrections(query)).map(({ id }) => id).join(' ');
    assert.equal(await found({}), 'r2 r3 r4 r1');
    assert.equal(await found({ articleIds: ['a'] }), 'r2 r1');
    assert.equal(await found({ articleIds: ['b', 'c'], storyIds: ['s'] }), 'r2 r3 r4');
    assert.equal(await found({ kind: 'speaker', articleIds: ['b'] }), '');
    assert.equal(await found({ articleIds: [] }), '');
    assert.deepEqual(await store.correction('r4'), corrections[3]);

    const withdrawn = { ...corrections[1]!, withdrawnAt: at(9) };
    await store.commit({ ...nothing, after: 1, at: at(9), corrections: [withdrawn] });
    assert.equal(await found({ articleIds: ['a'] }), 'r1');
    assert.equal(await found({ articleIds: ['a'], withdrawn: true }), 'r2 r1');
    assert.deepEqual(await store.correction('r2'), withdrawn);
  });

  withStore('feeds, their items, tokens and marks are kept', async store => {
    const feed: Feed = {
      url: 'https://feed.example/rss',
      title: null,
      etag: null,
      lastModified: null,
      checkedAt: null,
      succeededAt: null,
      nextAt: null,
      failures: 0,
      problem: null,
      items: 0,
      articles: 0,
    };
    await store.saveFeed(feed);
    await store.saveFeed({ ...feed, failures: 2, problem: 'no answer' });
    assert.deepEqual(await store.feed(feed.url), { ...feed, failures: 2, problem: 'no answer' });
    assert.equal((await store.feeds()).length, 1);

    const item = (key: string, minute: number, problem: string | null): FeedItem => ({
      feedUrl: feed.url,
      key,
      url: null,
      seenAt: at(minute),
      articleId: null,
      problem,
      attempts: 1,
    });
    for (const each of [item('1', 1, 'x'), item('2', 2, null), item('3', 3, 'y')])
      await store.saveFeedItem(each);
    await store.saveFeedItem({ ...item('1', 1, 'x'), attempts: 2 });
    assert.equal((await store.feedItem(feed.url, '1'))?.attempts, 2);
    assert.equal(await store.feedItem(feed.url, '9'), null);
    assert.deepEqual(
      (await store.failedItems(null, 5)).map(({ key }) => key),
      ['3', '1'],
    );
    assert.deepEqual(
      (await store.failedItems(feed.url, 1)).map(({ key }) => key),
      ['3'],
    );
    assert.equal(await store.removeFeed(feed.url), true);
    assert.equal(await store.removeFeed(feed.url), false);
    assert.deepEqual(await store.failedItems(null, 5), []);

    const token = {
      id: 't',
      name: 'desk',
      role: 'write',
      hash: 'ff',
      createdAt: at(0),
      revokedAt: null,
    } as const;
    await store.saveToken(token);
    await store.saveToken({ ...token, revokedAt: at(1) });
    assert.deepEqual(await store.tokens(), [{ ...token, revokedAt: at(1) }]);

    assert.equal(await store.mark('alerts'), 0);
    await store.setMark('alerts', 7);
    await store.setMark('alerts', 9);
    assert.equal(await store.mark('alerts'), 9);
  });

  withStore('the newest articles are streamed, oldest first, while others use the store', async store => {
    const readings = Array.from({ length: 130 }, (_, index) => madeReading(`a${index}`));
    await addStory(store, madeStory('s', readings));
    const names: string[] = [];
    for await (const { article, storyId } of store.recentArticles(120)) {
      if (names.length === 50) await store.setMark('reader', 1);
      names.push(`${storyId} ${article.id}`);
    }
    assert.deepEqual(
      names,
      readings.slice(10).map(({ article }) => `s ${article.id}`),
    );
    assert.equal((await all(store.recentArticles(500))).length, 130);
    assert.deepEqual(await all(store.recentArticles(0)), []);
  });

  withStore('after any changes all that is kept fits together', async store => {
    const kept: Kept = new Map();
    await fc.assert(
      fc.asyncProperty(fc.array(storeChanges, { minLength: 1, maxLength: 6 }), async changes => {
        await store.commit(commitOf(await store.head(), kept, changes));
        assert.deepEqual(await store.check(), []);
        assert.deepEqual(await sourceCounts(store), countedSources(kept));
      }),
      { numRuns: 40 },
    );
  });

  withStore('strange text comes back as it went in', async store => {
    let count = 0;
    const strange = fc.string({ unit: 'binary', maxLength: 12 }).map(text => `${text}\0\uD800\uFFFF`);
    const lone = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 8 })
      .map(units => String.fromCharCode(...units));
    const text = fc.oneof(strange, lone);
    await fc.assert(
      fc.asyncProperty(text, text, text, fc.option(text), async (words, speaker, outlet, title) => {
        const id = `${words}${++count}`;
        const reading = madeReading(id, {
          outlet,
          title,
          url: id,
          byline: speaker,
          sayings: [{ speaker, named: true, words }],
        });
        const story = madeStory(id, [reading], [madeClaim(id, [reading])]);
        await addStory(store, story);
        assert.deepEqual((await store.story(id))?.story, story);
        assert.deepEqual(await store.readings([id]), [reading]);
        const entry = await store.article(id);
        assert.deepEqual(
          [entry?.outlet, entry?.title, entry?.url, entry?.byline],
          [outlet, title, id, speaker],
        );
        const [found] = (await store.statements({ articleId: id, outlet }, { limit: 1 })).items;
        assert.deepEqual([found?.words, found?.speaker, found?.articleTitle], [words, speaker, title]);
        assert.equal((await store.claim(id))?.entry.wording, reading.article.text.slice(0, 5));
        const source = await store.source(found!.sourceKey!);
        assert.ok(source!.statements >= 1);
      }),
      { numRuns: 60 },
    );
  });
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const ids = async (
  page: Promise<Page<{ readonly articleId: string; readonly statementId: string }>>,
): Promise<string[]> => (await page).items.map(({ articleId, statementId }) => `${articleId} ${statementId}`);

/** All items of a list, page by page. */
async function walk<Item>(list: (page: PageWish) => Promise<Page<Item>>, limit: number): Promise<Item[]> {
  const items: Item[] = [];
  for (let after: string | null = null, pages = 0; pages < 1000; pages++) {
    const page: Page<Item> = await list({ limit, after });
    assert.ok(page.items.length <= limit);
    items.push(...page.items);
    after = page.next;
    if (after === null) return items;
  }
  throw new Error('the list has no end');
}

const stanceChoices = ['asserts', 'denies', 'asks'] as const;
const kindChoices = ['person', 'organisation', 'anonymous'] as const;
const outletChoices = ['North', 'South'] as const;
const dateChoices = [
  null,
  '2026-01-01',
  '2026-01-02',
  '2026-01-02T10:00:00Z',
  '2026-01-03T01:00+02:00',
  '2026-01-05',
] as const;
const wordChoices = ['river', 'storm', 'bank', 'vote'] as const;
const speakerChoices = ['Ann Lee', 'Bob Ray'] as const;

async function addArticlesOfAllKinds(store: Store): Promise<Reading[]> {
  const readings = Array.from({ length: 24 }, (_, index) =>
    madeReading(`a${index}`, {
      outlet: outletChoices[index % 2]!,
      title: null,
      published: dateChoices[index % dateChoices.length]!,
      sayings: Array.from({ length: 1 + (index % 4) }, (_, at) => ({
        speaker: speakerChoices[(index + at) % 2]!,
        named: (index + at) % 3 > 0,
        kind: kindChoices[(index * 2 + at) % 3]!,
        stance: stanceChoices[(index + 2 * at) % 3]!,
        words: `${wordChoices[index % 4]} ${wordChoices[(index + at) % 4]} ${wordChoices[(index >> 2) % 4]}`,
      })),
    }),
  );
  await addStory(store, madeStory('s', readings.slice(0, 12)));
  await addStory(store, madeStory('t', readings.slice(12)));
  return readings;
}

const statementQueries: fc.Arbitrary<StatementQuery> = fc.record(
  {
    words: fc
      .array(fc.constantFrom(...wordChoices, 'riv*', '"river storm"'), { maxLength: 2 })
      .map(words => words.join(' ')),
    speaker: fc.constantFrom('ann', 'Bob Ray', 'lee ann', 'nobody'),
    sourceKey: fc.constantFrom('person:ann-lee', 'body:bob-ray'),
    sourceKind: fc.constantFrom(...kindChoices),
    stance: fc.constantFrom(...stanceChoices),
    outlet: fc.constantFrom(...outletChoices, 'West'),
    storyId: fc.constantFrom('s', 't'),
    articleId: fc.constantFrom('a3', 'a14'),
    from: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-04'),
    to: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-05'),
  },
  { requiredKeys: [] },
);

/** The same by looking at every statement. */
function expectedStatements(readings: readonly Reading[], query: StatementQuery): string[] {
  const instant = (time: string | null) =>
    time === null ? Number.NEGATIVE_INFINITY : Date.parse(time.replace('T01:00+', 'T01:00:00+'));
  const newestFirst = readings
    .map((reading, index) => ({ reading, index, time: instant(reading.article.published) }))
    .sort((a, b) => b.time - a.time || b.index - a.index);
  return newestFirst.flatMap(({ reading: { article, statements }, index, time }) =>
    statements
      .filter(({ source, stance, content }) => {
        const words = article.text.slice(content[0]!.start, content[0]!.end);
        const person = source!.kind === 'person';
        const key =
          source!.name && `${person ? 'person' : 'body'}:${source!.name.toLowerCase().replace(' ', '-')}`;
        const speakers = source!.text.toLowerCase().split(' ');
        return (
          (query.words ?? '')
            .split(/ (?=(?:[^"]*"[^"]*")*[^"]*$)/)
            .every(part => words.includes(part.replace(/["*]/g, ''))) &&
          (query.speaker ?? '')
            .toLowerCase()
            .split(' ')
            .filter(Boolean)
            .every(word => speakers.includes(word)) &&
          (query.sourceKey === undefined || query.sourceKey === key) &&
          (query.sourceKind === undefined || query.sourceKind === source!.kind) &&
          (query.stance === undefined || query.stance === stance) &&
          (query.outlet === undefined || query.outlet === article.outlet) &&
          (query.storyId === undefined || query.storyId === (index < 12 ? 's' : 't')) &&
          (query.articleId === undefined || query.articleId === article.id) &&
          (query.from === undefined || time >= instant(query.from)) &&
          (query.to === undefined || (article.published !== null && time < instant(query.to) + 86_400_000))
        );
      })
      .map(({ id }) => `${article.id} ${id}`),
  );
}

type Kept = Map<string, { reading: Reading; storyId: string; version: number }>;
type StoreChange = {
  readonly kind: 'version' | 'move' | 'correct';
  readonly articleId: string;
  readonly storyId: string;
  readonly speakers: readonly string[];
};

const storeChanges: fc.Arbitrary<StoreChange> = fc.record({
  kind: fc.constantFrom('version', 'version', 'move', 'correct'),
  articleId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  storyId: fc.constantFrom('s', 't', 'u'),
  speakers: fc.array(fc.constantFrom('Ann Lee', 'Bob Ray', 'Cy Fox'), { maxLength: 4 }),
});

/** A commit of these changes, of which one for each article counts, and of all stories; `kept` becomes what is there after it. */
function commitOf(after: number, kept: Kept, wanted: readonly StoreChange[]): Commit {
  const changes = [...new Map(wanted.map(change => [change.articleId, change])).values()];
  const articles: Commit['articles'][number][] = [];
  const moves: Commit['moves'][number][] = [];
  const corrected: Reading[] = [];
  for (const { kind, articleId, storyId, speakers } of changes) {
    const before = kept.get(articleId);
    const published = before?.reading.article.published ?? `2026-01-0${1 + speakers.length}`;
    const sayings = speakers.map(speaker => ({ speaker, named: true, words: 'this and that' }));
    const reading = madeReading(articleId, { published, sayings });
    if (!before || kind === 'version') {
      const version = (before?.version ?? 0) + 1;
      articles.push({ ...firstVersion(reading, storyId), version });
      kept.set(articleId, { reading, storyId, version });
    } else if (kind === 'move') {
      moves.push({ articleId, storyId });
      kept.set(articleId, { ...before, storyId });
    } else {
      const statements = before.reading.statements.slice(1);
      corrected.push({ ...before.reading, statements });
      kept.set(articleId, { ...before, reading: { ...before.reading, statements } });
    }
  }
  const stories = ['s', 't', 'u'].map(id => {
    const accounts = [...kept.values()].filter(({ storyId }) => storyId === id).map(({ reading }) => reading);
    const claims = accounts.map(account => madeClaim(`claim of ${account.article.id}`, [account]));
    return {
      id,
      story: accounts.length ? madeStory(id, accounts, claims) : null,
      title: id,
      mergedInto: null,
    };
  });
  return { ...nothing, after, at: at(after), articles, moves, corrected, stories };
}

const sourceCounts = async (store: Store): Promise<string[]> =>
  (await store.sources({}, { limit: 10 })).items
    .map(({ name, statements, articles, stories }) => `${name} ${statements} ${articles} ${stories}`)
    .sort();

/** The same by looking at every reading. */
function countedSources(kept: Kept): string[] {
  const said = [...kept.values()].flatMap(({ reading, storyId }) =>
    reading.statements.map(({ source }) => ({ name: source!.name, storyId, articleId: reading.article.id })),
  );
  return [...Map.groupBy(said, ({ name }) => name)]
    .map(([name, each]) => {
      const [articles, stories] = [
        each.map(({ articleId }) => articleId),
        each.map(({ storyId }) => storyId),
      ];
      return `${name} ${each.length} ${new Set(articles).size} ${new Set(stories).size}`;
    })
    .sort();
}

import {
  type Aligner,
  type AlignOptions,
  type Clusterer,
  type Clustering,
  createAligner,
  createClusterer,
  type FollowedStory,
  followStory,
} from './align/index.ts';
import { type Auditor, createAuditor } from './audit/index.ts';
import type { Article, AuditConfig, Doc, Finding, Reading, RuleDescription, Story } from './domain/index.ts';
import {
  type CorrectedReading,
  createCorrector,
  createExtractor,
  type Extractor,
  type SpeakerCorrection,
} from './extract/index.ts';
import { createParser } from './parse/index.ts';
import { readArticle, readArticleRecord } from './read/index.ts';

/** What an audit may know besides the article. */
export type AuditBeside = {
  /** Other accounts of its story, for the rules on what it owes to them. */
  readonly against?: readonly Reading[];
  /** The file that it was read from: lines, columns and comments are then the file's. */
  readonly source?: string | null;
};

/** The stages, joined: each takes what the one before gives. Every function is pure. */
export type Pipeline = {
  /** From the bytes of a file: plain text, Markdown or HTML, told apart by content. */
  readonly read: typeof readArticle;
  /** From one parsed line of JSON lines: `{ id, text, title?, outlet?, url?, published? }`, or an `Article`. */
  readonly readRecord: typeof readArticleRecord;
  readonly parse: (article: Article) => Doc;
  readonly extract: Extractor;
  /** Gives statements the speakers that people have set right; each that was found is `applied`. */
  readonly correct: (reading: Reading, speakers: readonly SpeakerCorrection[]) => CorrectedReading;
  /** From the accounts of one story. Articles of readings that this pipeline did not make are parsed again, once. */
  readonly align: (readings: readonly Reading[], options?: AlignOptions) => Story;
  /**
   * Has a story that was aligned anew go on, with ids kept, as the one that was kept; null for a story that is new. `taken` are
   * ids under which claims that were this story's have gone on in another.
   */
  readonly follow: (before: Story | null, after: Story, taken?: Iterable<string>) => FollowedStory;
  /** What the rules on sourcing find in an article, in order of place. */
  readonly audit: (reading: Reading, config?: AuditConfig, beside?: AuditBeside) => Finding[];
  /** Every rule on sourcing, on or off. */
  readonly auditRules: () => readonly RuleDescription[];
  /** What is wrong with a configuration of them, in a clause; null where nothing is. */
  readonly auditProblem: (config: AuditConfig) => string | null;
  /** Begins to put articles together by the story that they tell. */
  readonly clustering: () => Clustering;
  /** Loads what it takes to read and align, for which else the first article waits. */
  readonly load: () => void;
  /** All of it, for the accounts of one story. */
  readonly story: (articles: readonly Article[]) => Story;
};

/**
 * Joins the stages. Vocabulary and models are loaded when a stage first runs, so that a caller who only reads does
 * not wait for the models of the parser.
 * @example
 * const { read, parse, extract } = createPipeline();
 * const result = read({ name: 'account.txt', bytes: readFileSync('account.txt') });
 * if (result.ok) extract(parse(result.article)).statements;
 */
export function createPipeline(): Pipeline {
  const parser = once(createParser);
  const extractor = once(createExtractor);
  const corrector = once(createCorrector);
  const aligner: () => Aligner = once(createAligner);
  const clusterer: () => Clusterer = once(createClusterer);
  const auditor: () => Auditor = once(createAuditor);
  const docs = new WeakMap<Reading, Doc>();

  const parse = (article: Article): Doc => parser()(article);
  const extract = (doc: Doc): Reading => {
    const reading = extractor()(doc);
    docs.set(reading, doc);
    return reading;
  };
  const withDoc = (reading: Reading) => {
    const doc = docs.get(reading) ?? parse(reading.article);
    docs.set(reading, doc);
    return { reading, doc };
  };
  const correct: Pipeline['correct'] = (given, speakers) => {
    const { reading, doc } = withDoc(given);
    const corrected = corrector()(doc, reading, speakers);
    docs.set(corrected.reading, doc);
    return corrected;
  };
  const align: Pipeline['align'] = (readings, options) => aligner()(readings.map(withDoc), options);
  const story = (articles: readonly Article[]): Story =>
    align(articles.map(article => extract(parse(article))));
  const audit: Pipeline['audit'] = (reading, config = {}, { against = [], source = null } = {}) => {
    const story = against.length > 0 ? align([reading, ...against]) : null;
    return auditor().audit({ ...withDoc(reading), story, source }, config);
  };

  return {
    read: readArticle,
    readRecord: readArticleRecord,
    parse,
    extract,
    correct,
    align,
    follow: followStory,
    audit,
    auditRules: () => auditor().rules,
    auditProblem: config => auditor().problemOf(config),
    clustering: () => clusterer()(),
    load() {
      parser();
      extractor();
      aligner();
    },
    story,
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

import {
  type CorrectedSpeaker,
  correctionMaker,
  type Doc,
  type Entity,
  findPlace,
  type QuotedPlace,
  type Reading,
  type Statement,
} from '../../domain/index.ts';
import { loadVocabulary, type Vocabulary } from '../vocabulary.ts';
import { type Words, wordsOf } from '../words/words.ts';
import { withMentions } from './entities.ts';
import { asKind, type Speaker, speakerAt } from './speaker.ts';
import { statementAt } from './statement-at.ts';
import { withStatement } from './via.ts';

/** Who says a statement, as a person has set it right. */
export type SpeakerCorrection = { readonly statement: QuotedPlace; readonly speaker: CorrectedSpeaker };

/** A reading with corrections, and for each of them whether its places were found. */
export type CorrectedReading = { readonly reading: Reading; readonly applied: readonly boolean[] };

/**
 * Gives statements of a reading the speakers that people have set right, in order; of two for one statement the last one
 * holds. Statements keep their ids, and those that are corrected are `madeBy` `correction/1`. Pure.
 */
export type Corrector = (
  doc: Doc,
  reading: Reading,
  corrections: readonly SpeakerCorrection[],
) => CorrectedReading;

/** Loads the vocabulary that reading a speaker's words needs, once. */
export function createCorrector(): Corrector {
  const vocabulary = loadVocabulary();
  return (doc, reading, corrections) => {
    const words = wordsOf(doc);
    const applied: boolean[] = [];
    let corrected = reading;
    for (const correction of corrections) {
      const next = withCorrection(words, vocabulary, corrected, correction);
      applied.push(next !== null);
      corrected = next ?? corrected;
    }
    return { reading: corrected, applied };
  };
}

/** Null where the article has no longer what the correction speaks of. */
function withCorrection(
  words: Words,
  vocabulary: Vocabulary,
  reading: Reading,
  { statement: quoted, speaker: given }: SpeakerCorrection,
): Reading | null {
  const { id, text } = reading.article;
  const place = quoted.articleId === id ? findPlace(text, quoted) : null;
  const statement = place && statementAt(reading.statements, place);
  if (!statement) return null;
  if (given === null) return withSpeaker(reading, statement, null);
  const span = given.place.articleId === id ? findPlace(text, given.place) : null;
  const speaker = span && speakerAt(words, vocabulary, reading, span, given.kind);
  return speaker && withSpeaker(reading, statement, speaker);
}

function withSpeaker(reading: Reading, statement: Statement, speaker: Speaker | null): Reading {
  const corrected = {
    ...statement,
    source: speaker?.source ?? null,
    madeBy: correctionMaker,
    confidence: 1,
  };
  const known = speaker?.entity ? withEntity(reading, speaker.entity) : reading;
  const statements = withStatement(known.statements, corrected);
  const entities = withMentions(known.entities, reading.statements, statements);
  return { ...reading, entities, statements: statements.sort((a, b) => startOf(a) - startOf(b)) };
}

/** The reading with the speaker's entity: a new one, or one of which all sources are of the kind that is now known. */
function withEntity(reading: Reading, entity: Entity): Reading {
  if (!reading.entities.some(({ id }) => id === entity.id))
    return { ...reading, entities: [...reading.entities, entity] };
  return {
    ...reading,
    entities: reading.entities.map(each => (each.id === entity.id ? entity : each)),
    statements: reading.statements.map(each => ({
      ...each,
      source: each.source?.entityId === entity.id ? asKind(each.source, entity.kind) : each.source,
      via: each.via.map(source => (source.entityId === entity.id ? asKind(source, entity.kind) : source)),
    })),
  };
}

const startOf = ({ source, cue, content }: Statement): number =>
  Math.min(...[...(source?.spans ?? []), ...cue, ...content].map(({ start }) => start));

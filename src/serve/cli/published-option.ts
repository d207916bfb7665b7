import { InvalidArgumentError, Option } from 'commander';

export const publishedOption = (): Option =>
  new Option(
    '-p, --published <date>',
    'when articles were published that do not say so themselves',
  ).argParser(isoDate);

/** Accepts what `Article.published` may be, so that a mistyped date is not carried into every reading. */
function isoDate(value: string): string {
  const pattern = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;
  const isRealDay = new Date(value.slice(0, 10)).toJSON()?.startsWith(value.slice(0, 10));
  if (pattern.test(value) && isRealDay) return value;
  throw new InvalidArgumentError('Write it as in 2024-11-15.');
}

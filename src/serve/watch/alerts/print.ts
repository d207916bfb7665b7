import { alertLine } from './alert.ts';
import type { AlertSink } from './alerter.ts';

/** Alerts as lines, for people or as JSON. `write` resolves when a line is written. */
export const printSink = (format: 'text' | 'jsonl', write: (line: string) => Promise<void>): AlertSink => ({
  name: format,
  async send(alert) {
    await write(format === 'text' ? `${alertLine(alert)}\n` : `${JSON.stringify(alert)}\n`);
    return { ok: true };
  },
});

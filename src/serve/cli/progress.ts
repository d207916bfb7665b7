/** How far the work has come, drawn on standard error where that is a terminal and the work takes long. */
export type Progress = {
  /** One more input done, that took so many bytes. */
  readonly step: (size: number) => void;
  /** Takes what is drawn off the screen, before something else is written there. */
  readonly clear: () => void;
};

type Bar = { readonly update: (position: number, shown: object) => void; readonly stop: () => void };

const patience = 1000;
const silent: Progress = { step: () => {}, clear: () => {} };

/**
 * A progress bar that appears after a second. `total` is in bytes, null where it is unknown.
 * It stays away where results are written to the same screen.
 */
export async function createProgress(total: number | null, writesAsItGoes: boolean): Promise<Progress> {
  if (!process.stderr.isTTY || process.env.TERM === 'dumb') return silent;
  if (writesAsItGoes && process.stdout.isTTY) return silent;
  const { default: cliProgress } = await import('cli-progress');
  const started = Date.now();
  let done = 0;
  let bytes = 0;
  let bar: Bar | null = null;
  const start = (): Bar => {
    const made = new cliProgress.SingleBar({
      format: total === null ? '{articles} articles' : '{bar} {percentage}% | {articles} articles',
      stream: process.stderr,
      clearOnComplete: true,
      gracefulExit: false,
    });
    made.start(total ?? 0, bytes, { articles: done });
    return made;
  };
  return {
    step(size) {
      done++;
      bytes += size;
      if (Date.now() - started < patience) return;
      bar ??= start();
      bar.update(Math.min(bytes, total ?? bytes), { articles: done });
    },
    clear() {
      bar?.stop();
      bar = null;
    },
  };
}

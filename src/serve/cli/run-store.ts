import { clean, counted } from '../../report/index.ts';
import { backupStore } from '../../store/index.ts';
import { write } from './output.ts';
import { openKeptStore, type StoreOption, usingStore } from './store-option.ts';
import { UsageError } from './usage-error.ts';

/** `hearsay store`: gives the exit code, which is 1 where a check finds something wrong. */
export async function runStore(
  action: 'backup' | 'check',
  file: string | undefined,
  options: StoreOption,
): Promise<number> {
  if (action === 'check') return check(file, options);
  if (file === undefined) throw new UsageError('no file for the backup; write: hearsay store backup FILE');
  await usingStore(() => backupStore(options.store, file));
  return 0;
}

async function check(file: string | undefined, options: StoreOption): Promise<number> {
  if (file !== undefined)
    throw new UsageError(`check takes no file; write: hearsay store check --store ${file}`);
  const store = await openKeptStore(options);
  try {
    const faults = await store.check();
    const { articles, stories, claims, statements } = await store.counts();
    const held = [
      counted(articles, 'article'),
      counted(stories, 'story', 'stories'),
      counted(claims, 'claim'),
      counted(statements, 'statement'),
    ].join(', ');
    for (const fault of faults) await write(`${clean(fault)}\n`);
    if (!faults.length) await write(`nothing wrong in ${held}\n`);
    return faults.length ? 1 : 0;
  } finally {
    await store.close();
  }
}

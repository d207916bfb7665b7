import { clean } from '../../report/index.ts';
import type { AccessToken, Role, Store } from '../../store/index.ts';
import { makeToken } from '../http/tokens.ts';
import { write } from './output.ts';
import { openKeptStore, openNamedStore, type StoreOption } from './store-option.ts';
import { UsageError } from './usage-error.ts';

export type TokenOptions = StoreOption & { readonly role: Role; readonly format: 'text' | 'jsonl' };
export type TokenAction = 'add' | 'list' | 'revoke';

/** `hearsay token`: gives the exit code. */
export async function runToken(
  action: TokenAction,
  name: string | undefined,
  options: TokenOptions,
): Promise<number> {
  if (action === 'list' && name !== undefined)
    throw new UsageError(`list takes no name; for a store write: hearsay token list --store ${name}`);
  const store = await (action === 'add' ? openNamedStore : openKeptStore)(options);
  try {
    switch (action) {
      case 'add':
        await add(store, nameIn(name), options);
        break;
      case 'list':
        for (const token of await store.tokens()) await write(lineOf(token, options.format));
        break;
      case 'revoke':
        await revoke(store, name);
    }
  } finally {
    await store.close();
  }
  return 0;
}

function nameIn(name: string | undefined): string {
  const trimmed = name?.trim() ?? '';
  if (trimmed === '' || trimmed.length > 200)
    throw new UsageError('no name for the token, or a very long one; write: hearsay token add NAME');
  return trimmed;
}

/** The secret alone is on standard output, so that it can be put into a file. */
async function add(store: Store, name: string, { role }: TokenOptions): Promise<void> {
  const { token, secret } = makeToken(name, role, new Date());
  await store.saveToken(token);
  await write(`${secret}\n`);
  console.error(`hearsay: token ${token.id}, role ${role}; its secret is shown this once`);
}

async function revoke(store: Store, id: string | undefined): Promise<void> {
  const token = (await store.tokens()).find(each => each.id === id);
  if (!token) throw new UsageError(`no token has the id ${id ?? '""'}; see: hearsay token list`);
  if (token.revokedAt === null) await store.saveToken({ ...token, revokedAt: new Date().toISOString() });
  console.error(clean(`hearsay: token ${token.id} (${token.name}) is good for nothing any more`));
}

/** What is kept of a token is no secret, but its hash is nobody's business either. */
function lineOf({ hash: _, ...token }: AccessToken, format: TokenOptions['format']): string {
  if (format === 'jsonl') return `${JSON.stringify(token)}\n`;
  const { id, name, role, createdAt, revokedAt } = token;
  const since = revokedAt === null ? `since ${createdAt}` : `revoked ${revokedAt}`;
  return `${clean(`${id}  ${role.padEnd(5)}  ${since}  ${name}`)}\n`;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createPipeline } from '../../../src/pipeline.ts';
import { createDesk } from '../../../src/serve/desk/create-desk.ts';
import { createApp, defaultSettings, makeToken, type ServeSettings } from '../../../src/serve/http/index.ts';
import type { Services } from '../../../src/serve/services.ts';
import { openStore, type Role } from '../../../src/store/index.ts';
import { bridgeAccount, ferryAccount } from '../accounts.ts';

const pipeline = createPipeline();

export type Ending = { readonly after: (end: () => unknown) => void };

/** Ends what a test has begun, the last first: a server before its store. */
export function lastFirst(context: Pick<TestContext, 'after'>): Ending {
  const ends: (() => unknown)[] = [];
  context.after(async () => {
    for (const end of ends.reverse()) await end();
  });
  return { after: end => void ends.push(end) };
}

/** A store of its own with a desk before it. Both are gone when the test ends. */
export async function openServices(context: Ending, clock = () => new Date()): Promise<Services> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-http-'));
  const store = await openStore(join(folder, 'test.db'));
  const desk = createDesk({ store, pipeline, clock, threads: 0 });
  context.after(async () => {
    await desk.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { store, desk, pipeline, clock };
}

export type App = ReturnType<typeof createApp>;

export const appFor = (services: Services, settings: Partial<ServeSettings> = {}): App =>
  createApp(services, { ...defaultSettings, ...settings });

/** Makes a token and gives its secret. */
export async function secretFor(
  { store, clock }: Services,
  role: Role,
  name: string = role,
): Promise<string> {
  const { token, secret } = makeToken(name, role, clock());
  await store.saveToken(token);
  return secret;
}

export const sent = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

export const bearer = (secret: string) => ({ Authorization: `Bearer ${secret}` });

export const bridge = {
  text: bridgeAccount,
  outlet: 'Norwick Echo',
  published: '2024-11-11',
  url: 'https://echo.example/bridge',
};
export const ferry = {
  text: ferryAccount,
  outlet: 'Harbour Post',
  published: '2024-11-12',
  url: 'https://post.example/ferry',
};
/** Another account of the same, in which it is denied. */
export const denial = {
  text: `Mayor’s office denies that bridge will close

The Fenner bridge will not close in March, a spokesman for the mayor, Ivo Lund, said on Wednesday. “That is wrong,” Lund said.

Lund denied that the city of Norwick will close the Fenner bridge in March.
`,
  outlet: 'Valley Radio',
  published: '2024-11-13',
  url: 'https://valley.example/denial',
};

#!/usr/bin/env node
// Nothing is imported before the check: an older Node would fail on a module with a message about syntax.
const neededNode = 24;

if (Number.parseInt(process.versions.node, 10) < neededNode) {
  console.error(
    `hearsay: needs Node ${neededNode} or newer, and this is Node ${process.versions.node}; ` +
      'install a newer one from nodejs.org',
  );
  process.exitCode = 2;
} else {
  if (import.meta.url.endsWith('.ts')) await keepStrippedTypes();
  const { run } = await import('./program.ts');
  process.exitCode = await run(process.argv.slice(2));
}

/** In a checkout, half of the time to start goes into stripping types: their result is kept for the next run. */
async function keepStrippedTypes(): Promise<void> {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(`${import.meta.dirname}/../../../node_modules/.cache/hearsay`);
}

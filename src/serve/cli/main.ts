#!/usr/bin/env node
// Nothing is imported before the check: an older Node would fail on a module with a message about syntax.
const neededNode = 24;

if (Number.parseInt(process.versions.node, 10) < neededNode) {
  console.error(
    `hearsay: needs Node ${neededNode} or newer, and this is Node ${process.versions.node}; ` +
      `install a newer one, or run: npx --package=node@${neededNode} --package=hearsay -- hearsay`,
  );
  process.exitCode = 2;
} else {
  const { run } = await import('./program.ts');
  process.exitCode = await run(process.argv.slice(2));
}

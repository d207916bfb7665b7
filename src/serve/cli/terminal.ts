import type { WriteStream } from 'node:tty';

type Output = Pick<WriteStream, 'isTTY' | 'columns'>;

/**
 * How text is to look there. Coloured on a terminal only; FORCE_COLOR overrides that, and NO_COLOR
 * (https://force-color.org, https://no-color.org). As wide as the terminal, 80 columns where there is none.
 */
export const textOptions = (output: Output) => ({
  width: output.isTTY && output.columns ? output.columns : 80,
  colour: hasColour(output, process.env),
});

function hasColour({ isTTY }: Output, env: NodeJS.ProcessEnv): boolean {
  if (env.FORCE_COLOR) return !['0', 'false'].includes(env.FORCE_COLOR);
  return Boolean(isTTY) && !env.NO_COLOR && env.TERM !== 'dumb';
}

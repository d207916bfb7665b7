import type { Pipeline } from '../../pipeline.ts';
import { type Complaints, createComplaints, faultProblem, type Place } from './complaints.ts';
import { readInputs, totalSize } from './inputs.ts';
import { createProgress, type Progress } from './progress.ts';
import { type Account, type AccountOptions, openInput, type Result } from './records.ts';

/** One run of a command over its inputs. */
export type Work = {
  readonly pipeline: Pipeline;
  readonly files: readonly string[];
  readonly options: AccountOptions;
  readonly complaints: Complaints;
  readonly progress: Progress;
};

/** `writesAsItGoes`: results are written while the work goes on, rather than at its end. */
export async function createWork(
  pipeline: Pipeline,
  files: readonly string[],
  options: AccountOptions,
  writesAsItGoes: boolean,
): Promise<Work> {
  const progress = await createProgress(totalSize(files), writesAsItGoes);
  return { pipeline, files, options, progress, complaints: createComplaints(progress.clear) };
}

/**
 * What `make` makes of each account, in the order of the inputs, one at a time. An input that cannot be used, or for
 * which `make` throws, is complained about and left out.
 */
export async function* eachMade<Made>(
  { pipeline, files, options, complaints, progress }: Work,
  make: (account: Account) => Made,
): AsyncGenerator<Place & { readonly made: Made }> {
  for await (const input of readInputs(files)) {
    const { name, line } = input;
    for (const opened of attemptAll(() => openInput(pipeline, input, options))) {
      const made = opened.ok ? attempt(() => make(opened.value)) : opened;
      if (made.ok) yield { name, line, made: made.value };
      else complaints.add(input, made.problem);
    }
    progress.step(input.size);
  }
  progress.clear();
}

/** The exit code of a run in which that many inputs failed. */
export const exitCode = (failed: number): number => (failed > 0 ? 1 : 0);

function attempt<Value>(work: () => Value): Result<Value> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return { ok: false, problem: faultProblem(error) };
  }
}

function attemptAll<Value>(work: () => Result<Value>[]): Result<Value>[] {
  const results = attempt(work);
  return results.ok ? results.value : [results];
}

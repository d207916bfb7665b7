/** The first interrupt ends in good order; the second, as nobody listens any more, at once. Gives back what ends that. */
export function whenInterrupted(end: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const forget = (): void => {
    for (const signal of signals) process.off(signal, interrupted);
  };
  const interrupted = (): void => {
    forget();
    end();
  };
  for (const signal of signals) process.once(signal, interrupted);
  return forget;
}

declare module 'cli-progress' {
  /** What is used of cli-progress 3, which brings no types. */
  class SingleBar {
    constructor(options: {
      readonly format: string;
      readonly stream: NodeJS.WriteStream;
      readonly clearOnComplete: boolean;
      readonly gracefulExit: boolean;
    });
    start(total: number, position: number, shown: object): void;
    update(position: number, shown: object): void;
    stop(): void;
  }
  const cliProgress: { readonly SingleBar: typeof SingleBar };
  export default cliProgress;
}

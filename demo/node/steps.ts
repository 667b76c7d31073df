/** A piece of work with a name that can be shown. */
export interface Step {
  name: string;
  run(): Promise<void>;
}

const barWidth = 24;

/** Runs the steps one after another, with a progress bar where somebody is watching and in silence elsewhere. */
export async function runSteps(steps: readonly Step[], terminal: NodeJS.WriteStream = process.stderr): Promise<void> {
  const show = (done: number, text: string) => {
    if (!terminal.isTTY) return;
    const filled = Math.round((done / steps.length) * barWidth);
    terminal.write(`\r\u001b[K${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${text}`);
  };
  for (const [index, step] of steps.entries()) {
    show(index, `${step.name} …`);
    await step.run().catch((failure: unknown) => {
      show(index, `${step.name}: failed\n`);
      throw failure;
    });
  }
  show(steps.length, 'Ready\n');
}

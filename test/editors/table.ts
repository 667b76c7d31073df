import { shapes } from './shapes.ts';

/** A row of the table: what content went through, and what came of each shape. */
export type Row = readonly [name: string, outcomes: readonly string[]];

/** What came through what, as the table in `cms/README.md`. */
export function tableOf(rows: readonly Row[]): string {
  const cells = (one: readonly string[]) => `| ${one.join(' | ')} |`;
  return [
    cells(['', ...shapes.map(({ name }) => name)]),
    cells(['---', ...shapes.map(() => '---')]),
    ...rows.map(([name, outcomes]) => cells([name, ...shapes.map((_, index) => outcomes[index]!)])),
  ].join('\n');
}

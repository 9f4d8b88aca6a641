import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileWell } from '../support/compiled.ts';
import { exampleInput } from '../support/example.ts';
import { isUpdating } from '../support/golden.ts';
import { root } from '../support/root.ts';
import { type Port, type Talk, talks } from '../support/traffic.ts';

const page = `${root}docs/security.md`;
const shown = /(?<=<!-- who talks to whom -->\n\n)[\s\S]*(?=<!-- end -->)/;

it('docs/security.md shows who talks to whom in the example, as it is tried', async () => {
  const { fleet } = await compileWell(exampleInput('production'));
  const table = asMarkdown(talks(fleet, [443]));
  const text = readFileSync(page, 'utf8');
  if (isUpdating())
    writeFileSync(
      page,
      text.replace(shown, () => table),
    );
  else expect(shown.exec(text)?.[0]).toBe(table);
});

function asMarkdown(table: readonly Talk[]): string {
  const rows = table.map(({ from, to, ports, why }) => [
    told(from),
    told(to),
    ports.map(({ protocol, port }: Port) => `${protocol} ${port}`).join(', '),
    why,
  ]);
  const all = [['from', 'to', 'ports', 'for'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const [head, ...body] = all.map((row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |\n`);
  return `${head}| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n${body.join('')}\n`;
}

function told(actors: readonly string[]): string {
  return actors.filter((actor) => actor !== 'second server').join(', ');
}

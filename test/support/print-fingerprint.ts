/** Prints a hash of all that the example compiles to; run as a process of its own under other locales and time zones. */
import { compile, Diagnostics } from '../../src/compiler/index.ts';
import { sha256 } from '../../src/ir/index.ts';
import { exampleInput } from './example.ts';

const diagnostics = new Diagnostics();
const outputs = [];
for (const environment of ['production', 'staging']) {
  outputs.push((await compile(exampleInput(environment), diagnostics)).output);
}
process.stdout.write(`${sha256(JSON.stringify(outputs))}\n`);

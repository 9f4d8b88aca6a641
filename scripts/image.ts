/**
 * `npm run image`: makes the root of the image of agent, router and witness in a folder, which `image/Dockerfile` puts
 * on its base. What is in it, and how to check it: docs/image.md.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeImageRoot } from './image/image-root.ts';
import { architectureOf } from './image/programs.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: '.cache/image/root' },
    arch: { type: 'string', default: process.arch },
    rclone: { type: 'string' },
  },
});
const architecture = architectureOf(values.arch);
if (architecture === undefined) {
  console.error(`image: --arch is x64 or arm64, not ${values.arch}`);
  process.exitCode = 1;
} else {
  const out = resolve(values.out);
  makeImageRoot({ out, architecture, ...(values.rclone !== undefined && { rclone: resolve(values.rclone) }) });
  console.log(out);
}

import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted, sizeName } from '../words.ts';

export const diskAboveCache: Check = {
  code: { code: 'STW1230', severity: 'error', title: 'More disk than the cache has' },
  run({ servers }, report) {
    for (const { server } of servers) {
      const disk = server?.capacity.disk;
      if (server === undefined || disk === undefined || disk <= server.cache.size) continue;
      report({
        message: `Server ${quoted(server.name)} counts with ${sizeName(disk)} of disk for artifacts, but its cache holds ${sizeName(server.cache.size)}`,
        origin: originAt(server.origin, '/spec/disk'),
        related: [{ origin: originAt(server.origin, '/spec/cache/size'), message: 'the cache' }],
        help: `Artifacts lie in the cache: make \`cache.size\` at least ${sizeName(disk)}, or \`disk\` smaller.`,
      });
    }
  },
};

import { originAt } from '../../ir/index.ts';
import { type Check, pinnedServer } from '../linked.ts';
import { listed, quoted } from '../words.ts';

export const tenantWithoutServer: Check = {
  code: { code: 'STW1227', severity: 'error', title: 'A tenant that no server is for' },
  run(linked, report) {
    const { models, servers, tenants, mayExist } = linked;
    if (!tenants || mayExist('Server') || servers.length === 0) return;
    const tenanted = new Set(servers.map(({ part }) => part.tenant));
    const served = [...tenanted].filter((tenant) => tenant !== undefined).sort();
    for (const model of models) {
      const { part } = model;
      const pinned = pinnedServer(model, linked);
      if (pinned ? pinned.part.tenant === part.tenant : tenanted.has(part.tenant)) continue;
      const whose = part.tenant === undefined ? 'no tenant' : `the tenant ${quoted(part.tenant)}`;
      const others = pinned?.part.tenant === undefined ? 'no tenant' : quoted(pinned.part.tenant);
      report({
        message: pinned
          ? `Model ${quoted(part.name)} of ${whose} is pinned to Server ${quoted(pinned.part.name)} of ${others}`
          : `No server is for ${whose}, of which Model ${quoted(part.name)} is`,
        origin: originAt(part.origin, part.tenant === undefined ? undefined : '/spec/tenant'),
        related: pinned && [{ origin: originAt(pinned.part.origin, '/spec/tenant'), message: 'the server' }],
        help: `Models of different tenants never share a server.${served.length > 0 ? ` Servers there are for ${listed(served)}.` : ''} Add a server for ${whose}, or change the model's \`tenant\`.`,
      });
    }
  },
};

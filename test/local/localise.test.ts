import { describe, expect, it } from 'vitest';
import { localise } from '../../src/local/index.ts';
import { aFleet, anEnvironment, aPlan } from '../support/nodes.ts';

describe('an environment as it runs here', () => {
  const fleet = aFleet({
    environment: anEnvironment({
      tls: { internalSecret: 'internal', gatewaySecret: 'clients' },
      stores: [
        { name: 'artifacts', uri: 's3://example-models', secret: 's3' },
        { name: 'other', uri: 's3://other', secret: 'other' },
      ],
    }),
  });
  const plan = aPlan(fleet);

  it('speaks plain text and knows no Secrets', () => {
    const { environment } = localise({ fleet, plan }, new Map()).fleet;
    expect(environment.tls).toEqual({});
    expect(environment.stores).toEqual([
      { name: 'artifacts', uri: 's3://example-models' },
      { name: 'other', uri: 's3://other' },
    ]);
  });

  it('reads a store from a folder, and keeps the names of what it loads', () => {
    const local = localise({ fleet, plan }, new Map([['artifacts', '/here/my models']]));
    expect(local.fleet.environment.stores[0]).toEqual({ name: 'artifacts', uri: 'file:///here/my%20models' });
    const before = plan.servers[0]?.models[0];
    const after = local.plan.servers[0]?.models[0];
    expect(after?.current.artifact.uri).toBe('file:///here/my%20models/iris');
    expect(after?.current.physical).toBe(before?.current.physical);
    expect(local.plan.gateway).toEqual(plan.gateway);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { emitters } from '../../src/emit/index.ts';
import { mergePod } from '../../src/emit/kubernetes/merge-pod.ts';
import type { Json, JsonObject } from '../../src/ir/index.ts';
import { aFleet, aPlan, aServer } from '../support/fleet.ts';

const ours: JsonObject = {
  initContainers: [{ name: 'agent', image: 'a', restartPolicy: 'Always' }],
  containers: [
    {
      name: 'server',
      args: ['--one', '--two'],
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
      volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
    },
  ],
  volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '1Gi' } }],
  securityContext: { runAsUser: 10_001 },
};

test('containers merge by name, variables by name, mounts by path; arguments are replaced', () => {
  const theirs: JsonObject = {
    containers: [
      {
        name: 'server',
        args: ['--three'],
        env: [
          { name: 'B', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
          { name: 'C', value: '3' },
        ],
        volumeMounts: [
          { name: 'big', mountPath: '/tmp' },
          { name: 'more', mountPath: '/more' },
        ],
      },
      { name: 'logs', image: 'l' },
    ],
    volumes: [{ name: 'big', ephemeral: { volumeClaimTemplate: {} } }],
  };
  expect(mergePod(ours, theirs)).toEqual({
    ...ours,
    containers: [
      {
        name: 'server',
        args: ['--three'],
        env: [
          { name: 'A', value: '1' },
          { name: 'B', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
          { name: 'C', value: '3' },
        ],
        volumeMounts: [
          { name: 'big', mountPath: '/tmp' },
          { name: 'more', mountPath: '/more' },
        ],
      },
      { name: 'logs', image: 'l' },
    ],
    volumes: [
      { name: 'tmp', emptyDir: { sizeLimit: '1Gi' } },
      { name: 'big', ephemeral: { volumeClaimTemplate: {} } },
    ],
  });
});

test('a container that has a sidecar’s name is laid over the sidecar', () => {
  const merged = mergePod(ours, { containers: [{ name: 'agent', image: 'b' }] });
  expect(merged['initContainers']).toEqual([{ name: 'agent', image: 'b', restartPolicy: 'Always' }]);
  expect(merged['containers']).toEqual(ours['containers']);
});

test('null takes a field away', () => {
  expect(mergePod(ours, { securityContext: null, containers: [{ name: 'server', args: null }] })).toEqual({
    initContainers: ours['initContainers'],
    volumes: ours['volumes'],
    containers: [{ ...(ours['containers'] as JsonObject[])[0], args: undefined }],
  });
});

test('tolerations add up', () => {
  const toleration = (key: string): JsonObject => ({ key, operator: 'Exists' });
  expect(mergePod({ tolerations: [toleration('a')] }, { tolerations: [toleration('b')] })['tolerations']).toEqual([
    toleration('a'),
    toleration('b'),
  ]);
});

test('merging nothing, or the same again, changes nothing', () => {
  expect(mergePod(ours, {})).toEqual(ours);
  expect(mergePod(ours, ours)).toEqual(ours);
});

/** Fields newer than many a client library knows, and those of every version of Kubernetes to come. */
test('no field of a user’s pod is lost on the way to the manifest', () => {
  const theirs: JsonObject = {
    priorityClassName: 'high',
    runtimeClassName: 'gvisor',
    hostUsers: false,
    schedulingGates: [{ name: 'gate' }],
    resourceClaims: [{ name: 'gpu', resourceClaimTemplateName: 'gpu' }],
    securityContext: { supplementalGroupsPolicy: 'Strict', appArmorProfile: { type: 'RuntimeDefault' } },
    dnsConfig: { options: [{ name: 'ndots', value: '2' }] },
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }],
        },
      },
    },
    initContainers: [
      { name: 'warm', image: 'w:1', restartPolicy: 'Always', fieldOfTheFuture: { deep: ['x', { y: 1 }] } },
    ],
    containers: [
      {
        name: 'server',
        resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }],
        lifecycle: { stopSignal: 'SIGUSR1' },
        resources: { claims: [{ name: 'gpu' }], limits: { cpu: '7', 'example.com/foo': '2' } },
        newField: 1,
      },
    ],
    fieldOfTheFuture: { deep: [{ list: [1, 2, 3] }] },
  };
  const pod = emittedPod(theirs);
  contains(pod, theirs, 'pod');
});

test('any field at any depth arrives', () => {
  const field = fc.stringMatching(/^x[a-zA-Z]{1,8}$/);
  const value = fc.oneof(fc.integer(), fc.boolean(), fc.string({ minLength: 1 }));
  const node = fc.letrec<{ any: Json; map: JsonObject }>((tie) => ({
    any: fc.oneof({ depthSize: 'small' }, value, fc.array(value, { minLength: 1, maxLength: 3 }), tie('map')),
    map: fc.dictionary(field, tie('any'), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
  })).map;
  fc.assert(
    fc.property(node, node, (inPod, inContainer) => {
      contains(emittedPod({ ...inPod, containers: [{ name: 'server', ...inContainer }] }), inPod, 'pod');
      contains(emittedPod({ containers: [{ name: 'server', ...inContainer }] }), { containers: [inContainer] }, 'pod');
    }),
    { seed: 5, numRuns: 15 },
  );
});

function emittedPod(pod: JsonObject): Json {
  const fleet = aFleet({ servers: [aServer({ pod })] });
  const files = emitters['kubernetes']?.(fleet, aPlan(fleet)) ?? [];
  const text = files.find(({ path }) => path.endsWith('statefulset-cpu.yaml'))?.text ?? '';
  return parse(text).spec.template.spec;
}

/** Each field of `wanted` is in `there`; lists may hold more. */
function contains(there: Json | undefined, wanted: Json, at: string): void {
  if (Array.isArray(wanted)) {
    const items = there as Json[];
    for (const [index, item] of wanted.entries()) {
      const named =
        typeof item === 'object' && item !== null && 'name' in item ? (item as JsonObject)['name'] : undefined;
      const match = named === undefined ? items[index] : items.find((each) => (each as JsonObject)['name'] === named);
      contains(match, item, `${at}[${index}]`);
    }
  } else if (typeof wanted === 'object' && wanted !== null) {
    for (const [key, value] of Object.entries(wanted))
      contains((there as JsonObject | undefined)?.[key], value, `${at}.${key}`);
  } else expect(there, at).toEqual(wanted);
}

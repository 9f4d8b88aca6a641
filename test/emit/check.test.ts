import { expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { checkPods } from '../../src/emit/index.ts';
import type { Fleet, JsonObject } from '../../src/ir/index.ts';
import { fleets } from '../support/emitted-fleets.ts';
import { aFleet, aServer } from '../support/nodes.ts';

function faults(fleet: Fleet): readonly string[] {
  const diagnostics = new Diagnostics();
  checkPods(fleet, diagnostics);
  return diagnostics.list().map(({ code, origin, message }) => `${code} ${origin?.pointer}: ${message}`);
}

const faultsOf = (pod: JsonObject): readonly string[] => faults(aFleet({ servers: [aServer({ pod })] }));

test('pods that ask for nothing that they cannot have have no faults', () => {
  expect(faults(aFleet())).toEqual([]);
  expect(faultsOf({ nodeSelector: { a: 'b' }, volumes: [{ name: 'mine', emptyDir: {} }] })).toEqual([]);
});

test('what is stricter already, or says the same, is no fault', () => {
  expect(
    faultsOf({
      hostNetwork: false,
      automountServiceAccountToken: false,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 20_000,
        seccompProfile: { type: 'Localhost', localhostProfile: 'x' },
      },
      containers: [
        {
          name: 'server',
          securityContext: { privileged: false, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
          resources: { requests: { memory: '4096Mi', cpu: '1000m' }, limits: { memory: '4Gi', cpu: '9' } },
        },
      ],
    }),
  ).toEqual([]);
});

test('each field that is overridden is named, with its place and what it becomes', () => {
  expect(faults(fleets['overreaching'] as Fleet)).toMatchInlineSnapshot(`
    [
      "STW1601 /spec/pod/automountServiceAccountToken: \`automountServiceAccountToken\` of server \`cpu\` is set to \`false\`: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/containers/0/livenessProbe/httpGet/host: \`containers.0.livenessProbe.httpGet.host\` of server \`cpu\` is left out: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/containers/0/ports/0/hostPort: \`containers.0.ports.0.hostPort\` of server \`cpu\` is left out: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/containers/0/resources/limits/memory: \`containers.0.resources.limits.memory\` of server \`cpu\` is set to \`"4Gi"\`: the placement counts on what the server itself says",
      "STW1601 /spec/pod/containers/0/securityContext/allowPrivilegeEscalation: \`containers.0.securityContext.allowPrivilegeEscalation\` of server \`cpu\` is set to \`false\`: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/containers/0/securityContext/capabilities/add: \`containers.0.securityContext.capabilities.add\` of server \`cpu\` is left out: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/containers/0/securityContext/privileged: \`containers.0.securityContext.privileged\` of server \`cpu\` is left out: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/containers/0/securityContext/runAsUser: \`containers.0.securityContext.runAsUser\` of server \`cpu\` is set to \`10001\`: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/containers/0/securityContext/seccompProfile/type: \`containers.0.securityContext.seccompProfile.type\` of server \`cpu\` is set to \`"RuntimeDefault"\`: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/containers/1/securityContext/readOnlyRootFilesystem: \`containers.1.securityContext.readOnlyRootFilesystem\` of server \`cpu\` is set to \`true\`: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/containers/2/securityContext/privileged: \`containers.2.securityContext.privileged\` of server \`cpu\` is left out: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/hostNetwork: \`hostNetwork\` of server \`cpu\` is left out: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/hostPID: \`hostPID\` of server \`cpu\` is left out: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/securityContext/fsGroup: \`securityContext.fsGroup\` of server \`cpu\` is set to \`10001\`: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/securityContext/runAsNonRoot: \`securityContext.runAsNonRoot\` of server \`cpu\` is set to \`true\`: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/securityContext/runAsUser: \`securityContext.runAsUser\` of server \`cpu\` is set to \`10001\`: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/securityContext/sysctls: \`securityContext.sysctls\` of server \`cpu\` is left out: pods keep to the restricted Pod Security Standard and its additions",
      "STW1601 /spec/pod/serviceAccountName: \`serviceAccountName\` of server \`cpu\` is left out: each server has an account of its own that can do nothing",
    ]
  `);
});

test('volumes that reach the node, and names that are taken', () => {
  const volumes = [
    { name: 'host', hostPath: { path: '/' } },
    { name: 'nfs', nfs: { server: 'a', path: '/' } },
    { name: 'cache', emptyDir: {} },
    { name: 'store-artifacts', emptyDir: {} },
    { name: 'mine', persistentVolumeClaim: { claimName: 'mine' } },
  ];
  expect(faultsOf({ volumes }).map((fault) => fault.split(': ')[0])).toEqual([
    'STW1602 /spec/pod/volumes/0',
    'STW1602 /spec/pod/volumes/1',
    'STW1603 /spec/pod/volumes/2',
    'STW1603 /spec/pod/volumes/3',
  ]);
});

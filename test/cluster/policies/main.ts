/**
 * Enforces NetworkPolicies on one node, in the network namespace that it runs in, as long as it runs; what it has put
 * there stays when it ends. Says in one line when the rules are there for the first time. Needs `nft` on the PATH.
 *
 *   main.ts --kubeconfig FILE --node NAME --pods RANGE [--pods RANGE] --shared FOLDER [--results FOLDER]
 *
 * `--pods` are the addresses of this node's pods, `--shared` is a folder that all nodes of the cluster see, `--results`
 * is where the library of CNI keeps its results, if not where it does by itself.
 */
import { parseArgs } from 'node:util';
import { run } from '../run.ts';
import { type GivenAddress, networkPods } from './addresses.ts';
import { Api } from './api.ts';
import { tellGivenAddresses, watchGivenAddresses } from './given.ts';
import { rulesFor } from './rules.ts';
import type { Namespace, NetworkPolicy, Pod } from './shapes.ts';

const { values } = parseArgs({
  options: {
    kubeconfig: { type: 'string' },
    node: { type: 'string' },
    pods: { type: 'string', multiple: true },
    shared: { type: 'string' },
    results: { type: 'string', default: '/var/lib/cni/results' },
  },
});
const { kubeconfig, node, pods: ranges, shared, results } = values;
if (!kubeconfig || !node || !ranges || !shared) throw new Error('--kubeconfig, --node, --pods and --shared are needed');

const known: {
  policies?: readonly NetworkPolicy[];
  namespaces?: readonly Namespace[];
  pods?: readonly Pod[];
  given: readonly GivenAddress[];
} = { given: [] };
let inForce = '';
let applying = false;
let stale = false;

const api = new Api(kubeconfig);
tellGivenAddresses(results, shared, node);
watchGivenAddresses(shared, (given) => learn({ given }));
void api.watch<NetworkPolicy>('/apis/networking.k8s.io/v1/networkpolicies', (policies) => learn({ policies }));
void api.watch<Namespace>('/api/v1/namespaces', (namespaces) => learn({ namespaces }));
void api.watch<Pod>('/api/v1/pods', (pods) => learn({ pods }));

function learn(news: Partial<typeof known>): void {
  Object.assign(known, news);
  stale = true;
  if (!applying) void apply();
}

/** Brings the rules to what is known, once more while that has changed meanwhile. */
async function apply(): Promise<void> {
  applying = true;
  while (stale) {
    // All that is heard at once is one change.
    await new Promise((resolve) => setImmediate(resolve));
    stale = false;
    const { policies, namespaces, pods, given } = known;
    if (!policies || !namespaces || !pods) continue;
    const rules = rulesFor({ policies, namespaces, pods: networkPods(pods, given) }, ranges ?? []);
    if (rules === inForce) continue;
    await run(['nft', '--file', '-'], { input: rules });
    if (inForce === '') console.log('NetworkPolicies are in force');
    inForce = rules;
  }
  applying = false;
}

import type { Environment } from '../../../ir/index.ts';
import type { KubernetesObject } from '../types.ts';
import { ambassadorObjects } from './ambassador.ts';
import { gatewayApiObjects } from './gateway-api.ts';
import { ingressObjects } from './ingress.ts';
import { istioObjects } from './istio.ts';
import { traefikObjects } from './traefik.ts';

/** The forms in which the gateway's Service is exposed; each gives what the environment asks of it. */
const forms: readonly ((environment: Environment) => readonly KubernetesObject[])[] = [
  gatewayApiObjects,
  ingressObjects,
  istioObjects,
  traefikObjects,
  ambassadorObjects,
];

/** Everything by which clients outside the cluster reach the gateway's Service. */
export function exposureObjects(environment: Environment): readonly KubernetesObject[] {
  return forms.flatMap((objects) => objects(environment));
}

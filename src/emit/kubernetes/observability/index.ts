import type { Environment, Runtime, Server } from '../../../ir/index.ts';
import { patience } from '../patience.ts';
import type { KubernetesObject } from '../types.ts';
import { dashboard } from './dashboard.ts';
import { podMonitors } from './pod-monitors.ts';
import { prometheusRule } from './prometheus-rule.ts';

/** What those who look on are given: the ports themselves are opened by the NetworkPolicies. */
export function observabilityObjects(
  environment: Environment,
  servers: readonly Server[],
  runtimes: readonly Runtime[],
): readonly KubernetesObject[] {
  const { prometheus, dashboard: wanted } = environment.observability;
  return [
    ...(prometheus === undefined
      ? []
      : [
          ...podMonitors(environment, servers, prometheus),
          prometheusRule(environment, prometheus, patience(environment, runtimes)),
        ]),
    ...(wanted === undefined ? [] : [dashboard(environment, wanted)]),
  ];
}

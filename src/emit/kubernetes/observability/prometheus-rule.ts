import type { Environment, Prometheus } from '../../../ir/index.ts';
import { labelKeys, observabilityNames } from '../../../names/index.ts';
import { workloadMetadata } from '../metadata.ts';
import type { PrometheusRule } from '../types.ts';
import { alerts } from './alerts.ts';

/**
 * The alerts of one environment: several may share a Prometheus, so each rule names its namespace.
 *
 * @param patience seconds that the models of a commit may take until they answer
 */
export function prometheusRule(environment: Environment, prometheus: Prometheus, patience: number): PrometheusRule {
  const { name, namespace } = environment;
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: workloadMetadata(environment, observabilityNames.rules, {
      ...prometheus.labels,
      [labelKeys.name]: 'stowage',
    }),
    spec: {
      groups: [
        {
          name: `stowage-${name}`,
          rules: alerts(namespace, patience).map(({ alert, severity, wait, expr, summary, description }) => ({
            alert,
            expr,
            for: wait,
            labels: { severity, environment: name },
            annotations: { summary, description },
          })),
        },
      ],
    },
  };
}

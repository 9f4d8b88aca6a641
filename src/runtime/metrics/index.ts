export {
  countedBy,
  counters,
  expositionText,
  expositionType,
  gauge,
  gauges,
  type Metric,
} from './exposition.ts';
export { MetricsServer, type PathAnswer } from './metrics-server.ts';
export { processMetrics } from './process-metrics.ts';

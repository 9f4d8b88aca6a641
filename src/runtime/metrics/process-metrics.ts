import { metricNames } from '../../names/index.ts';
import { counters, gauge, type Metric } from './exposition.ts';

/** What the program itself takes. */
export function processMetrics(): readonly Metric[] {
  const { user, system } = process.cpuUsage();
  return [
    gauge(metricNames.processMemory, 'Resident memory of the program in bytes.', process.memoryUsage.rss()),
    counters(metricNames.processCpu, 'CPU time of the program in seconds.', [{ value: (user + system) / 1e6 }]),
  ];
}

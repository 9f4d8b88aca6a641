/** Writes one line of JSON an event, to standard error: what happened, to what, and why. */
export type Log = (event: string, facts?: Readonly<Record<string, unknown>>) => void;

/** @param role which program this is */
export function processLog(role: string): Log {
  return (event, facts = {}) => {
    process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), role, event, ...facts })}\n`);
  };
}

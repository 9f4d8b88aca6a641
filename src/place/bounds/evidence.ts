import type { Argument, Evidence, ShortageEvidence, Prices as WrittenPrices } from '../../ir/index.ts';
import { record } from '../state/record.ts';
import { resources } from '../state/resources.ts';
import type { Lower } from './bound.ts';
import { type Prices, priceUnit } from './prices.ts';

/** The evidence of a certificate's bounds, and of shortages. */
export function writeEvidence(lowers: readonly Lower[], shortages: readonly ShortageEvidence[]): Evidence {
  return { version: 1, components: lowers.map(({ evidence }) => evidence()), shortages };
}

/** Prices as an argument, by the servers' names. */
export function writePrices({ levels, prices }: Prices, servers: readonly string[]): Argument {
  const written = record<readonly WrittenPrices[]>();
  for (const [i, ofServer] of prices.entries()) {
    written[servers[i]!] = ofServer.map((ofLevel) =>
      Object.fromEntries(
        resources.flatMap((resource, r) => (ofLevel[r]! > 0 ? [[resource, Math.round(ofLevel[r]! * priceUnit)]] : [])),
      ),
    );
  }
  return { by: 'prices', unit: priceUnit, levels, prices: written };
}

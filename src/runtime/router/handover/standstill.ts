import { type Copy, isFirm, placeOf } from './copies.ts';
import { awaited, type Way, type WayQuestion } from './making-way.ts';

/**
 * Whether a model stands still and in the way of others: all its copies that are to come wait, one of them for room, and
 * so does some load where one of its old copies is. It may be that the two wait for each other.
 */
export function standsStill(question: WayQuestion): boolean {
  return inTheWay(question).length > 0;
}

/**
 * Which old copy then makes way, once that has been so for long: that of the lowest ordinal, so that routers agree, and
 * never the last one that cannot go by itself.
 */
export function wayOutOf(question: WayQuestion): Way {
  const [first] = inTheWay(question);
  if (first === undefined) return { needed: [] };
  const others = othersThan(first, question);
  return others.some(isFirm) ? { copy: first, needed: [] } : { needed: others };
}

/** Old copies whose room others wait for, and that others of their model serve beside. */
function inTheWay(question: WayQuestion): readonly Copy[] {
  const { copies, going, isAborted } = question;
  // One goes after the other: as long as one is on its way out, something moves.
  const isMoving = copies.some(({ pod, status: { state } }) => pod.connected && state === 'dropping');
  const coming = awaited(question);
  const isHeldUp = coming.every(({ status: { state } }) => state === 'waiting') && coming.some(isForRoom);
  if (isAborted || isMoving || !isHeldUp) return [];
  return going.filter(
    (copy) =>
      copy.pod.connected &&
      copy.status.state === 'leaving' &&
      copy.pod.copies.some((status) => isForRoom({ status })) &&
      othersThan(copy, question).length > 0,
  );
}

/** Where requests would go instead. A pod that ends does not wait for long. */
function othersThan(copy: Copy, { leads }: WayQuestion): readonly Copy[] {
  return leads.filter((one) => placeOf(one.pod) !== placeOf(copy.pod) && !one.pod.draining);
}

function isForRoom({ status: { state, forRoom } }: Pick<Copy, 'status'>): boolean {
  return state === 'waiting' && forRoom === true;
}

import type { Check } from '../linked.ts';
import { ambiguousStore } from './ambiguous-store.ts';
import { cannotEvict } from './cannot-evict.ts';
import { diskAboveCache } from './disk-above-cache.ts';
import { duplicateName } from './duplicate-name.ts';
import { environmentMissing } from './environment-missing.ts';
import { environmentRepeated } from './environment-repeated.ts';
import { exposedTwice } from './exposed-twice.ts';
import { exposureTls } from './exposure-tls.ts';
import { formatNotOffered } from './format-not-offered.ts';
import { gatewayMemory } from './gateway-memory.ts';
import { imageTag } from './image-tag.ts';
import { loadsNothing } from './loads-nothing.ts';
import { minAboveMax } from './min-above-max.ts';
import { noImage } from './no-image.ts';
import { noRoomForModels } from './no-room-for-models.ts';
import { noServer } from './no-server.ts';
import { noSize } from './no-size.ts';
import { nothingScales } from './nothing-scales.ts';
import { nothingToIssue } from './nothing-to-issue.ts';
import { nothingToScale } from './nothing-to-scale.ts';
import { peakBelowSize } from './peak-below-size.ts';
import { pinLacksFormat } from './pin-lacks-format.ts';
import { podContainer } from './pod-container.ts';
import { podFieldType } from './pod-field-type.ts';
import { podMount } from './pod-mount.ts';
import { podOwnField } from './pod-own-field.ts';
import { podResources } from './pod-resources.ts';
import { podSecret } from './pod-secret.ts';
import { podSecurity } from './pod-security.ts';
import { podUnknownField } from './pod-unknown-field.ts';
import { podVolumeName } from './pod-volume-name.ts';
import { podVolumeType } from './pod-volume-type.ts';
import { portCollision } from './port-collision.ts';
import { requiresNotOffered } from './requires-not-offered.ts';
import { reservedLabel } from './reserved-label.ts';
import { reservedName } from './reserved-name.ts';
import { reservedWord } from './reserved-word.ts';
import { runtimeChosen } from './runtime-chosen.ts';
import { scalesEmpty } from './scales-empty.ts';
import { secretIssuedTwice } from './secret-issued-twice.ts';
import { storageUri } from './storage-uri.ts';
import { tenantWithoutServer } from './tenant-without-server.ts';
import { timeoutAboveGateway } from './timeout-above-gateway.ts';
import { tooManyCopies } from './too-many-copies.ts';
import { unknownRuntime } from './unknown-runtime.ts';
import { unknownSecret } from './unknown-secret.ts';
import { unknownServer } from './unknown-server.ts';
import { unknownStore } from './unknown-store.ts';
import { unreadableWorkers } from './unreadable-workers.ts';
import { unusedServer } from './unused-server.ts';

/** All checks of a linked fleet, in the order of their codes. Placement explains what does not fit; these do not. */
export const checks: readonly Check[] = [
  environmentMissing,
  environmentRepeated,
  duplicateName,
  unknownRuntime,
  unknownServer,
  unknownStore,
  unknownSecret,
  ambiguousStore,
  storageUri,
  noSize,
  formatNotOffered,
  pinLacksFormat,
  requiresNotOffered,
  tooManyCopies,
  peakBelowSize,
  minAboveMax,
  noRoomForModels,
  runtimeChosen,
  unusedServer,
  podSecurity,
  podContainer,
  portCollision,
  podResources,
  reservedName,
  imageTag,
  noImage,
  tenantWithoutServer,
  unreadableWorkers,
  reservedWord,
  diskAboveCache,
  loadsNothing,
  cannotEvict,
  podUnknownField,
  podFieldType,
  podVolumeType,
  podVolumeName,
  podMount,
  podSecret,
  podOwnField,
  noServer,
  timeoutAboveGateway,
  gatewayMemory,
  exposedTwice,
  exposureTls,
  nothingToIssue,
  secretIssuedTwice,
  reservedLabel,
  nothingToScale,
  scalesEmpty,
  nothingScales,
];

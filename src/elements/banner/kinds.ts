import calendar from 'lucide/dist/esm/icons/calendar.mjs';
import circlePlus from 'lucide/dist/esm/icons/circle-plus.mjs';
import circleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import info from 'lucide/dist/esm/icons/info.mjs';
import triangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import wrench from 'lucide/dist/esm/icons/wrench.mjs';
import { msg } from '../../locales/msg.js';
import type { BannerKind } from '../../model/schema/banner.js';
import type { IconNode } from '../primitives/icon.js';

/**
 * A kind's drawing and word; its hue is in the styles. The word is always on screen: colour alone says nothing.
 * Without a prototype, for a plan may say "constructor".
 */
export const KINDS = {
  __proto__: null,
  information: [info, () => msg('Information', { id: 'kind-information' })],
  new: [circlePlus, () => msg('Nouveau', { id: 'kind-new' })],
  warning: [triangleAlert, () => msg('Attention', { id: 'kind-warning' })],
  maintenance: [wrench, () => msg('Maintenance', { id: 'kind-maintenance' })],
  success: [circleCheck, () => msg('Bonne nouvelle', { id: 'kind-success' })],
  event: [calendar, () => msg('Événement', { id: 'kind-event' })],
} as unknown as Readonly<Record<BannerKind, readonly [IconNode, () => string]>>;

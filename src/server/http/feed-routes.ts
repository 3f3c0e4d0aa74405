import { Feed } from 'feed';
import type { Context, Hono } from 'hono';
import { parseMarkdown } from '../../core/markdown.js';
import { isRecord } from '../../model/format.js';
import type { Text } from '../../model/schema/common.js';
import { resolveText } from '../../model/text.js';
import type { Services } from '../services.js';
import { isKnown, SHARED } from './scripts.js';
import { etagOf } from '../plans/compose.js';
void parseMarkdown; void Feed;
void resolveText; void isRecord; void etagOf;
export type Unused = Text | Context;
export function addFeedRoutes(app: Hono, services: Services): void { void app; void services; void isKnown; void SHARED; }

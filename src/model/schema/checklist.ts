import * as v from 'valibot';
import { Audience } from './audience.js';
import { Id, object, Text } from './common.js';

export const ChecklistContent = object({
  title: v.optional(Text),
  order: v.optional(v.picklist(['any', 'fixed'])),
  tasks: v.pipe(
    v.array(
      object({
        id: Id,
        title: Text,
        do: v.optional(v.picklist(['tour', 'article', 'survey', 'visit'])),
        to: v.optional(v.string()),
        doneWhen: v.optional(object({ event: v.optional(v.string()) })),
        audience: v.optional(Audience),
      }),
    ),
    v.minLength(1, 'empty'),
  ),
});

export type ChecklistContent = v.InferOutput<typeof ChecklistContent>;

import * as v from 'valibot';
import { Audience } from './audience.js';
import { Body, Id, object, TargetSchema, Text } from './common.js';

export const ChecklistContent = object({
  title: v.optional(Text),
  order: v.optional(v.picklist(['any', 'fixed'])),
  tasks: v.pipe(
    v.array(
      object({
        id: Id,
        title: Text,
        body: v.optional(Body),
        do: v.optional(v.picklist(['tour', 'article', 'survey', 'visit'])),
        to: v.optional(v.string()),
        /** Done when the host says so, or when this is in the page; otherwise by doing it. */
        doneWhen: v.optional(object({ event: v.optional(v.string()), present: v.optional(TargetSchema) })),
        audience: v.optional(Audience),
      }),
    ),
    v.minLength(1, 'empty'),
  ),
});

export type ChecklistTask = ChecklistContent['tasks'][number];
export type ChecklistContent = v.InferOutput<typeof ChecklistContent>;

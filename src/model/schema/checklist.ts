import * as v from 'valibot';
import { Audience } from './audience.js';
import { Id, Text } from './common.js';

export const ChecklistContent = v.looseObject({
  title: v.optional(Text),
  order: v.optional(v.picklist(['any', 'fixed'])),
  tasks: v.pipe(
    v.array(
      v.looseObject({
        id: Id,
        title: Text,
        do: v.optional(v.picklist(['tour', 'article', 'survey', 'visit'])),
        to: v.optional(v.string()),
        doneWhen: v.optional(v.looseObject({ event: v.optional(v.string()) })),
        audience: v.optional(Audience),
      }),
    ),
    v.minLength(1, 'at least one task'),
  ),
});

export type ChecklistContent = v.InferOutput<typeof ChecklistContent>;

/* eslint-disable @typescript-eslint/no-empty-object-type, @typescript-eslint/no-namespace -- React's are added to so */
/** Types of the tags for React 19 and newer: `import type {} from 'sentier/jsx'`. Holds no code. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { SentierEventMap } from './elements/events/event-map.js';
import type { SentierBanner } from './elements/banner/sentier-banner.js';
import type { SentierChecklist } from './elements/checklist/sentier-checklist.js';
import type { SentierHelp } from './elements/help/sentier-help.js';
import type { SentierHint } from './elements/help/sentier-hint.js';
import type { SentierNews } from './elements/news/sentier-news.js';
import type { SentierSurvey } from './elements/survey/sentier-survey.js';
import type { SentierStep } from './elements/tour/sentier-step.js';
import type { SentierTour } from './elements/tour/sentier-tour.js';

type Listeners = { [N in keyof SentierEventMap as `on${N}`]?: (event: SentierEventMap[N]) => void };

/** `P`: properties, which React sets where an element has them. `A`: attributes, by their names. */
type Tag<E extends HTMLElement, P extends keyof E, A> = Omit<
  DetailedHTMLProps<HTMLAttributes<E>, E>,
  P | keyof A
> &
  Partial<Pick<E, P>> &
  A &
  Listeners;
type Words<N extends string> = { [K in N]?: string | undefined };
type Flags<N extends string> = { [K in N]?: boolean | undefined };
interface Scheme {
  scheme?: 'light' | 'dark' | undefined;
}

export interface SentierElements {
  'sentier-banner': Tag<
    SentierBanner,
    'content' | 'locales',
    Words<'kind' | 'severity' | 'heading' | 'place' | 'leave' | 'signature' | 'campaign'> &
      Words<'plan-locale' | 'time-zone' | 'audience'> &
      Flags<'permanent'> &
      Scheme
  >;
  'sentier-checklist': Tag<
    SentierChecklist,
    'content' | 'locales' | 'done' | 'progress',
    Words<'campaign' | 'place' | 'plan-locale'> & Flags<'folded'> & Scheme
  >;
  'sentier-help': Tag<
    SentierHelp,
    'content' | 'locales',
    Words<'campaign' | 'place' | 'offset' | 'plan-locale' | 'shortcut'> &
      Flags<'without-button'> &
      Scheme & { unread?: number | undefined }
  >;
  'sentier-hint': Tag<
    SentierHint,
    'content' | 'locales',
    Words<'campaign' | 'for' | 'target' | 'article' | 'label' | 'look' | 'plan-locale'> & Scheme
  >;
  'sentier-news': Tag<SentierNews, 'items' | 'locales', Words<'display' | 'plan-locale'> & Scheme>;
  'sentier-step': Tag<
    SentierStep,
    never,
    Words<'target' | 'heading' | 'placement' | 'missing' | 'page' | 'display' | 'interaction' | 'next'> &
      Words<'advance'>
  >;
  'sentier-studio': Tag<HTMLElement, never, Words<'api' | 'src' | 'space' | 'mode'> & Scheme> & {
    token?: (() => string | undefined | Promise<string | undefined>) | undefined;
    'onsentier-studio-close'?: (event: Event) => void;
  };
  'sentier-survey': Tag<
    SentierSurvey,
    'content' | 'locales' | 'profiles' | 'dimensions' | 'send',
    Words<'campaign' | 'audience' | 'plan-locale'> & Scheme & { onclose?: (event: Event) => void }
  >;
  'sentier-tour': Tag<
    SentierTour,
    'content' | 'locales',
    Words<'campaign' | 'plan-locale'> &
      Flags<'autostart' | 'presenter'> &
      Scheme & { level?: number | undefined; onclose?: (event: Event) => void }
  >;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends SentierElements {}
  }
}

/** `plan.schema.json`, from the schema in the code: what an editor needs to complete and check a plan as it is typed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { Audience, AudienceDimensions } from '../src/model/schema/audience.js';
import { BannerContent } from '../src/model/schema/banner.js';
import {
  Campaign,
  ContentReference,
  DateOrOffset,
  Frequency,
  Schedule,
  When,
} from '../src/model/schema/campaign.js';
import { ChecklistContent } from '../src/model/schema/checklist.js';
import * as common from '../src/model/schema/common.js';
import { Article, Contact, Hint } from '../src/model/schema/help.js';
import { Captions, CaptionsList, Media, Video } from '../src/model/schema/media.js';
import { Plan, Settings } from '../src/model/schema/plan.js';
import {
  ConditionSchema,
  ConditionValue,
  NextRule,
  Question,
  QuestionOption,
  SurveyContent,
} from '../src/model/schema/survey.js';
import { BranchList, BranchTo, TourContent, TourStep } from '../src/model/schema/tour.js';

const { ClockTime, Duration, Id, Image, LocalDate, Offset, TargetPartSchema, TargetSchema, Text } = common;
const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new Error('plan-schema: a choice has lost an option');
  return item;
};

const required = Question.pipe[1].entries.required.wrapped;
const other = Question.pipe[1].entries.other.wrapped;

/** Each alternative of a `choose` needs a name here, since a lazy schema can only be referred to. */
const DEFINITIONS: Record<string, GenericSchema> = {
  ...{ Id, Text, LocalDate, Duration, Offset, ClockTime, Image, DateOrOffset },
  ...{ PlainText: at(Text.options, 0), TextByLanguage: at(Text.options, 1) },
  ...{ Target: TargetSchema, TargetPart: TargetPartSchema, TargetList: at(TargetSchema.options, 1) },
  ...{ TargetSelector: at(TargetPartSchema.options, 0), TargetRole: at(TargetPartSchema.options, 1) },
  ...{ TargetText: at(TargetPartSchema.options, 2), TargetFrame: at(TargetPartSchema.options, 3) },
  ...{ Audience, AudienceDimensions, Schedule, When, Frequency, Campaign, ContentReference },
  ...{ TourContent, TourStep, BannerContent, ChecklistContent, SurveyContent, Question, QuestionOption },
  ...{ OptionText: at(QuestionOption.options, 0), OptionObject: at(QuestionOption.options, 1) },
  ...{ Condition: ConditionSchema, ConditionValue, NextRule },
  ...{ ConditionText: at(ConditionValue.options, 0), ConditionNumber: at(ConditionValue.options, 1) },
  ...{ ConditionList: at(ConditionValue.options, 2) },
  ...{ RequiredOrNot: at(required.options, 0), RequiredOnce: at(required.options, 1) },
  ...{ OtherOrNot: at(other.options, 0) },
  ...{ Article, Hint, Contact, Settings },
  ...{ BranchTo, BranchList },
  ...{ Media, Video, Captions, CaptionsList },
};

/** Said to those who write a plan by hand: definition → field → words; "" is the definition itself. */
const WORDS: Record<string, Record<string, string>> = {
  '#': {
    '': 'Tout ce que montre un ENT\u00a0: réglages, campagnes, aide.',
    version: 'Version du format\u00a0: 1.',
    revision: 'Révision de ce document.',
    campaigns: 'Ce qui est proposé aux personnes\u00a0: visites, bannières, enquêtes, listes.',
    help: 'Ce que les personnes viennent chercher\u00a0: articles, repères, contacts.',
  },
  Id: { '': 'Identifiant\u00a0: lettres sans accent, chiffres, "-", "_" et ".", 80 caractères au plus.' },
  Text: { '': 'Un texte, ou un par langue\u00a0: { "fr": "…", "en": "…", "fr-x-simple": "…" }.' },
  LocalDate: {
    '': 'Date, ou date et heure, dans le fuseau du plan\u00a0: "2026-09-01", "2026-09-01T08:00".',
  },
  Duration: { '': 'Durée ISO 8601\u00a0: "PT10M" (dix minutes), "P7D" (sept jours).' },
  Offset: { '': 'Décalage ISO 8601\u00a0: "-P30D" (trente jours avant).' },
  Target: { '': 'Élément de la page, ou liste de secours essayés dans l’ordre.' },
  TargetSelector: { '': 'Sélecteur CSS\u202f; ">>>" traverse les composants ouverts.' },
  Audience: {
    '': 'Pour qui. Les critères se cumulent\u202f; dans chacun, une valeur suffit. Un critère inconnu est une erreur.',
    profiles: 'pupil, guardian, teacher, head, staff, district, partner, ou les codes nationaux.',
    degrees: '"1d" (premier degré), "2d" (second degré).',
    schools: 'UAI des établissements, tels que "0750001A".',
    arrivedWithin: 'Arrivés depuis moins longtemps que cette durée.',
    share: 'Pourcentage des personnes, toujours les mêmes.',
    not: 'Sauf ceux-ci.',
  },
  Schedule: {
    '': 'Quand, au plus tôt et au plus tard.',
    end: 'Exclue si elle a une heure\u202f; sans heure, le jour entier est compris.',
    relativeTo: 'Dates en décalage depuis l’ouverture de l’ENT, ou l’arrivée de la personne.',
    skipHolidays: 'Nom d’une liste de "settings.holidays".',
  },
  When: {
    '': 'Dans quelles pages, et sur quel signe.',
    pages: 'Chemins, avec "*" pour une partie et "**" pour tout ce qui suit.',
    present: 'Élément dont la présence est nécessaire.',
    event: 'Évènement annoncé par l’ENT.',
    start: '"manual"\u00a0: seulement à la demande.',
  },
  Frequency: {
    '': 'Combien de fois.',
    max: 'Nombre de fois au plus.',
    every: 'Au plus une fois par cette durée.',
    until: 'Ce qui y met fin.',
  },
  ContentReference: { '': 'Contenu dans un fichier à part, chargé au moment de le montrer.' },
  TourContent: { '': 'Visite guidée.' },
  TourStep: {
    target: 'Élément montré\u202f; sans cible, l’étape est au centre.',
    also: 'Autres éléments entourés avec lui.',
    display: '"hint"\u00a0: un mot à côté de l’élément, sans voile, qui ne prend pas le focus.',
    why: 'À quoi ça sert.',
    how: 'Comment faire.',
    before: 'Clics faits par la visite avant l’étape (ouvrir un menu), défaits au retour.',
    interaction: '"blocked"\u00a0: l’élément est montré sans pouvoir servir.',
    next: 'Étape suivante si ce n’est pas celle d’après\u00a0: un id, "end", ou une liste dont la première condition vraie vaut.',
    answers: 'Boutons à la place de «\u00a0Suivant\u00a0», chacun vers une étape ou "end".',
    missing: 'Que faire quand l’élément ne vient pas.',
    page: 'Page de cette étape.',
  },
  Video: {
    src: 'Fichier de l’ENT.',
    embed: 'Page d’un site autorisé, montrée seulement après un clic.',
    captions: 'Sous-titres WebVTT, nécessaires avec "src".',
    transcript: 'Tout ce qui est dit et montré, en texte.',
  },
  BannerContent: {
    '': 'Bannière d’annonce\u00a0: un titre ou un texte au moins.',
    sticky: 'Reste en vue quand la page défile (en haut ou en bas).',
    target: 'Élément de la page auprès duquel placer une bannière «\u00a0inline\u00a0».',
    at: 'Avant, après, au début ou à la fin de cet élément.',
    later: 'Choix derrière «\u00a0Plus tard\u00a0»\u00a0: durées ou dates.',
    acknowledge: 'Ce qu’il faut faire avant de pouvoir confirmer.',
  },
  SurveyContent: {
    '': 'Enquête.',
    dimensions: 'Ce qui accompagne une réponse\u202f; rien d’autre sur la personne.',
    sendUnfinished:
      'Envoie les réponses déjà données quand la personne ferme avant la fin\u202f; elle en est prévenue.',
    order:
      '"random"\u00a0: questions dans un ordre tiré au hasard, le même tant que la réponse n’est pas finie.',
  },
  Question: {
    required: '"soft"\u00a0: demandée une fois, puis on peut passer.',
    rows: 'Lignes d’un tableau\u202f; "options" en sont les colonnes.',
    other: 'Ajoute «\u00a0Autre\u00a0», avec de quoi écrire.',
    showIf: 'À quelle condition la poser.',
    next: 'Où mène la réponse\u00a0: la première règle qui convient\u202f; "end" termine.',
  },
  Condition: {
    '': 'Tout ce qui est dit doit être vrai.',
    question: 'Id d’une question posée avant.',
    is: 'Cette réponse, ou une de celles-ci.',
    band: 'Bas, milieu ou haut de l’échelle.',
  },
  ChecklistContent: { '': 'Liste de premiers pas.' },
  Settings: {
    locale: 'Langue du plan.',
    timeZone: 'Fuseau horaire des dates, tel que "Europe/Paris".',
    pace: 'Rythme des interruptions, toutes campagnes ensemble.',
    holidays: 'Listes de vacances\u00a0: premier et dernier jour, compris.',
    profileAliases: 'Noms propres à cet ENT pour les profils.',
    goLive: 'Date d’ouverture de l’ENT.',
  },
};

export interface JsonSchema {
  [keyword: string]: unknown;
  description?: string;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  $defs?: Record<string, JsonSchema>;
}

/** Noise that says nothing: any key is a string, and no field need be there. */
const strip = (key: string, value: unknown): unknown =>
  key === 'propertyNames' || (key === 'required' && Array.isArray(value) && value.length === 0)
    ? undefined
    : value;

function describe(schema: JsonSchema): void {
  for (const [name, fields] of Object.entries(WORDS))
    for (const [field, words] of Object.entries(fields)) {
      const definition = name === '#' ? schema : schema.$defs?.[name];
      const place = field ? definition?.properties?.[field] : definition;
      if (!place || !definition) throw new Error(`plan-schema: no place for the words of ${name}.${field}`);
      // Beside a $ref, draft 7 ignores all else.
      if ('$ref' in place && definition.properties)
        definition.properties[field] = { allOf: [{ ...place }], description: words };
      else place.description = words;
    }
}

/** The published schema. Checks that JSON Schema cannot express (a day that exists, a known time zone) are left to the code. */
export function planSchema(): JsonSchema {
  const raw = toJsonSchema(Plan, {
    target: 'draft-07',
    typeMode: 'output',
    definitions: DEFINITIONS,
    ignoreActions: ['check', 'raw_check'],
    overrideSchema({ valibotSchema, referenceMap }) {
      if (valibotSchema.type !== 'lazy' || !('options' in valibotSchema)) return undefined;
      const options = valibotSchema.options as readonly GenericSchema[];
      return { anyOf: options.map((option) => ({ $ref: `#/$defs/${referenceMap.get(option) ?? '?'}` })) };
    },
  });
  const text = JSON.stringify(raw, strip);
  if (text.includes('"#/$defs/?"')) throw new Error('plan-schema: an alternative has no name in DEFINITIONS');
  const schema = { title: 'Plan Sentier', ...(JSON.parse(text) as JsonSchema) };
  for (const name of ['Audience', 'AudienceDimensions'])
    Object.assign(schema.$defs?.[name] ?? {}, { additionalProperties: false });
  Object.assign(schema.$defs?.BannerContent ?? {}, {
    anyOf: [{ required: ['title'] }, { required: ['body'] }],
  });
  describe(schema);
  return schema;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/plan.schema.json', `${JSON.stringify(planSchema(), null, 2)}\n`);
}

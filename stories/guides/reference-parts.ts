/** What of JSON Schema `plan.schema.json` is made of. */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  description?: string;
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  /** A list of schemas: an item at each place. */
  items?: Schema | Schema[];
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** Words, a value as one writes it, or the name of a part that the page has. */
export type Piece = { text: string } | { code: string } | { part: string; text: string };

export interface Row {
  /** As one reaches it from the object: "steps", "spotlight.padding", "variants[].audience". */
  field: string;
  type: Piece[];
  isNeeded: boolean;
  words: Piece[];
}

export interface Part {
  /** Of the definition; "#" is the plan. */
  name: string;
  title: string;
  words: Piece[];
  /** Empty for what is no object. */
  rows: Row[];
  /** What it may be, for what is no object. */
  forms: Piece[];
}

export interface Chapter {
  title: string;
  parts: Part[];
}

/** The order of the page. A definition that is not here is written out where it stands. */
const CHAPTERS: readonly (readonly [chapter: string, parts: Readonly<Record<string, string>>])[] = [
  [
    'Plan et réglages',
    {
      '#': 'Plan',
      Settings: 'Réglages',
      Theme: 'Thème',
      Pace: 'Rythme',
      QuietHours: 'Heures calmes',
      HelpSettings: 'Bouton de l’aide',
    },
  ],
  [
    'Campagnes',
    {
      Campaign: 'Campagne',
      TourCampaign: 'Campagne de visite',
      BannerCampaign: 'Campagne de bannière',
      SurveyCampaign: 'Campagne d’enquête',
      ChecklistCampaign: 'Campagne de premiers pas',
      ContentReference: 'Contenu à part',
    },
  ],
  [
    'À qui, quand, où',
    {
      Audience: 'Audience',
      AudienceDimensions: 'Audience exclue',
      Schedule: 'Calendrier',
      When: 'Pages et signes',
      Frequency: 'Fréquence',
    },
  ],
  [
    'Visite',
    {
      TourContent: 'Visite',
      TourStep: 'Étape',
      Advance: 'Geste attendu',
      Check: 'Vérification',
      StepAction: 'Clic de la visite',
      Branch: 'Suite possible',
      Answer: 'Bouton de réponse',
    },
  ],
  [
    'Cible',
    {
      Target: 'Cible',
      TargetSelector: 'Sélecteur',
      TargetRole: 'Rôle et nom',
      TargetText: 'Mots',
      TargetFrame: 'Cadre',
    },
  ],
  [
    'Bannière',
    {
      BannerContent: 'Bannière',
      BannerAction: 'Bouton de bannière',
      BannerEvent: 'Événement',
      LaterChoice: 'Choix de «\u00a0Plus tard\u00a0»',
    },
  ],
  [
    'Enquête',
    {
      SurveyContent: 'Enquête',
      SurveyPrivacy: 'Notice',
      Question: 'Question',
      OptionObject: 'Option',
      Condition: 'Condition',
      NextRule: 'Règle de suite',
      ConditionValue: 'Valeur attendue',
    },
  ],
  ['Liste de premiers pas', { ChecklistContent: 'Liste', ChecklistTask: 'Tâche' }],
  [
    'Aide',
    {
      Help: 'Aide',
      Article: 'Article',
      ArticleStep: 'Geste d’un article',
      ArticleVariant: 'Variante d’un article',
      Attachment: 'Fichier à télécharger',
      Hint: 'Repère',
      Contact: 'Contact',
      Channel: 'Moyen de contact',
      Report: 'Signalement',
    },
  ],
  [
    'Médias',
    {
      Media: 'Média',
      Video: 'Vidéo',
      Picture: 'Image commentée',
      Audio: 'Son',
      Captions: 'Sous-titres',
      Image: 'Image',
    },
  ],
  [
    'Textes, dates, identifiants',
    {
      Text: 'Texte',
      Id: 'Identifiant',
      LocalDate: 'Date',
      DateOrOffset: 'Date ou décalage',
      Offset: 'Décalage',
      Duration: 'Durée',
      ClockTime: 'Heure',
    },
  ],
];

const TITLES: Readonly<Record<string, string>> = Object.fromEntries(
  CHAPTERS.flatMap(([, parts]) => Object.entries(parts)),
);

const quoted = (value: unknown): Piece => ({ code: JSON.stringify(value) });

/** "a, b ou c" */
const either = (list: readonly Piece[][]): Piece[] =>
  list.flatMap((pieces, i) => (i ? [{ text: i === list.length - 1 ? ' ou ' : ', ' }, ...pieces] : pieces));

/** Reads a schema for people: its parts, in the page's order. */
class Reader {
  readonly #schema: Schema;

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** What a name, or a reference to it, stands for. */
  find(name: string): Schema {
    const found = name === '#' ? this.#schema : this.#schema.$defs?.[name.replace('#/$defs/', '')];
    if (!found) throw new Error(`reference: the schema has no ${name}`);
    return found;
  }

  /** What a value may be. */
  typeOf(schema: Schema): Piece[] {
    return either(this.#choicesOf(schema));
  }

  /** One of these: alternatives within alternatives stand side by side. */
  #choicesOf(schema: Schema): Piece[][] {
    const { $ref, allOf, anyOf, oneOf, type, items, additionalProperties } = schema;
    const [only] = allOf ?? [];
    if (only) return this.#choicesOf(only);
    if ($ref) {
      const name = $ref.replace('#/$defs/', '');
      const title = TITLES[name];
      return title === undefined ? this.#choicesOf(this.find($ref)) : [[{ part: name, text: title }]];
    }
    const choices = schema.properties ? undefined : (anyOf ?? oneOf);
    if (choices) return choices.flatMap((one) => this.#choicesOf(one));
    if (schema.const !== undefined) return [[quoted(schema.const)]];
    if (schema.enum) return schema.enum.map((value) => [quoted(value)]);
    if (type === 'boolean') return [[quoted(true)], [quoted(false)]];
    if (Array.isArray(items))
      return [
        [
          { text: '[' },
          ...items.flatMap((one, i) => [...(i ? [{ text: ', ' }] : []), ...this.typeOf(one)]),
          { text: ']' },
        ],
      ];
    if (items) return [[{ text: 'liste de\u00a0: ' }, ...this.typeOf(items)]];
    if (typeof additionalProperties === 'object')
      return [[{ text: 'objet\u202f; à chaque nom, ' }, ...this.typeOf(additionalProperties)]];
    return [[{ text: this.#wordFor(schema) }]];
  }

  #wordFor({ type, format, minimum, maximum }: Schema): string {
    if (type === 'string') return format === 'email' ? 'adresse électronique' : 'chaîne';
    if (type !== 'number' && type !== 'integer') return 'objet';
    const word = type === 'integer' ? 'nombre entier' : 'nombre';
    if (maximum !== undefined) return `${word}, de ${minimum ?? 0} à ${maximum}`;
    return minimum === undefined ? word : `${word}, au moins ${minimum}`;
  }

  /** A row for each field; the fields of an object that has no part of its own follow it. */
  rowsOf({ properties = {}, required = [] }: Schema, path = ''): Row[] {
    return Object.entries(properties).flatMap(([name, field]) => {
      const inner = field.items && !Array.isArray(field.items) ? field.items : field;
      const way = `${path}${name}`;
      return [
        {
          field: way,
          type: this.typeOf(field),
          isNeeded: required.includes(name),
          words: piecesOf(field.description),
        },
        ...this.rowsOf(inner, `${way}${inner === field ? '' : '[]'}.`),
      ];
    });
  }

  /** Of an object, its fields; of what is one of several objects that share some, those. */
  partOf(name: string, title: string): Part {
    const schema = this.find(name);
    const shared = this.#sharedBy(schema);
    const other = Object.keys(this.#schema.$defs ?? {}).find((one) =>
      this.find(one).oneOf?.some(({ $ref }) => $ref?.endsWith(`/${name}`)),
    );
    const above = other === undefined ? [] : this.#sharedBy(this.find(other)).map(({ field }) => field);
    const own = this.rowsOf(schema).filter(({ field }) => !above.includes(field));
    return {
      name,
      title,
      words: piecesOf(schema.description),
      rows: shared.length ? shared : own,
      forms: own.length ? [] : this.typeOf(schema),
    };
  }

  /** The rows that all its alternatives have, where they are campaigns: films and pictures are read one by one. */
  #sharedBy({ oneOf = [] }: Schema): Row[] {
    const [first = [], ...rest] = oneOf.map(({ $ref = '' }) => this.rowsOf(this.find($ref)));
    const isSame = (row: Row) =>
      rest.every((rows) => rows.some((one) => JSON.stringify(one) === JSON.stringify(row)));
    return first.some(({ field }) => field === 'content') ? first.filter(isSame) : [];
  }
}

/** Words, with what stands in quotes or braces as code. */
const piecesOf = (words = ''): Piece[] =>
  words
    .split(/(\{[^{}]*\}|\[\[[^\]]*\]\]|"[^"]*"|\b(?:true|false)\b)/)
    .map((text, i) => (i % 2 ? { code: text } : { text }))
    .filter((piece) => Object.values(piece).join('') !== '');

/** All that the page says of a schema. */
export function referenceOf(schema: Schema): Chapter[] {
  const reader = new Reader(schema);
  return CHAPTERS.map(([title, parts]) => ({
    title,
    parts: Object.entries(parts).map(([name, one]) => reader.partOf(name, one)),
  }));
}

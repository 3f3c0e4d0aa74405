/** Somebody who can be signed in. First names only, all invented; no school of this name exists. */
export interface Persona {
  /** Short French id, used in the switch, cookies and links: `?qui=parent`. */
  id: string;
  /** Canonical profile: what the pages' `<!--#if …-->` blocks ask for. */
  profile: 'pupil' | 'guardian' | 'teacher' | 'head' | 'staff' | 'district' | 'partner';
  firstName: string;
  role: string;
  place: string;
  email: string;
  /** As a real ENT would declare it: national codes or its own words, which the plan's vocabulary maps. */
  user: {
    profiles: string[];
    schools: string[];
    degrees: string[];
    levels?: string[];
    groups?: string[];
    functions?: string[];
    arrived: string;
  };
}

export const PRIMARY = '0999001A';
export const MIDDLE = '0999002B';
const primary = { schools: [PRIMARY], degrees: ['1d'] };
const ARRIVED = '2026-09-01';

export const PERSONAS: readonly Persona[] = [
  {
    id: 'eleve-cm2',
    profile: 'pupil',
    firstName: 'Inès',
    role: 'Élève de CM2',
    place: 'École Jules-Valadon',
    email: 'ines.cm2@ent.invalid',
    user: { profiles: ['National_ELV'], ...primary, levels: ['CM2'], arrived: ARRIVED },
  },
  {
    id: 'eleve-6e',
    profile: 'pupil',
    firstName: 'Malo',
    role: 'Élève de 6e B',
    place: 'Collège des Trois-Rivières',
    email: 'malo.6b@ent.invalid',
    user: { profiles: ['ELEVE'], schools: [MIDDLE], degrees: ['2d'], levels: ['6e'], arrived: ARRIVED },
  },
  {
    id: 'parent',
    profile: 'guardian',
    firstName: 'Nadia',
    role: 'Parent d’Inès et de Malo',
    place: 'École et collège',
    email: 'nadia.parent@ent.invalid',
    user: {
      profiles: ['National_TUT'],
      schools: [PRIMARY, MIDDLE],
      degrees: ['1d', '2d'],
      levels: ['CM2', '6e'],
      arrived: ARRIVED,
    },
  },
  {
    id: 'parent-college',
    profile: 'guardian',
    firstName: 'Youssef',
    role: 'Parent de Lina',
    place: 'Collège des Trois-Rivières',
    email: 'youssef.parent@ent.invalid',
    user: {
      profiles: ['National_TUT'],
      schools: [MIDDLE],
      degrees: ['2d'],
      levels: ['5e'],
      arrived: ARRIVED,
    },
  },
  {
    id: 'enseignante',
    profile: 'teacher',
    firstName: 'Claire',
    role: 'Enseignante de CM2',
    place: 'École Jules-Valadon',
    email: 'claire.cm2@ent.invalid',
    user: {
      profiles: ['National_ENS'],
      ...primary,
      levels: ['CM2'],
      groups: ['pilote'],
      functions: ['ENS'],
      arrived: '2026-08-24',
    },
  },
  {
    id: 'referente',
    profile: 'teacher',
    firstName: 'Sophie',
    role: 'Enseignante de CE2, référente numérique',
    place: 'École Jules-Valadon',
    email: 'sophie.ce2@ent.invalid',
    user: {
      profiles: ['National_ENS'],
      ...primary,
      levels: ['CE2'],
      groups: ['pilote'],
      functions: ['ENS'],
      arrived: '2026-08-24',
    },
  },
  {
    id: 'directrice',
    profile: 'head',
    firstName: 'Hélène',
    role: 'Directrice d’école',
    place: 'École Jules-Valadon',
    email: 'direction.valadon@ent.invalid',
    user: {
      profiles: ['National_ENS', 'National_DIR'],
      ...primary,
      levels: ['CE1'],
      functions: ['DIR'],
      arrived: '2026-08-24',
    },
  },
  {
    id: 'atsem',
    profile: 'staff',
    firstName: 'Maryse',
    role: 'ATSEM, petite section',
    place: 'École Jules-Valadon',
    email: 'maryse.atsem@ent.invalid',
    user: { profiles: ['ATSEM'], ...primary, levels: ['PS'], arrived: '2026-08-27' },
  },
  {
    id: 'circonscription',
    profile: 'district',
    firstName: 'Bruno',
    role: 'Conseiller pédagogique',
    place: 'Circonscription du Val-Tilleul',
    email: 'cpc.valtilleul@ent.invalid',
    user: { profiles: ['National_ACA'], ...primary, functions: ['CPC'], arrived: '2026-08-24' },
  },
  {
    id: 'partenaire',
    profile: 'partner',
    firstName: 'Lucie',
    role: 'Intervenante, médiathèque',
    place: 'Médiathèque des Deux-Ponts',
    email: 'lucie.mediatheque@ent.invalid',
    user: { profiles: ['INTERVENANT'], ...primary, groups: ['mediatheque'], arrived: '2026-09-14' },
  },
];

import type { Help } from '../../src/model/schema/help.js';

/** One article with all that an article may have, and a report of problems. */
export const RICH: Help = {
  articles: [
    {
      id: 'riche',
      title: { fr: 'Joindre un fichier', en: 'Attach a file' },
      summary: 'En trois gestes.',
      services: ['messagerie'],
      body: {
        fr: 'Un message porte **25 Mo**.',
        'fr-x-simple': 'Vous pouvez joindre un fichier.',
        en: 'A message carries **25 MB**.',
      },
      steps: [
        {
          title: 'Ouvrez un message',
          body: 'Choisissez **Nouveau message**.',
          show: 'messagerie-2026/ecrire',
        },
        { title: 'Choisissez le fichier' },
      ],
      attachments: [{ src: '/memo.pdf', title: 'Mémo', bytes: 1_234_567, lang: 'fr' }],
      related: ['autre', 'absent'],
      reviewed: '2026-10-05',
      show: 'messagerie-2026',
    },
    { id: 'autre', title: 'Un autre article', body: 'Rien de plus.' },
    { id: 'ailleurs', title: 'Un article dans son fichier', src: '/nulle-part/article.json' },
  ],
  contacts: [
    {
      id: 'a',
      title: 'Référente',
      subjects: ['Mot de passe'],
      email: 'a@ecole.example',
      channels: [{ kind: 'place', value: 'Bureau 12' }],
    },
    { id: 'b', title: 'Vie scolaire', subjects: ['Absences'], phone: '01 99 00 12 41' },
  ],
  report: { email: 'assistance@ecole.example' },
};

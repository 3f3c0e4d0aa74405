/** Pages and plans that several tests share. */

/** A plan with one of each: a banner, a tour, a survey and help. */
export const PLAN = {
  version: 1,
  id: 'essai',
  settings: { locale: 'fr', timeZone: 'Europe/Paris', theme: { scheme: 'light' } },
  campaigns: [
    {
      id: 'annonce',
      kind: 'banner',
      title: 'Nouvelle messagerie',
      content: {
        kind: 'new',
        place: 'top',
        title: 'La messagerie change',
        body: 'Vos messages sont **tous là**.',
        leave: ['close', 'later'],
      },
    },
    {
      id: 'visite',
      kind: 'tour',
      title: 'Découvrir la messagerie',
      content: {
        steps: [
          { id: 'un', target: '#ecrire', title: 'Écrire un message', body: 'Cliquez ici.' },
          { id: 'deux', target: '#dossiers', title: 'Vos dossiers', body: 'Tout est rangé.' },
        ],
      },
    },
    {
      id: 'avis',
      kind: 'survey',
      title: 'Votre avis',
      when: { start: 'manual' },
      content: {
        display: 'corner',
        title: 'Votre avis',
        privacy: { controller: 'Le collège', purpose: 'Améliorer l’ENT' },
        questions: [
          {
            id: 'q1',
            kind: 'choice',
            title: 'Cela vous aide\u202f?',
            required: true,
            options: ['Oui', 'Non'],
          },
        ],
        thanks: 'Merci.',
      },
    },
  ],
  help: {
    articles: [{ id: 'note', title: 'Lire une note', body: 'Ouvrez le **cahier**.' }],
  },
} as const;

/** A plan in which nothing is for anybody here. */
export const NOTHING_DUE = {
  ...PLAN,
  campaigns: PLAN.campaigns.map((campaign) => ({ ...campaign, audience: { profiles: ['district'] } })),
  help: {},
};

export const CONTEXT = {
  user: { key: 'b1946ac9', profiles: ['National_ENS'] },
  service: 'messagerie',
  locale: 'fr',
};

export interface PageParts {
  head?: string;
  body?: string;
  context?: unknown;
  /** The script's own tag. */
  tag?: string;
  html?: string;
}

export const TAG = '<script src="/sentier/sentier.js" data-plan="/plan.json" defer></script>';

/** A small page of an ENT with the script on it. */
export const page = ({
  head = '',
  body = '',
  context = CONTEXT,
  tag = TAG,
  html = '',
}: PageParts = {}): string =>
  `<!doctype html>
<html lang="fr" ${html}>
<head><meta charset="utf-8"><title>Messagerie</title><link rel="stylesheet" href="/host.css">${head}
<script type="application/json" id="sentier-context">${JSON.stringify(context)}</script>
${tag}
</head>
<body>
<header><a href="/">Mon ENT</a></header>
<main>
<h1>Messagerie</h1>
<button id="ecrire" type="button">Nouveau message</button>
<nav id="dossiers">Réception, envoyés, corbeille</nav>
<p>Bienvenue sur votre messagerie.</p>
${body}
</main>
</body>
</html>`;

export const HOST_CSS = `
body { font-family: sans-serif; margin: 0; background: #fff; color: #222 }
header { padding: 12px 24px; background: #eef } main { padding: 24px } nav { margin: 60px 0 16px }
#ecrire { position: absolute; top: 260px; left: 24px; width: 160px; height: 28px }
.clear { margin-top: 120px }
`;

/** Routes of the plain page. */
export const routes = (plan: unknown = PLAN, parts: PageParts = {}): Record<string, string> => ({
  '/': page(parts),
  '/host.css': HOST_CSS,
  '/plan.json': JSON.stringify(plan),
});

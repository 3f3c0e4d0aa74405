/** Writes the page of the isolation table: `tsx test/server/write-isolation.ts`. The test checks that it is the tests' own. */
import { writeFileSync } from 'node:fs';
import { isolationTable } from './support/isolation.js';

writeFileSync(
  'stories/guides/serveur-isolation.mdx',
  `import { Meta } from '@storybook/addon-docs/blocks';

<Meta title="Guides/Serveur : qui peut quoi" />

# Qui peut quoi

Ce tableau est celui des tests\u00a0: chaque case est vérifiée à chaque exécution, sur SQLite et sur PostgreSQL (\`test/server/isolation.test.ts\`).
Les rôles sauf le dernier sont ceux d’une école\u202f; «\u00a0une autre\u00a0» est une école hors de leur portée, et l’adresse répond alors comme si rien n’existait (404).
\`/results\`, \`/me\` et \`/audit\` sans \`?space=\` répondent à chacun, avec ce qui est à lui seulement.

${isolationTable()}
`,
);

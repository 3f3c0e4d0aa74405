import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import table from './search-table.json';

interface Row {
  profile: string;
  question: string;
  expected: string;
  rank: number;
  found: string[];
}

const WHO: Readonly<Record<string, string>> = {
  guardian: 'Parent',
  teacher: 'Enseignant',
  head: 'Direction',
  district: 'Circonscription',
  partner: 'Partenaire',
  pupil: 'Élève',
};

const rows = table as Row[];
const right = rows.filter(({ rank }) => rank > 0 && rank <= 3).length;

const meta: Meta = { title: 'Aide/Qualité de la recherche' };
export default meta;

/** Written by test/node/help-questions.test.ts, which also checks that it is what the search does now. */
export const Tableau: StoryObj = {
  render: () =>
    html`<p>
        ${right} questions sur ${rows.length} ont le bon article dans les trois premiers
        (${Math.round((right / rows.length) * 1000) / 10} %). Elles sont écrites comme on les tape : sans
        accent, avec des fautes.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Qui</th>
            <th scope="col">Question</th>
            <th scope="col">Article attendu</th>
            <th scope="col">Rang</th>
            <th scope="col">Les trois premiers</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ profile, question, expected, rank, found }) =>
              html`<tr>
                <td>${WHO[profile] ?? profile}</td>
                <th scope="row">${question}</th>
                <td>${expected}</td>
                <td>${rank || 'absent'}</td>
                <td>${found.join(', ')}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
};

/** The spaces that `npm run typography` puts right, and what it leaves. `~` is a plain space here, or it would be one. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { reread } from '../../.config/typography.js';

const plain = (text: string) => text.replaceAll('~', ' ');
const right = (file: string, text: string) => reread(file, plain(text)).right;
const WIDE = '\u00a0';
const NARROW = '\u202f';

it('puts right what is French, in each kind of file', () => {
  assert.equal(
    right('a.mdx', 'Une erreur~? Une seule~: «~ici~»~; à 18~h~30, 4~000 mots, 1~000~000 d’octets.'),
    `Une erreur${NARROW}? Une seule${WIDE}: «${WIDE}ici${WIDE}»${NARROW}; à 18${WIDE}h${WIDE}30, 4${NARROW}000 mots, 1${NARROW}000${NARROW}000 d’octets.`,
  );
  assert.equal(right('a.html', `<p>Merci${WIDE}!</p>`), `<p>Merci${NARROW}!</p>`);
  assert.equal(right('a.json', '{ "a": "Merci~!\\n" }'), `{ "a": "Merci${NARROW}!\\n" }`);
  assert.equal(
    right('a.xlf', '<source>Où~: <x id="0" equiv-text="${a~? b~: c}"/>~?</source><target>a~?</target>'),
    plain(`<source>Où${WIDE}: <x id="0" equiv-text="\${a~? b~: c}"/>${NARROW}?</source><target>a~?</target>`),
  );
});

it('spells it out in a program', () => {
  assert.equal(right('a.ts', "say('Merci~!');"), "say('Merci\\u202f!');");
  assert.equal(right('a.ts', "say('Merci\\u202f!');"), "say('Merci\\u202f!');");
  assert.equal(
    right('a.ts', 'say(`«~${who}~»~: ${a~? b~: c}~%`);'),
    plain('say(`«\\u00a0${who}\\u00a0»\\u00a0: ${a~? b~: c}\\u00a0%`);'),
  );
  assert.equal(
    right('a.ts', 'html`<b class=${a}>${b}~: </b>`;'),
    plain('html`<b class=${a}>${b}\\u00a0: </b>`;'),
  );
  assert.equal(right('a.ts', 'match(/Est-ce~\\?$/);'), 'match(/Est-ce\\u202f\\?$/);');
});

it('leaves code, English and what people type', () => {
  for (const [file, text] of [
    ['a.ts', 'const a = b~? c~: d;'],
    ['a.ts', "find('#a~:hover, /une?~*');"],
    ['a.ts', 'css`a~: b~;`'],
    ['a.ts', "run('(a) => a~? b~: c');"],
    ['a.ts', "say('the focus is on «~a~»');"],
    ['a.ts', 'match(/la~?b/);'],
    ['test/a.ts', "find('à 14~h~30');"],
    ['a.json', '{ "Est-ce~?": 1 }'],
    ['a.mdx', '<Meta title="Guides/Le studio~: cinq minutes" />\n\n`a~? b~: c`\n\n```js\na~? b~: c\n```\n'],
    ['a.html', '<script>a~? b~: c</script>'],
  ] as const)
    assert.equal(right(file, text), plain(text));
});

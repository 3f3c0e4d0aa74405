import { escapeXml } from '../../core/news/escape.js';
import { stateWords, targetWords } from './finding.js';
import type { Finding } from './finding.js';
import { countOf, grouped, summary } from './report-text.js';

/** A page to look at by itself, with the pictures beside it; no script, so that any CI may show it. */
export function htmlReport(
  findings: readonly Finding[],
  about: { plan: string; url: string; date: string },
): string {
  const { plan, url, date } = about;
  const e = escapeXml;
  const errors = countOf(findings, 'error');
  const sections = [...grouped(findings)].map(([heading, some]) => {
    const bad = some.filter(({ severity }) => severity !== 'good').length;
    return `<section>
<h2>${e(heading)} <small>${bad ? `${bad} à revoir` : 'tout est là'}</small></h2>
<ol>
${some.map(itemMarkup).join('\n')}
</ol>
</section>`;
  });
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${errors ? `${errors} cible(s) en faute` : 'Tout est là'} – vérification du plan</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Vérification du plan</h1>
<p>${e(summary(findings))}</p>
<p class="soft">${e(plan)} sur ${e(url)}, le ${e(date)}</p>
</header>
<main>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function itemMarkup({ severity, label, page, state, message, path, target, picture, way }: Finding): string {
  const e = escapeXml;
  const [x, y, width, height] = picture?.box ?? [];
  // An outline as SVG: its place may stand in attributes under any policy.
  const outline =
    x === undefined
      ? ''
      : `<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></svg>`;
  const shot = picture
    ? `<details${severity === 'good' ? '' : ' open'}><summary>Image de la page</summary><a class="shot" href="images/${e(picture.file)}"><img src="images/${e(picture.file)}" alt="${e(`La page ${page} pendant «\u00a0${label}\u00a0»`)}" loading="lazy">${outline}</a></details>`
    : '';
  return `<li class="${severity}">
<h3>${e(label)} <span class="state">${e(stateWords(state))}</span></h3>
${message ? `<p>${e(message)}</p>` : ''}
<p class="soft">${e(page || 'aucune page')} · <code>${e(targetWords(target))}</code>${way && way > 1 ? ` · trouvée par le moyen ${way}` : ''}<br><code>${e(path)}</code></p>
${shot}
</li>`;
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2330; --soft: #5a6272; --line: #d9dce3; --paper: #fff; --good: #0b6b5f; --warning: #8a5a00; --error: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9ebf0; --soft: #a6adbb; --line: #363a44; --paper: #1b1d22; --good: #5cc4b4; --warning: #e0b050; --error: #ff8f86; } }
body { max-width: 960px; margin: 0 auto; padding: 24px 16px 64px; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 26px; } h2 { margin-top: 40px; padding-bottom: 6px; border-bottom: 1px solid var(--line); font-size: 20px; }
h2 small, .soft { color: var(--soft); font-size: 14px; font-weight: 400; } h3 { margin: 0; font-size: 16px; } p { margin: 4px 0; }
ol { padding: 0; list-style: none; } li { margin: 12px 0; padding: 12px 16px; border: 1px solid var(--line); border-inline-start: 4px solid var(--good); border-radius: 8px; }
li.warning { border-inline-start-color: var(--warning); } li.error { border-inline-start-color: var(--error); }
.state { margin-inline-start: 8px; color: var(--good); font-weight: 400; } .warning .state { color: var(--warning); } .error .state { color: var(--error); }
code { overflow-wrap: anywhere; font: 13px ui-monospace, monospace; } summary { cursor: pointer; padding-block: 4px; }
.shot { position: relative; display: block; border: 1px solid var(--line); } .shot img { display: block; width: 100%; height: auto; }
.shot svg { position: absolute; inset: 0; width: 100%; height: 100%; } .shot rect { fill: none; stroke: #d6006c; stroke-width: 3px; vector-effect: non-scaling-stroke; }
`;

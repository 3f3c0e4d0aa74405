import { ENDPOINTS, type Endpoint } from './endpoints.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c);
/** `code` in a summary. */
const inline = (text: string): string => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** Everything that it needs comes from here: no script, no font, no other address. */
export const DOCS_CSP =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const DOCS_CSS = `:root{color-scheme:light dark;--ink:#1d2330;--quiet:#5a6372;--line:#d9dde3;--card:#fff;--page:#f6f7f5;--accent:#0b6b5f}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaee;--quiet:#a3abb8;--line:#343a45;--card:#1b1d22;--page:#121417;--accent:#63c7b8}}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:860px;margin:0 auto;padding:32px 20px 64px}
h1{font-size:28px;margin:0 0 8px}h2{font-size:18px;margin:0;font-weight:600}
p{margin:8px 0}.quiet{color:var(--quiet)}a{color:var(--accent)}
section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px 20px;margin:16px 0}
code{font:14px/1.4 ui-monospace,monospace}.method{font-weight:700;color:var(--accent);text-transform:uppercase}
table{border-collapse:collapse;width:100%;margin-top:8px}th,td{text-align:start;vertical-align:top;padding:6px 12px 6px 0;border-top:1px solid var(--line);font-size:15px}
th{font-weight:500;white-space:nowrap}.scroll{overflow-x:auto}`;

function row(name: string, text: string): string {
  return `<tr><th scope="row"><code>${escape(name)}</code></th><td>${inline(text)}</td></tr>`;
}

function section({ method, path, caller, summary, query, headers, answers }: Endpoint): string {
  const rows = [
    ...Object.entries(query ?? {}).map(([name, text]) => row(`?${name}`, text)),
    ...Object.entries(headers ?? {}).map(([name, text]) => row(name, text)),
    ...Object.entries(answers).map(([status, { says }]) => row(status, says)),
  ];
  return `<section><h2><span class="method">${method}</span> <code>${escape(path)}</code></h2><p>${inline(summary)} <span class="quiet">(${caller})</span></p><div class="scroll" tabindex="0"><table>${rows.join('')}</table></div></section>`;
}

/** The contract to read, in a browser without script. Its links start at its own address: a proxy may have removed a prefix. */
export const docsPage = (): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Sentier: the HTTP contract</title><link rel="stylesheet" href="docs.css"></head><body><main><h1>Sentier: the HTTP contract</h1><p>Who calls sends a JWT signed by the ENT, in <code>Authorization: Bearer</code> or in its cookie. Every refusal is <code>application/problem+json</code>, with the place of the fault and what to do. The schemas are in the <a href="openapi.json">OpenAPI document</a>.</p>${ENDPOINTS.map(section).join('')}</main></body></html>`;

/**
 * The HTTP contract (design: §8): schemas and types only; the server checks with them and makes the OpenAPI document
 * of them. Paths are below wherever the server is mounted. Who: `Authorization: Bearer <JWT>`, or the cookie that the
 * host sets. Every refusal is `application/problem+json` (`Problem`).
 *
 * | call | role | answer |
 * |---|---|---|
 * | `GET /me` | viewer | `Me` |
 * | `GET /plan` | anyone | the published plan; `ETag`, 304 |
 * | `GET /content/{name}` | anyone | a campaign's content that the plan names by `src` |
 * | `GET /content/{space}/{name}` | anyone | the same, of a school or a district: the published plan has this address in its `src` |
 * | `PUT /content/{name}` | editor | 204; belongs to the draft until it is published; `GET …?draft=1` reads it there |
 * | `POST /collect` | the page | `CollectReceipt` |
 * | `GET`, `PATCH`, `DELETE /progress` | the user | `ProgressDocument`; 204 |
 * | `GET /draft` | editor | the plan document; `ETag`; an empty plan where nothing was written yet |
 * | `PUT /draft` | editor | `If-Match` is required (428). 200 `DraftSaved`; 412 `DraftConflict` |
 * | `POST /publish` | publisher | `If-Match`: the draft that was looked at. `PublishRequest` → 200 `Published`, 202 `Waiting`, 412 `DraftConflict`, 422 `Problem` with `issues` |
 * | `POST /publish/approve` | another publisher | `If-Match`: `etag` of the `Pending` that was looked at. 200 `Published`; 403 for who asked; 404 when nothing waits; 412 when another request does |
 * | `DELETE /publish` | publisher | 204: what waits is withdrawn |
 * | `GET /revisions` | editor | `RevisionList` |
 * | `GET /revisions/{n}` | editor | `RevisionDocument` |
 * | `GET /revisions/{n}/diff` | editor | `Diff` |
 * | `POST /revisions/{n}/restore` | publisher | as publish; once it is published the draft becomes that revision too, and the one that was there is put aside among the revisions |
 * | `POST /revisions/{n}/draft` | editor | `If-Match`: the draft. 200 `DraftSaved`: the draft becomes that revision, nothing is published; 412 `DraftConflict` |
 * | `GET /results`, `GET /results/{campaign}` | viewer | `ResultsOverview`, `CampaignResults` |
 * | `GET /results/{campaign}.csv` | viewer | a table for spreadsheets |
 * | `GET /audit` | editor | `AuditList` of the caller's spaces |
 * | `GET /support`, `GET /support/{report}/picture` | admin | `SupportList` of the caller's schools; a JPEG |
 * | `DELETE /support/{report}` | admin | 204: it has been dealt with |
 */
export * from './access.js';
export * from './collect.js';
export * from './problem.js';
export * from './progress.js';
export * from './publishing.js';
export * from './results.js';
export * from './support.js';

import { css, html, LitElement } from 'lit';
import type { TemplateResult } from 'lit';

/** A list of the page's own, in a shadow root, as an ENT built of web components has. */
class DemoMailList extends LitElement {
  static override styles = css`
    ul {
      height: 200px;
      margin: 0;
      padding: 0;
      overflow: auto;
      border: 1px solid #d5dae4;
      border-radius: 8px;
      background: #fff;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
      padding: 10px 14px;
      border-bottom: 1px solid #eceff4;
    }
    b {
      flex: 0 0 150px;
    }
    button {
      margin-inline-start: auto;
      padding: 4px 10px;
      border: 1px solid #8a94a8;
      border-radius: 6px;
      background: #fff;
      font: inherit;
      font-size: 14px;
    }
  `;

  override render(): TemplateResult {
    const mails = [
      ['Mme Lefèvre', 'Sortie au musée, jeudi 26'],
      ['Vie scolaire', 'Absence de Mme Diallo lundi'],
      ['M. Garnier', 'Réunion de rentrée\u00a0: ordre du jour'],
      ['Secrétariat', 'Photo de classe'],
      ['Mme Costa', 'Projet jardin\u00a0: besoin de bras'],
      ['Périscolaire', 'Inscriptions de janvier'],
      ['M. Petit', 'Évaluations de CM2'],
      ['Direction', 'Conseil d’école du 12 décembre'],
    ];
    return html`<ul part="list" tabindex="0" aria-label="Messages reçus">
      ${mails.map(
        ([from, subject], i) =>
          html`<li id="mail-${i}"><b>${from}</b>${subject}<button id="archive-${i}">Archiver</button></li>`,
      )}
    </ul>`;
  }
}
if (!customElements.get('demo-mail-list')) customElements.define('demo-mail-list', DemoMailList);

/** The messages page of a primary school's ENT: sticky header, side menu, scrolling list in a shadow root, form, dialog. */
export const messagingPage = (tour: unknown = ''): TemplateResult => html`
  <style>
    .ent {
      min-height: 1500px;
      background: #f4f6fa;
      color: #1f2738;
      font:
        16px/1.5 'Segoe UI',
        'Noto Sans',
        Arial,
        sans-serif;
    }
    .ent header {
      position: sticky;
      top: 0;
      z-index: 10;
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
      align-items: center;
      min-height: 56px;
      padding: 0 16px;
      background: #23407a;
      color: #fff;
    }
    .ent header a {
      color: #fff;
    }
    .ent header span {
      margin-inline-start: auto;
    }
    .ent .wide {
      display: flex;
      flex-wrap: wrap;
      gap: 24px;
      max-width: 1080px;
      margin: 0 auto;
      padding: 24px 16px;
    }
    .ent nav ul {
      margin: 0;
      padding: 0;
      list-style: none;
      line-height: 2.2;
    }
    .ent main {
      flex: 1 1 260px;
      min-width: 0;
    }
    .ent .bar {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      margin-bottom: 16px;
    }
    .ent .bar button,
    .ent .bar input {
      padding: 8px 14px;
      border: 1px solid #5b6780;
      border-radius: 6px;
      background: #fff;
      font: inherit;
    }
    .ent .bar #compose {
      border-color: #23407a;
      background: #23407a;
      color: #fff;
    }
    .ent #signature {
      margin-top: 600px;
      padding: 16px;
      border: 1px solid #d5dae4;
      border-radius: 8px;
      background: #fff;
    }
    .ent #signature div[contenteditable] {
      min-height: 44px;
      padding: 8px;
      border: 1px solid #8a94a8;
    }
  </style>
  <div class="ent" lang="fr">
    <header>
      <strong>École Jean-Moulin</strong><a href="#accueil">Accueil</a><a href="#agenda">Agenda</a
      ><span>Claire Martin, CE2</span>
    </header>
    <div class="wide">
      <nav aria-label="Messagerie">
        <ul>
          <li><a href="#recus" id="inbox">Messages reçus</a></li>
          <li><a href="#envoyes">Messages envoyés</a></li>
          <li><a href="#brouillons">Brouillons</a></li>
        </ul>
      </nav>
      <main>
        <h1>Messagerie</h1>
        <div class="bar">
          <button
            id="compose"
            type="button"
            aria-expanded="false"
            aria-haspopup="dialog"
            aria-describedby="compose-help"
            class="lead"
          >
            Nouveau message
          </button>
          <input id="search" type="search" aria-label="Chercher dans les messages" placeholder="Chercher" />
        </div>
        <p id="compose-help">Vos messages sont gardés un an.</p>
        <demo-mail-list id="mails"></demo-mail-list>
        <section id="signature" aria-label="Signature">
          <h2>Ma signature</h2>
          <p>
            <label>Adresse de réponse <input type="email" id="reply" /></label>
          </p>
          <div contenteditable="true" role="textbox" aria-label="Texte de la signature" id="editor"></div>
          <p><a href="#aide">Aide sur les signatures</a></p>
        </section>
      </main>
    </div>
    <dialog id="new-message" aria-label="Nouveau message">
      <form method="dialog">
        <p>
          <label>À <input id="to" name="to" /></label>
        </p>
        <p>
          <label>Objet <input name="subject" /></label>
        </p>
        <p><button id="send">Envoyer</button></p>
      </form>
    </dialog>
    ${tour}
  </div>
`;

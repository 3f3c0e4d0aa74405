import { html, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { FileStore } from '../store/file-store.js';
import type { Studio } from '../store/studio.js';

/** Without a server: the plan is a file that one opens, saves, and gives to whoever looks after the ENT. */
export function fileView(studio: Studio, host: { requestUpdate(): void }): TemplateResult {
  const { store } = studio;
  if (!(store instanceof FileStore)) return html``;
  const open = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    try {
      store.open(await file.text(), { name: file.name });
      input.setCustomValidity('');
      await studio.reload();
    } catch {
      input.setCustomValidity(
        msg('Ce fichier n’est pas un plan Sentier (du JSON avec « campaigns » ou « help »).', {
          id: 'studio-not-a-plan',
        }),
      );
      input.reportValidity();
      host.requestUpdate();
    }
  };
  const save = () => {
    const url = URL.createObjectURL(new Blob([store.export(studio.plan)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = store.sink.name;
    link.click();
    // The download has its own copy by the next task.
    setTimeout(() => URL.revokeObjectURL(url));
    host.requestUpdate();
  };
  return html`<section class="sheet stack" aria-labelledby="file">
    <h3 id="file">${msg('Le fichier du plan', { id: 'studio-file' })}</h3>
    <p>
      ${
        store.isExported(studio.plan)
          ? msg(str`${store.sink.name} est à jour.`, { id: 'studio-file-current' })
          : msg(
              'Des changements ne sont encore que dans ce navigateur. Enregistrez le fichier, puis déposez-le à la place de l’ancien.',
              { id: 'studio-file-stale' },
            )
      }
    </p>
    <div class="row">
      <button type="button" class="primary save-file" @click=${save}>
        ${msg('Enregistrer le fichier', { id: 'studio-file-save' })}
      </button>
    </div>
    <div class="field">
      <label for="open-file">${msg('Ouvrir un autre fichier', { id: 'studio-file-open' })}</label>
      <input
        id="open-file"
        type="file"
        accept="application/json,.json"
        @change=${(event: Event) => void open(event.target as HTMLInputElement)}
      />
    </div>
  </section>`;
}

import { getRole } from 'dom-accessibility-api';
import type { FragilityReason, Solidity } from '../../core/target/fragility.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { TargetPart } from '../../model/schema/common.js';
import { nameOf } from './name-of.js';

/** What a role is called by people who do not write pages. */
const ROLES: Readonly<Record<string, () => string>> = {
  __proto__: null as never,
  button: () => msg('Bouton', { id: 'studio-picker-role-button' }),
  link: () => msg('Lien', { id: 'studio-picker-role-link' }),
  textbox: () => msg('Champ de texte', { id: 'studio-picker-role-textbox' }),
  searchbox: () => msg('Recherche', { id: 'studio-picker-role-searchbox' }),
  search: () => msg('Recherche', { id: 'studio-picker-role-searchbox' }),
  checkbox: () => msg('Case à cocher', { id: 'studio-picker-role-checkbox' }),
  radio: () => msg('Choix', { id: 'studio-picker-role-radio' }),
  combobox: () => msg('Liste de choix', { id: 'studio-picker-role-combobox' }),
  listbox: () => msg('Liste de choix', { id: 'studio-picker-role-combobox' }),
  tab: () => msg('Onglet', { id: 'studio-picker-role-tab' }),
  heading: () => msg('Titre', { id: 'studio-picker-role-heading' }),
  img: () => msg('Image', { id: 'studio-picker-role-img' }),
  list: () => msg('Liste', { id: 'studio-picker-role-list' }),
  table: () => msg('Tableau', { id: 'studio-picker-role-table' }),
  grid: () => msg('Tableau', { id: 'studio-picker-role-table' }),
  dialog: () => msg('Fenêtre', { id: 'studio-picker-role-dialog' }),
  banner: () => msg('En-tête de la page', { id: 'studio-picker-role-banner' }),
  navigation: () => msg('Menu', { id: 'studio-picker-role-navigation' }),
  menu: () => msg('Menu', { id: 'studio-picker-role-navigation' }),
  menuitem: () => msg('Entrée de menu', { id: 'studio-picker-role-menuitem' }),
  main: () => msg('Contenu de la page', { id: 'studio-picker-role-main' }),
  complementary: () => msg('Colonne', { id: 'studio-picker-role-complementary' }),
  contentinfo: () => msg('Pied de page', { id: 'studio-picker-role-contentinfo' }),
  form: () => msg('Formulaire', { id: 'studio-picker-role-form' }),
  iframe: () => msg('Cadre', { id: 'studio-picker-role-iframe' }),
};

/** "Bouton « Nouveau message »"; for what has neither role nor name, its id or its tag. */
export function describe(el: Element, role = getRole(el)): string {
  const known = ROLES[el.localName === 'iframe' ? 'iframe' : (role ?? '')]?.();
  const kind = known ?? msg('Zone', { id: 'studio-picker-role-zone' });
  const name = nameOf(el);
  const short = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  if (short) return msg(str`${kind} «\u00a0${short}\u00a0»`, { id: 'studio-picker-named' });
  const what = el.id && !/[:«]/.test(el.id) ? `#${el.id}` : known ? '' : el.localName;
  return what ? `${kind} ${what}` : kind;
}

export const solidityWord = (solidity: Solidity): string =>
  solidity === 'solid'
    ? msg('solide', { id: 'studio-picker-solid' })
    : solidity === 'fair'
      ? msg('moyen', { id: 'studio-picker-fair' })
      : msg('fragile', { id: 'studio-picker-fragile' });

const REASONS: Readonly<Record<FragilityReason, () => string>> = {
  testid: () => msg('posé exprès pour être retrouvé', { id: 'studio-picker-why-testid' }),
  id: () => msg('un identifiant que quelqu’un a écrit', { id: 'studio-picker-why-id' }),
  attribute: () => msg('ce que l’élément est, ou ce à quoi il mène', { id: 'studio-picker-why-attribute' }),
  'role-name': () => msg('le rôle et le nom que tout le monde voit', { id: 'studio-picker-why-role' }),
  class: () => msg('une classe de style, qui suit l’habillage du site', { id: 'studio-picker-why-class' }),
  text: () =>
    msg('des mots, qui changent avec la langue et les relectures', { id: 'studio-picker-why-text' }),
  'role-only': () =>
    msg('un rôle sans nom\u00a0: un second suffit à hésiter', { id: 'studio-picker-why-role-only' }),
  tag: () => msg('une simple balise\u00a0: rien ne la distingue', { id: 'studio-picker-why-tag' }),
  generated: () =>
    msg('un nom fabriqué par un outil, autre à la prochaine version', { id: 'studio-picker-why-generated' }),
  state: () => msg('un état passager (ouvert, choisi…)', { id: 'studio-picker-why-state' }),
  order: () => msg('la place parmi les voisins\u00a0: un ajout la décale', { id: 'studio-picker-why-order' }),
  deep: () => msg('un long chemin, qu’un remaniement coupe', { id: 'studio-picker-why-deep' }),
  words: () => msg('des mots, qui dépendent de la langue', { id: 'studio-picker-why-words' }),
  shadow: () => msg('à l’intérieur d’un composant', { id: 'studio-picker-why-shadow' }),
  frame: () => msg('à l’intérieur d’un cadre', { id: 'studio-picker-why-frame' }),
  'long-text': () => msg('un long texte, dont chaque mot compte', { id: 'studio-picker-why-long' }),
  number: () => msg('un nombre, qui change', { id: 'studio-picker-why-number' }),
};

/** Why, in a phrase: what weighs most, and one more. */
export const reasonWords = (reasons: readonly FragilityReason[]): string =>
  reasons
    .slice(0, 2)
    .map((reason) => REASONS[reason]())
    .join('\u202f; ');

/** A way of finding, as one would say it; selectors stand as they are. */
export function partWords(part: TargetPart): string {
  if (typeof part === 'string') return part;
  if ('frame' in part) {
    const inner = Array.isArray(part.target) ? part.target[0] : part.target;
    const where = inner === undefined ? '' : partWords(inner);
    return msg(str`dans le cadre ${part.frame}\u00a0: ${where}`, { id: 'studio-picker-part-frame' });
  }
  if ('text' in part) return msg(str`les mots «\u00a0${part.text}\u00a0»`, { id: 'studio-picker-part-text' });
  const kind = ROLES[part.role]?.() ?? part.role;
  return part.name === undefined
    ? kind
    : msg(str`${kind} «\u00a0${part.name}\u00a0»`, { id: 'studio-picker-part-role' });
}

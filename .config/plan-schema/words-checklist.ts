import type { Words } from './words.js';

export const checklistWords: Words = {
  ChecklistContent: {
    '': 'Liste de premiers pas, dans un coin de la page\u202f; elle se coche à mesure.',
    title: 'Titre\u00a0: «\u00a0Bien démarrer\u00a0» par défaut.',
    intro: 'Quelques mots sous le titre, sans Markdown.',
    thanks:
      'Ce qui est dit quand tout est fait, sans Markdown\u00a0: quelques mots passe-partout par défaut.',
    order: '"any" (par défaut)\u00a0: dans l’ordre qu’on veut. "fixed"\u00a0: l’une après l’autre.',
    tasks: 'Tâches\u00a0: une au moins.',
  },
  ChecklistTask: {
    '': 'Une tâche de la liste.',
    id: 'Nom de la tâche, unique dans la liste\u00a0: ce qui est fait est retenu sous ce nom.',
    title: 'Ce qu’il y a à faire.',
    body: 'Précision sous la tâche, en Markdown.',
    do: 'Ce que fait son bouton\u00a0: "tour" (une visite), "article" (lire), "survey" (répondre), "visit" (aller à une page). Sans lui, pas de bouton.',
    to: 'Id de la visite, de l’article ou de l’enquête\u202f; pour "visit", chemin de la page, écrit comme dans "when.pages".',
    doneWhen:
      'Signe que c’est fait. Par défaut\u00a0: l’article ouvert, la page visitée. Une visite finie ou une enquête répondue compte toujours.',
    'doneWhen.event': 'Événement que la page annonce par "sentier.emit".',
    'doneWhen.present': 'Élément visible dans la page.',
    audience: 'Pour qui\u00a0: pour tous par défaut.',
  },
};

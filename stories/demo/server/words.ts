/** The ENT's own interface words. What people write in it stays in the language they wrote it in. */
export const LANGUAGES = ['fr', 'en', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

const TABLE: Record<string, readonly [fr: string, en: string, ar: string]> = {
  skip: ['Aller au contenu', 'Skip to content', 'انتقل إلى المحتوى'],
  accueil: ['Accueil', 'Home', 'الرئيسية'],
  messagerie: ['Messagerie', 'Messages', 'الرسائل'],
  'cahier-de-textes': ['Cahier de textes', 'Homework diary', 'دفتر النصوص'],
  agenda: ['Agenda', 'Calendar', 'التقويم'],
  classeur: ['Classeur', 'Files', 'الملفات'],
  blog: ['Blog', 'Blog', 'المدونة'],
  notes: ['Notes', 'Marks', 'الدرجات'],
  aide: ['Aide', 'Help', 'المساعدة'],
  actualites: ['Quoi de neuf', 'What’s new', 'الجديد'],
  demarrer: ['Bien démarrer', 'Getting started', 'بداية جيدة'],
  'mon-compte': ['Mon compte', 'My account', 'حسابي'],
  collecte: ['Ce que Sentier a reçu', 'What Sentier received', 'ما استلمه Sentier'],
  studio: ['Studio', 'Studio', 'الاستوديو'],
  'studio-here': ['Studio sur cette page', 'Studio on this page', 'الاستوديو في هذه الصفحة'],
  services: ['Services', 'Services', 'الخدمات'],
  menu: ['Menu', 'Menu', 'القائمة'],
  'close-menu': ['Fermer le menu', 'Close the menu', 'إغلاق القائمة'],
  search: ['Rechercher dans l’ENT', 'Search', 'بحث'],
  unread: ['messages non lus', 'unread messages', 'رسائل غير مقروءة'],
  theme: ['Thème sombre', 'Dark theme', 'الوضع الداكن'],
  'sign-out': ['Changer de personne', 'Switch user', 'تغيير المستخدم'],
  hello: ['Bonjour', 'Hello', 'مرحبًا'],
  today: ['Aujourd’hui', 'Today', 'اليوم'],
  news: ['À la une', 'News', 'آخر الأخبار'],
  'see-all': ['Tout voir', 'See all', 'عرض الكل'],
  shortcuts: ['Raccourcis', 'Shortcuts', 'اختصارات'],
  homework: ['À faire bientôt', 'Due soon', 'الواجبات القادمة'],
  'new-message': ['Nouveau message', 'New message', 'رسالة جديدة'],
  inbox: ['Boîte de réception', 'Inbox', 'صندوق الوارد'],
  sent: ['Envoyés', 'Sent', 'المرسلة'],
  drafts: ['Brouillons', 'Drafts', 'المسودات'],
  bin: ['Corbeille', 'Bin', 'سلة المهملات'],
  folders: ['Dossiers', 'Folders', 'المجلدات'],
  footer: [
    'ENT de démonstration\u00a0: personnes et établissements imaginaires.',
    'Demonstration: people and schools are invented.',
    'منصة تجريبية: الأشخاص والمؤسسات من وحي الخيال.',
  ],
  'demo-who': ['Vous êtes', 'You are', 'أنت'],
  'demo-date': ['Nous sommes le', 'The date is', 'التاريخ'],
  'demo-language': ['Langue', 'Language', 'اللغة'],
  'demo-simple': ['Textes simplifiés', 'Simplified texts', 'نصوص مبسطة'],
  'demo-apply': ['Appliquer', 'Apply', 'تطبيق'],
  'demo-reset': ['Tout revoir', 'Start over', 'إعادة الكل'],
  demo: ['Démonstration', 'Demonstration', 'عرض تجريبي'],
};

export const word = (key: string, language: Language): string | undefined =>
  TABLE[key]?.[LANGUAGES.indexOf(language)];
export const languageName: Record<Language, string> = { fr: 'Français', en: 'English', ar: 'العربية' };

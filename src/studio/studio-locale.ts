import { extendInterface, interfaceLocale, onInterfaceLocale } from '../locales/msg.js';

/** The studio's strings in languages other than French; the pages' own are in tables of theirs (.config/split-locales.ts). */
const TABLES: Readonly<Record<string, () => Promise<{ templates: Parameters<typeof extendInterface>[1] }>>> =
  {
    en: () => import('../locales/generated/studio-en.js'),
  };

/** Keeps the studio's strings in the interface language; the returned function ends it. A table that cannot be had leaves French. */
export function followInterfaceLocale(): () => void {
  let have = 'fr';
  const follow = async (): Promise<void> => {
    const locale = interfaceLocale();
    if (locale === have) return;
    have = locale;
    const table = await TABLES[locale]?.().catch(() => undefined);
    if (table && locale === interfaceLocale()) extendInterface(locale, table.templates);
  };
  void follow();
  return onInterfaceLocale(() => void follow());
}

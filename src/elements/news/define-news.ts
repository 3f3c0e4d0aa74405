import { SentierNews } from './sentier-news.js';

if (!customElements.get('sentier-news')) customElements.define('sentier-news', SentierNews);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-news': SentierNews;
  }
}

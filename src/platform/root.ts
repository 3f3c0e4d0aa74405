import { query } from './natives.js';

/** `<html>`, which an `<img name=documentElement>` cannot stand for. */
export const root = (): HTMLElement => query(':root') as HTMLElement;

#!/usr/bin/env node
import { Command } from 'commander';
import { addServe } from './serve.js';

declare const __VERSION__: string | undefined;

const program = new Command('sentier')
  .description('Accompany people through change on an ENT')
  .version(typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0');

// A command is a file that adds itself: one import, one line.
addServe(program);

await program.parseAsync();

#!/usr/bin/env node
import { Command } from 'commander';
import { addBuild } from './build.js';
import { addCheck } from './check.js';
import { addImport } from './import.js';
import { addServe } from './serve.js';
import { addValidate } from './validate.js';

declare const __VERSION__: string | undefined;

const program = new Command('sentier')
  .description('Accompany people through change on an ENT')
  .version(typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0');

// A command is a file that adds itself: one import, one line.
addServe(program);
addValidate(program);
addCheck(program);
addImport(program);
addBuild(program);

await program.parseAsync();

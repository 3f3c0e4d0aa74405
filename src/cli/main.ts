#!/usr/bin/env node
import { Command } from 'commander';
import { tellBrokenOutput } from './broken-output.js';
import { addBuild } from './build.js';
import { addCheck } from './check.js';
import { addImport } from './import.js';
import { addServe } from './serve.js';
import { addValidate } from './validate.js';

declare const __VERSION__: string | undefined;

tellBrokenOutput(process);
const program = new Command('sentier')
  .description('Accompany people through change on an ENT')
  .version(typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0');

// 1 is for what a command found; a word that is none of ours is 2, like all that could not be done. Commands inherit it.
program.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

// A command is a file that adds itself: one import, one line.
addServe(program);
addValidate(program);
addCheck(program);
addImport(program);
addBuild(program);

await program.parseAsync();
